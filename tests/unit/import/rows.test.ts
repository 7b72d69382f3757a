import iconv from 'iconv-lite';
import { beforeEach, describe, expect, it } from 'vitest';
import { openImport } from '../../../electron/service/import/open.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { orderRow, writeRows } from '../../support/settlement-rows.ts';
import { smallXlsx } from '../../support/small-xlsx.ts';
import { A, B, C, csvPreview, refusals, sheetPreview } from './preview.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk();
});

describe('the rows of a file', () => {
  it('are refused one by one, each with its row, the reason and what stands there', async () => {
    const preview = await csvPreview(
      desk,
      `订单号,SKU编码,服务费\n${A},1,9.90\n3.70123E+18,1,1.00\n,1,2.00\n12345,1,3.00\nabc,1,4.00\n${B},1,\n${C},1,abc\n${C},2,1.005\n合计,,30.00\n\n`,
    );
    expect(preview).toMatchObject({ rows: 8, counted_rows: 1, amount_fen: 990, refused_rows: 7 });
    expect(refusals(preview)).toEqual([
      '3 id_rounded 3.70123E+18',
      '4 id_missing 2.00',
      '5 id_invalid 12345',
      '6 id_invalid abc',
      `7 amount_missing ${B}`,
      '8 amount_unreadable abc',
      '9 amount_too_fine 1.005',
    ]);
    expect(preview.reasons).toContainEqual({ reason: 'id_invalid', rows: 2 });
  });

  it('with numbers that a spreadsheet has cut are never guessed', async () => {
    const cut = await sheetPreview(desk, [
      ['订单号', '服务费'],
      [{ v: '3.7012345678901235E+18' }, { v: '9.9' }],
      [{ v: '3701234567890123264' }, { v: '9.9' }],
      [{ v: '3.70123456789012E+018' }, { v: '9.9' }],
      ['3701234567890120000', { v: '9.9' }],
    ]);
    expect(cut.reasons).toEqual([{ reason: 'id_rounded', rows: 4 }]);
  });

  it('with numbers that were written whole keep every digit', async () => {
    const whole = await sheetPreview(desk, [
      ['订单号', '服务费'],
      [{ v: A }, { v: '9.9' }],
      [{ v: '3701234567890123264' }, { v: '9.9' }],
    ]);
    expect(whole).toMatchObject({ counted_rows: 2, refused_rows: 0 });
  });

  it('may end in zeros when the books have exactly that order', async () => {
    writeRows(desk.store, [orderRow({ order_id: '3701234567890120000' })]);
    const preview = await csvPreview(desk, '订单号,服务费\n3701234567890120000,9.90\n3701234567890130000,9.90\n');
    expect(preview.counted_rows).toBe(1);
    expect(refusals(preview)).toEqual(['3 id_rounded 3701234567890130000']);
  });

  it('count once when the very same line comes again, whatever number it bears', async () => {
    const preview = await csvPreview(
      desk,
      `序号,订单号,SKU编码,服务费\n1,${A},1,9.90\n2,${A},1,9.90\n3,${A},2,1.00\n4,${A},1,9.90\n`,
    );
    expect(preview).toMatchObject({ counted_rows: 2, amount_fen: 1090, orders: 1 });
    expect(refusals(preview)).toEqual([`3 repeated ${A}`, `5 repeated ${A}`]);
  });

  it('of one order add up where the SKU differs, and count not at all where it is the same', async () => {
    const preview = await csvPreview(
      desk,
      `订单号,SKU编码,服务费\n${A},1,9.90\n${A},2,1.10\n${B},1,2.00\n${B},1,3.00\n${B},2,4.00\n`,
    );
    expect(preview).toMatchObject({ counted_rows: 3, amount_fen: 990 + 110 + 400 });
    expect(refusals(preview)).toEqual([`4 conflicting ${B}`, `5 conflicting ${B}`]);
  });

  it('of one order without any SKU are refused when there are two that differ', async () => {
    const preview = await csvPreview(desk, `订单号,商品,服务费\n${A},茶,9.90\n${A},杯,9.90\n${B},茶,1.00\n`);
    expect(preview).toMatchObject({ counted_rows: 1, amount_fen: 100 });
    expect(refusals(preview)).toEqual([`2 conflicting ${A}`, `3 conflicting ${A}`]);
  });

  it('share an order that is merged over them, and an amount that is merged counts once', async () => {
    const preview = await sheetPreview(
      desk,
      [
        ['订单号', 'SKU编码', '服务费', '结算时间'],
        [A, '1', '9.90', '2026-11-20'],
        [null, '2', '1.10', null],
        [B, '1', '5.00', '2026-11-21'],
        [null, '2', null, null],
        [null, '3', '7.00', null],
      ],
      ['A2:A3', 'D2:D3', 'A4:A5', 'C4:C5', 'D4:D5'],
    );
    expect(preview).toMatchObject({ counted_rows: 3, amount_fen: 990 + 110 + 500, orders: 2 });
    expect(refusals(preview)).toEqual(['6 id_missing 7.00']);
  });

  it('give what formulas gave, and days as a spreadsheet counts them', async () => {
    const preview = await sheetPreview(desk, [
      ['订单号', '服务费', '结算时间'],
      [{ v: A, t: 'str', f: 'A9' }, { v: '9.9000000000000004', f: 'B9*0.1' }, { v: '46346.5' }],
    ]);
    expect(preview).toMatchObject({ counted_rows: 1, amount_fen: 990, refused_rows: 0 });
  });

  it('are refused where a formula gave an error, or was never worked out', async () => {
    const preview = await sheetPreview(desk, [
      ['订单号', '服务费'],
      [A, { v: '#N/A', t: 'e', f: 'VLOOKUP(A2,x,2,0)' }],
      [{ v: '#REF!', t: 'e', f: 'x!A3' }, { v: '9.9' }],
      [B, { v: '', f: 'C4*0.1' }],
      [{ v: '', f: 'D5' }, { v: '1' }],
    ]);
    expect(preview.counted_rows).toBe(0);
    expect(refusals(preview)).toEqual([
      '2 amount_unreadable #N/A',
      '3 id_invalid #REF!',
      `4 amount_missing ${B}`,
      '5 id_missing 1',
    ]);
  });

  it('are the same in every encoding and with every separator a spreadsheet writes', async () => {
    const text = `订单号\tSKU编码\t服务费\n${A}\t1\t9.90\n3.70123E+18\t1\t1.00\n`;
    const said = async (bytes: Buffer) => {
      const preview = await csvPreview(desk, bytes);
      const { encoding, counted_rows, amount_fen } = preview;
      return { encoding, rows: counted_rows, amount: amount_fen, refused: refusals(preview) };
    };
    const same = { rows: 1, amount: 990, refused: ['3 id_rounded 3.70123E+18'] };
    expect(await said(iconv.encode(text, 'gb18030'))).toEqual({ ...same, encoding: 'gb18030' });
    expect(await said(iconv.encode(text, 'utf-16le', { addBOM: true }))).toEqual({ ...same, encoding: 'utf-16le' });
    expect(await said(Buffer.from(`\ufeff${text.replaceAll('\t', ';')}`))).toEqual({ ...same, encoding: 'utf-8' });
  });

  it('are listed up to a thousand refusals and counted to the last', async () => {
    const preview = await csvPreview(desk, `订单号,服务费\n${'3.7E+18,1.00\n'.repeat(2500)}`);
    expect(preview).toMatchObject({ refused_rows: 2500, reasons: [{ reason: 'id_rounded', rows: 2500 }] });
    expect(preview.refused).toHaveLength(1000);
  });

  it('are read from the sheet that has them', async () => {
    const bytes = await smallXlsx({
      说明: [['由后台导出'], ['导出人', '小林']],
      佣金: [
        ['订单号', '服务费'],
        [A, '9.90'],
      ],
    });
    const { preview } = await openImport(desk.store, { name: 'a.xlsx', bytes });
    expect(preview).toMatchObject({ sheet: '佣金', counted_rows: 1 });
  });
});
