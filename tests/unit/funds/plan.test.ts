import { beforeEach, describe, expect, it } from 'vitest';
import { fundsFlows } from '../../../electron/service/funds/flows.ts';
import { judgedInMonth } from '../../../electron/service/funds/judged.ts';
import { addImport } from '../../../electron/service/import/add.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { sampleRows, writeRows } from '../../support/settlement-rows.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk();
  const rows = [...sampleRows({ rows: 3000, days: 400 })];
  writeRows(desk.store, rows);
  desk.store.transaction(() => {
    const insert = desk.store.prepare(`insert into funds_flow
      (flow_id, funds_type, amount_fen, booked_at, order_id, first_seen_at, raw) values (?, 2, ?, ?, ?, 0, '{}')`);
    for (const [n, { order_id, service_amount_fen, settled_at }] of rows.entries())
      if (settled_at !== null) insert.run(`f${n}`, service_amount_fen, settled_at, order_id);
  });
  const lines = rows.slice(0, 1500).map(({ order_id, sku_id }) => `${order_id},${sku_id},1.00`);
  await addImport(desk, {
    name: 'a.csv',
    bytes: Buffer.from(`订单号,SKU编码,服务费\n${lines.join('\n')}\n`),
    period: '2026-10',
  });
  // Some years of files: a table of one row is scanned, and rightly so.
  for (let n = 0; n < 60; n++)
    desk.store.run(sql`insert into import_file
        (name, kind, period, sha256, reading, headings, imported_at, imported_by, withdrawn_at)
      values ('b', 'orders', '2026-01', ${String(n)}, '{}', '[]', 0, '', 1)`);
  desk.store.db.exec('analyze');
});

describe('the match of a month', () => {
  it('reads nothing but the month, by indexes, with statistics present', () => {
    const plan = desk.store
      .all<{ detail: string }>(sql`explain query plan ${judgedInMonth(desk.store, '2026-10')} select * from judged`)
      .map(({ detail }) => detail);
    // Whole tables and whole indexes: the rest that is scanned are the orders of the month.
    expect(
      plan.filter((line) => /^SCAN (o|r|n|i|j|a|commission_order|funds_flow|import_row|import_file)\b/.test(line)),
    ).toEqual([]);
    expect(plan.join('\n')).toContain('COVERING INDEX commission_order_settled_fee');
    expect(plan.join('\n')).toContain('COVERING INDEX funds_flow_booked');
    expect(plan.join('\n')).toContain('COVERING INDEX funds_flow_order');
  });
});

describe('the flows of a month', () => {
  it('come page by page, each once, behind the sum they make', () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    let total = 0;
    do {
      const page = fundsFlows(desk.store, {
        period: '2026-10',
        of: 'commission',
        limit: 50,
        ...(cursor === undefined ? {} : { cursor }),
      });
      seen.push(...page.rows.map(({ flow_id }) => flow_id));
      total = page.total;
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen.length).toBe(total);
    expect(new Set(seen).size).toBe(total);
    expect(total).toBeGreaterThan(50);
    expect(fundsFlows(desk.store, { period: '2026-10', of: 'other', limit: 50 }).total).toBe(0);
    expect(fundsFlows(desk.store, { period: '2026-10', of: 'other', funds_type: null, limit: 50 }).rows).toEqual([]);
    expect(fundsFlows(desk.store, { period: '2026-10', of: 'unread', limit: 50 }).rows).toEqual([]);
  });
});
