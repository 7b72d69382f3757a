import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTable, readTable } from '../../../electron/service/hunt/table-file.ts';
import { startReportWork } from '../../../electron/service/report/work.ts';
import { openStore } from '../../../electron/service/store/store.ts';
import { orderFilter } from '../../../shared/contract/order.ts';
import { fillOrders } from '../../support/order-rows.ts';
import { smallXlsx, zipped } from '../../support/small-xlsx.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const ID = '3701234567890123457';
const OTHER = '3701234567890123999';

async function all(bytes: Uint8Array, name = 'orders') {
  const table = await openTable({ name, bytes });
  const { order_column, time_column } = table;
  const { items } = await readTable({ name, bytes, order_column: order_column!, time_column });
  return { table, items };
}

async function csv(text: string | Buffer) {
  return all(Buffer.from(text as string), 'orders.csv');
}

function given(items: { given: string }[]): string[] {
  return items.map((item) => item.given);
}

describe('a table in csv', () => {
  it('finds the columns by their names, below titles, and never by their place', async () => {
    const { table, items } = await csv(
      `2026年11月订单导出\n\n商品名称,支付单号,订单编号,支付时间\n"茶, 大""红袍""",99912345678901234,${ID},2026-11-20 12:00:00\n茶,1,${OTHER},\n合计,,2 笔以上,\n`,
    );
    expect(table).toMatchObject({
      order_column: 2,
      time_column: 3,
      rows: 3,
      headers: ['商品名称', '支付单号', '订单编号', '支付时间'],
    });
    expect(table.sample[0]).toEqual(['茶, 大"红袍"', '99912345678901234', ID, '2026-11-20 12:00:00']);
    expect(items.slice(0, 2)).toEqual([
      { given: ID, at: 1_795_147_200 },
      { given: OTHER, at: null },
    ]);
  });

  it.each([
    ['UTF-8 with its mark', Buffer.from(`\ufeff订单号,下单时间\r\n${ID},2026/11/20 12:00\r\n`)],
    ['UTF-16 with its mark', Buffer.from(`\ufeff订单号\t下单时间\r\n${ID}\t2026/11/20 12:00\r\n`, 'utf16le')],
    // 订单号,下单时间 in GB18030.
    [
      'GB18030',
      Buffer.concat([
        Buffer.from('b6a9b5a5bac52ccfc2b5a5cab1bce4', 'hex'),
        Buffer.from(`\r\n${ID},2026-11-20 12:00\r\n`, 'latin1'),
      ]),
    ],
    ['semicolons', Buffer.from(`订单号;下单时间\n${ID};2026-11-20T04:00:00Z`)],
    ['its own line for the separator', Buffer.from(`sep=|\n订单号|下单时间\n${ID}|1795147200000`)],
  ])('reads %s', async (_name, bytes) => {
    const { items } = await all(bytes);
    expect(items).toEqual([{ given: ID, at: 1_795_147_200 }]);
  });

  it('takes off what Excel and exports put around numbers, and gives each order once', async () => {
    const { items } = await csv(
      `订单号\n="${ID}"\n"=""${ID}"""\n'${ID}\n"\t${OTHER}"\n　３７０１２３４５６７８９０１２３９９９\n3.70123E+18\n`,
    );
    expect(given(items)).toEqual([ID, OTHER, '3.70123E+18']);
  });

  it('takes a column of numbers without any header', async () => {
    const { table, items } = await csv(`${ID}\n${OTHER}\n`);
    expect(table).toMatchObject({ headers: ['A'], order_column: 0, rows: 2 });
    expect(given(items)).toEqual([ID, OTHER]);
  });

  it('leaves the choice to people where no column has a known name', async () => {
    const bytes = Buffer.from(`编码,备注\n${ID},好\n`);
    expect(await openTable({ name: 'x.csv', bytes })).toMatchObject({ headers: ['编码', '备注'], order_column: null });
    const chosen = await readTable({ name: 'x.csv', bytes, order_column: 0, time_column: null });
    expect(chosen.items).toEqual([{ given: ID, at: null }]);
    await expect(readTable({ name: 'x.csv', bytes, order_column: 2, time_column: null })).rejects.toMatchObject({
      code: 'file.unreadable',
      params: { reason: 'no_such_column' },
    });
  });
});

describe('a table in xlsx', () => {
  it('reads shared strings and prefixed names, past a first sheet of remarks', async () => {
    const bytes = await smallXlsx({
      说明: [['本表由店铺导出'], ['更新时间', '2026-11-20']],
      订单: [
        ['下单时间', '商品 & <规格>', '订单号'],
        [{ v: '46346.5' }, '茶', ID],
        [null, null, OTHER],
      ],
    });
    const { table, items } = await all(bytes);
    expect(table).toMatchObject({
      headers: ['下单时间', '商品 & <规格>', '订单号'],
      order_column: 2,
      time_column: 0,
      rows: 2,
    });
    expect(table.sample[0]).toEqual(['2026-11-20 12:00:00', '茶', ID]);
    expect(items).toEqual([
      { given: ID, at: 1_795_147_200 },
      { given: OTHER, at: null },
    ]);
  });

  it('keeps every digit of a number that was written whole', async () => {
    const { items } = await all(await smallXlsx({ a: [['订单号'], [{ v: ID }], [{ v: '3701234567890123264' }]] }));
    expect(given(items)).toEqual([ID, '3701234567890123264']);
  });

  it('shows that a number has been through a float', async () => {
    const { items } = await all(
      await smallXlsx({
        a: [['订单号'], [{ v: '3701234567890123300' }], [{ v: '3.7012345678901E+18' }], [{ v: '3701234567890123264' }]],
      }),
    );
    expect(given(items)).toEqual(['3.7012345678901233E+18', '3.7012345678901E+18', '3.701234567890123264E+18']);
  });

  it('reads back what our own report writer wrote', async () => {
    const dataDir = tempFolder();
    const store = await openStore(dataDir);
    onTestFinished(() => store.close());
    fillOrders(store, 60);
    const file = join(tempFolder(), 'orders.xlsx');
    const written = await startReportWork({
      kind: 'order_export',
      dataDir,
      file,
      format: 'xlsx',
      filter: orderFilter.parse({}),
    });
    const { table, items } = await all(readFileSync(file));
    // One row more: that of the totals.
    expect(table.rows).toBe(written.rows + 1);
    const known = store.db.prepare('select distinct order_id from commission_order').pluck().all() as string[];
    expect(new Set(given(items))).toEqual(new Set(known));
    expect(items.every(({ at }) => at !== null)).toBe(true);
  });
});

describe('a file that is no table', () => {
  const refused = (bytes: Uint8Array) =>
    openTable({ name: 'x', bytes }).then(
      () => 'read',
      (error) => (error.code === 'file.unreadable' ? error.params.reason : error),
    );

  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['blanks', Buffer.from('\n\n'), 'empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0xff]), 'not_text'],
    ['a page saved as a table', Buffer.from('<html><table><tr><td>订单号</td></tr></table>'), 'html'],
    ['an old workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'old_excel'],
    [
      'a workbook with a password',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(500),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'encrypted',
    ],
    ['a cut zip', Buffer.from('PK\u0003\u0004 and no more'), 'broken'],
    ['more than 30 MB', Buffer.alloc(31 * 1024 * 1024, 'a,'), 'too_large'],
    ['too many rows', Buffer.from(`订单号\n${'1\n'.repeat(201_000)}`), 'too_many_rows'],
  ])('%s is refused with its reason', async (_name, bytes, reason) => {
    expect(await refused(bytes)).toBe(reason);
  });

  it('a workbook that unpacks to a hundred times a table is refused before it is unpacked', async () => {
    const zeros = Buffer.alloc(40 * 1024 * 1024, ' ');
    const rels = '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/></Relationships>';
    const workbook = '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>';
    const bytes = await zipped({ 'xl/_rels/workbook.xml.rels': rels, 'xl/workbook.xml': workbook, 'xl/s.xml': zeros });
    expect(bytes.length).toBeLessThan(100_000);
    expect(await refused(bytes)).toBe('zip_bomb');
  });

  it('entities that grow are not followed', async () => {
    const rels = '<!DOCTYPE x [<!ENTITY a "aaaa">]><Relationships/>';
    expect(await refused(await zipped({ 'xl/_rels/workbook.xml.rels': rels, 'xl/workbook.xml': '<workbook/>' }))).toBe(
      'broken',
    );
  });
});
