import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordOrderExport } from '../../../electron/service/report/history.ts';
import { ORDER_EXPORT_COLUMNS } from '../../../electron/service/report/order-columns.ts';
import type { OrderExport } from '../../../electron/service/report/order-export.ts';
import type { WorkProgress } from '../../../electron/service/report/pace.ts';
import { XlsxReader } from '../../../electron/service/report/reading/xlsx-reader.ts';
import { startReportWork } from '../../../electron/service/report/work.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { orderRow, sampleRows, temporaryStore, writePromoters, writeRows } from '../../support/settlement-rows.ts';

let store: Store;
let dir: string;
let done: () => void;
beforeEach(async () => {
  ({ store, dir, done } = await temporaryStore());
});
afterEach(() => done());

const INSTITUTION = { name: '青禾带货机构', app_id: null };
const order = (change: Partial<OrderExport & { dataDir: string }> = {}) => ({
  kind: 'order_export' as const,
  dataDir: dir,
  filter: { axis: 'created' as const },
  format: 'json' as const,
  file: join(dir, 'out', 'orders'),
  ...change,
});

/** What scripts were promised, in its order. */
const PROMISED = [
  'order_id',
  'sku_id',
  'shop_appid',
  'shop_name',
  'product_id',
  'product_title',
  'channel',
  'promoter_appid',
  'promoter_name',
  'promoter_ratio_ppm',
  'promoter_amount_fen',
  'talent_appid',
  'order_status',
  'commission_status',
  'actual_payment_fen',
  'service_ratio_ppm',
  'service_amount_fen',
  'service_total_fen',
  'platform_amount_fen',
  'created_at',
  'updated_at',
  'paid_at',
  'settled_at',
  'versions',
];

describe('order export', () => {
  it('gives every row of the filter as one JSON object a line, by creation, order and SKU', async () => {
    writeRows(store, sampleRows({ rows: 600 }));
    const result = await startReportWork(order({ filter: { axis: 'created', channel: ['promoter'] } }));
    const rows = readFileSync(result.file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const expected = store.all<Record<string, unknown>>(
      sql`select * from commission_order where channel = 'promoter' order by created_at, order_id, sku_id`,
    );
    expect(result.rows).toBe(expected.length);
    expect(rows.map(({ order_id, sku_id }) => [order_id, sku_id])).toEqual(
      expected.map(({ order_id, sku_id }) => [order_id, sku_id]),
    );
    for (const [n, row] of rows.entries()) {
      expect(Object.keys(row).slice(0, PROMISED.length)).toEqual(PROMISED);
      // Staff said nothing of these: they are open.
      const { review_state, ...told } = row;
      expect(review_state).toBe('open');
      for (const key of Object.keys(told)) expect(row[key], key).toEqual(expected[n]![key] ?? null);
    }
  });

  it('keeps text in JSON exactly as it came', async () => {
    const name = '=x\u0001\r\n"\u2028🍊';
    writeRows(store, [orderRow({ shop_name: name, promoter_appid: 'wx1', promoter_name: '' })]);
    const { file } = await startReportWork(order());
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0]!)).toMatchObject({ shop_name: name, promoter_name: '', talent_appid: null });
  });

  it('gives a workbook with the sums of the filter and what it was', async () => {
    writeRows(store, sampleRows({ rows: 300 }));
    const { file, rows } = await startReportWork(
      order({ format: 'xlsx', filter: { axis: 'paid', from: '2026-09-01', to: '2026-09-30' } }),
    );
    const workbook = await XlsxReader.open(file);
    expect(workbook.names).toEqual(['订单', '说明']);
    let last: unknown[] = [];
    let count = 0;
    for await (const row of workbook.rows('订单')) {
      last = row;
      count += 1;
    }
    const notes: unknown[] = [];
    for await (const row of workbook.rows('说明')) notes.push(...row);
    workbook.close();
    expect(count).toBe(rows + 2);
    expect(last.slice(0, 2)).toEqual(['合计', `${rows} 行`]);
    expect(notes).toContain('2026-09-01 至 2026-09-30(均含)');
  });

  it('gives csv for people, or for programs', async () => {
    writeRows(store, [orderRow()]);
    const staff = await startReportWork(order({ format: 'csv' }));
    expect(readFileSync(staff.file, 'utf8')).toContain('\t3701234567890123456,');
    const strict = await startReportWork(order({ format: 'csv', csv: 'strict' }));
    expect(readFileSync(strict.file, 'utf8').split('\r\n')[0]).toBe(
      ORDER_EXPORT_COLUMNS.map(({ key }) => key).join(','),
    );
  });

  it('goes to the audit log', () => {
    recordOrderExport(store, order(), { file: 'x', rows: 3 }, { staff: '小李', now: 5 });
    expect(store.value(sql`select detail from audit_log where action = 'order.export'`)).toContain('"rows":3');
  });
});

describe('work in a thread', () => {
  it('tells how far it is', async () => {
    writeRows(store, sampleRows({ rows: 3000 }));
    const seen: WorkProgress[] = [];
    await startReportWork(order({ format: 'xlsx' }), { onProgress: (progress) => seen.push(progress) });
    expect(seen[0]).toEqual({ step: 'write', done: 0, total: 3000 });
  });

  it('stops when it is told to and leaves nothing', async () => {
    writePromoters(store);
    writeRows(store, sampleRows({ rows: 20_000 }));
    const stop = new AbortController();
    const work = startReportWork(
      { kind: 'report', dataDir: dir, institution: INSTITUTION, period: '2026-10', folder: join(dir, 'out') },
      { signal: stop.signal, onProgress: ({ step }) => step === 'write' && stop.abort() },
    );
    await expect(work).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(existsSync(join(dir, 'out'))).toBe(false);
    await expect(startReportWork(order(), { signal: stop.signal })).rejects.toMatchObject({ code: 'job.cancelled' });
  });

  it('writes one state of the books although the books go on', async () => {
    writeRows(store, sampleRows({ rows: 20_000 }));
    const before = store.value<number>(sql`select sum(service_amount_fen) from commission_order`);
    let written = false;
    const { file } = await startReportWork(order(), {
      onProgress: ({ step }) => {
        if (step !== 'write' || written) return;
        written = true;
        store.run(sql`update commission_order set service_amount_fen = 0`);
      },
    });
    expect(written).toBe(true);
    const rows = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.reduce((sum, row) => sum + row.service_amount_fen, 0)).toBe(before);
  });

  it('says what went wrong by its code', async () => {
    writeFileSync(join(dir, 'file'), '');
    mkdirSync(join(dir, 'empty'));
    await expect(startReportWork(order({ file: join(dir, 'file', 'x') }))).rejects.toMatchObject({
      code: 'file.unwritable',
      params: { file: join(dir, 'file', 'x') },
    });
    await expect(startReportWork(order({ dataDir: join(dir, 'empty') }))).rejects.toMatchObject({
      code: 'store.unopened',
    });
    await expect(startReportWork({ kind: 'verify', dataDir: dir, file: join(dir, 'none') })).rejects.toMatchObject({
      code: 'file.unreadable',
    });
    expect(readdirSync(dir).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('verifies in the thread too', async () => {
    writeRows(store, sampleRows({ rows: 200 }));
    const { files, totals } = await startReportWork({
      kind: 'report',
      dataDir: dir,
      institution: INSTITUTION,
      period: '2026-10',
      folder: join(dir, 'out'),
    });
    expect(await startReportWork({ kind: 'verify', dataDir: dir, file: files[0]! })).toMatchObject({
      verdict: 'untouched',
      found: totals.hash,
    });
  });
});
