import { beforeEach, describe, expect, it } from 'vitest';
import { addImport } from '../../../electron/service/import/add.ts';
import { importList } from '../../../electron/service/import/list.ts';
import { withdrawImport } from '../../../electron/service/import/withdraw.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { A, B } from './preview.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk();
});

const HEAD = '订单号,SKU编码,服务费,结算时间\n';
const file = (text: string, name = '十一月.csv') => ({ name, bytes: Buffer.from(HEAD + text), period: '2026-11' });
const rowsOf = () => desk.store.value<number>(sql`select count(*) from import_row`);
const actions = () => desk.store.all<{ action: string }>(sql`select action from audit_log`).map(({ action }) => action);

describe('a file', () => {
  it('is in the books with all it says, who imported it, and what was left out', async () => {
    const imported = await addImport(desk, file(`${A},1,9.90,2026-10-31 23:59:59\n${B},1,x,\n${B},2,1.00,\n`));
    expect(imported).toMatchObject({
      name: '十一月.csv',
      kind: 'orders',
      period: '2026-11',
      encoding: 'utf-8',
      rows: 3,
      counted_rows: 2,
      amount_fen: 1090,
      refused: [{ row: 3, reason: 'amount_unreadable', value: 'x' }],
      imported_by: '小林',
      withdrawn: null,
    });
    expect(desk.store.all(sql`select row, order_id, sku_id, amount_fen, period, cells from import_row`)).toEqual([
      {
        row: 2,
        order_id: A,
        sku_id: '1',
        amount_fen: 990,
        period: '2026-10',
        cells: JSON.stringify([A, '1', '9.90', '2026-10-31 23:59:59']),
      },
      {
        row: 4,
        order_id: B,
        sku_id: '2',
        amount_fen: 100,
        period: '2026-11',
        cells: JSON.stringify([B, '2', '1.00', '']),
      },
    ]);
    expect(importList(desk.store)).toEqual([imported]);
    expect(actions()).toEqual(['import.add']);
    expect(desk.topics).toEqual(['funds']);
  });

  it('is taken once, under whatever name, and again after it was withdrawn', async () => {
    const first = await addImport(desk, file(`${A},1,9.90,\n`));
    await expect(addImport(desk, file(`${A},1,9.90,\n`, '副本.csv'))).rejects.toMatchObject({
      code: 'import.known',
      params: { import_id: first.import_id },
    });
    const withdrawn = withdrawImport(desk, first.import_id);
    expect(withdrawn.withdrawn).toEqual({ at: desk.time, by: '小林' });
    expect(withdrawImport(desk, first.import_id)).toEqual(withdrawn);
    await addImport(desk, file(`${A},1,9.90,\n`));
    expect(actions()).toEqual(['import.add', 'import.withdraw', 'import.add']);
    expect(() => withdrawImport(desk, 77)).toThrow('import.unknown');
  });

  it.each([
    ['import.no_order_column', '商品,服务费\n茶,9.90\n', {}],
    ['import.no_amount_column', `订单号,商品\n${A},茶\n`, {}],
    ['import.no_flow_column', `订单号,服务费\n${A},9.90\n`, { kind: 'flows' as const }],
    ['import.nothing_read', '订单号,服务费\n3.7E+18,9.90\n', {}],
    ['import.nothing_read', '订单号,服务费\n', {}],
    ['file.unreadable', '<html><table>', {}],
    ['file.unreadable', '', {}],
  ])('that cannot be used is refused with %s, and nothing of it stays', async (code, text, asked) => {
    const bytes = Buffer.from(text);
    await expect(addImport(desk, { name: 'a.csv', bytes, period: '2026-11', ...asked })).rejects.toMatchObject({
      code,
    });
    expect(rowsOf()).toBe(0);
    expect(importList(desk.store)).toEqual([]);
    expect(actions()).toEqual([]);
  });

  it('is there whole or not at all when the books cannot take it', async () => {
    desk.store.db.exec(`create trigger full before insert on import_row when new.row = 3
      begin select raise(abort, 'disk full'); end`);
    await expect(addImport(desk, file(`${A},1,9.90,\n${B},1,1.00,\n`))).rejects.toThrow('disk full');
    expect(rowsOf()).toBe(0);
    expect(importList(desk.store)).toEqual([]);
    expect(actions()).toEqual([]);
  });

  it('of no month is refused', async () => {
    await expect(addImport(desk, { ...file(`${A},1,9.90,\n`), period: '2026-13' })).rejects.toMatchObject({
      code: 'period.invalid',
    });
  });
});
