import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAuditExport } from '../../../electron/service/audit/export.ts';
import { auditFacets, auditPage, auditVerdict } from '../../../electron/service/audit/page.ts';
import { Pace, unwatched } from '../../../electron/service/report/pace.ts';
import { audit } from '../../../electron/service/store/audit.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { startOfDay } from '../../../shared/time.ts';
import { temporaryStore } from '../../support/settlement-rows.ts';

let store: Store;
let dir: string;
let done: () => void;
beforeEach(async () => {
  ({ store, dir, done } = await temporaryStore());
  const first = startOfDay('2026-10-01')!;
  for (let n = 0; n < 60; n += 1)
    audit(store, {
      at: first + n * 43_200,
      staff: n % 3 === 0 ? '小李' : '老王',
      action: n % 2 === 0 ? 'settlement.close' : 'review.decide',
      detail: { n, note: n === 7 ? '100%_确认\\' : '=cmd|calc' },
    });
});
afterEach(() => done());

describe('the audit log', () => {
  it('is shown newest first, page by page, without a gap', () => {
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = auditPage(store, { cursor, limit: 25 });
      expect(page.total).toBe(60);
      seen.push(...page.rows.map((row) => row.entry_id));
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: 60 }, (_, at) => 60 - at));
  });

  it('is narrowed by person, deed, days in UTC+8 and words that mean themselves', () => {
    const count = (question: object) => auditPage(store, { limit: 5, ...question }).total;
    expect(count({ staff: '小李' })).toBe(20);
    expect(count({ action: 'review.decide' })).toBe(30);
    expect(count({ from: '2026-10-02', to: '2026-10-02' })).toBe(2);
    expect(count({ search: '100%_确认\\' })).toBe(1);
    expect(count({ search: '%' })).toBe(1);
    expect(count({ search: "' or 1=1" })).toBe(0);
    expect(auditFacets(store)).toEqual({ staff: ['小李', '老王'], actions: ['review.decide', 'settlement.close'] });
  });

  it.each(['x', '-1', '1.5', '1e400'])('refuses the cursor %s', (cursor) => {
    expect(() => auditPage(store, { cursor, limit: 5 })).toThrow('input.invalid');
  });

  it('refuses a day that does not exist', () => {
    expect(() => auditPage(store, { from: '2026-02-30', limit: 5 })).toThrow('input.invalid');
  });

  it('says whether every entry follows from the one before, and the last hash', () => {
    const { head, ...verdict } = auditVerdict(store);
    expect(verdict).toEqual({ entries: 60, broken_at: null });
    expect(head).toMatch(/^[0-9a-f]{64}$/);
    store.db.exec(`drop trigger audit_log_no_update; update audit_log set staff = 'x' where entry_id = 9`);
    expect(auditVerdict(store).broken_at).toBe(9);
  });

  it('is exported as the chain goes, formulas as text', async () => {
    const file = join(dir, 'audit.csv');
    const question = { staff: '老王' };
    expect(await writeAuditExport(store, { question, format: 'csv', file }, unwatched())).toEqual({ file, rows: 40 });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(41);
    expect(lines[0]).toBe('\ufeff序号,时间,经办人,操作,内容,链校验值');
    const json = join(dir, 'audit.jsonl');
    await writeAuditExport(store, { question: {}, format: 'json', file: json }, unwatched());
    const first = JSON.parse(readFileSync(json, 'utf8').split('\n')[0]!);
    expect(first).toMatchObject({ entry_id: 1, staff: '小李', action: 'settlement.close' });
  });

  it('leaves no file when it is stopped', async () => {
    const stopped = new Pace(
      () => {},
      () => true,
    );
    const file = join(dir, 'audit.csv');
    await expect(writeAuditExport(store, { question: {}, format: 'csv', file }, stopped)).rejects.toThrow('cancelled');
    expect(() => readFileSync(file)).toThrow('ENOENT');
  });
});
