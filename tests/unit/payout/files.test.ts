import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportPayout } from '../../../electron/service/payout/bank-file.ts';
import { draftPayout } from '../../../electron/service/payout/draft.ts';
import { importResults } from '../../../electron/service/payout/import.ts';
import { recordResult } from '../../../electron/service/payout/record.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { shown } from '../../../electron/service/table-file/cell.ts';
import { openTableFile } from '../../../electron/service/table-file/open.ts';
import { startOfDay } from '../../../shared/time.ts';
import type { TestDesk } from '../../support/desk-context.ts';
import { ACCOUNTS, giveAccount, PAYOUT_MONTH, type PayoutDesk, payoutDesk } from '../../support/payout-desk.ts';
import { smallXlsx } from '../../support/small-xlsx.ts';

let desk: PayoutDesk;
let maker: TestDesk;
let batch: number;
beforeEach(async () => {
  desk = await payoutDesk();
  maker = desk.maker;
  ({ batch_id: batch } = await desk.approved());
});

const place = (name: string) => join(maker.dataDir, name);
async function cellsOf(file: string): Promise<string[][]> {
  const rows: string[][] = [];
  for (const sheet of (await openTableFile({ name: file, bytes: readFileSync(file) })).sheets)
    for await (const { cells } of sheet.rows()) rows.push(cells.map(shown));
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

describe('the file for the bank', () => {
  const payments = [
    ['收款人', '账号', '开户行', '金额(元)', '备注'],
    ['李青', '6222021234567890123', '工商银行杭州支行', '5.00', '2026-10佣金 LD1-1'],
    ['王橙', '6222021234567890124', '', '3.00', '2026-10佣金 LD1-2'],
    ['=陈', '95588', '招商银行', '1.00', '2026-10佣金 LD1-3'],
  ];

  it('is a csv with byte order mark and whole account numbers', async () => {
    const file = place('pay.csv');
    expect(await exportPayout(maker, { batch_id: batch, file })).toEqual({ file, rows: 3 });
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith('\ufeff收款人,账号,')).toBe(true);
    expect((await cellsOf(file)).map((row) => row.map((cell) => cell.trim()))).toEqual(payments);
  });

  it('is a workbook by its name, with numbers as text, and the same bytes again', async () => {
    const file = place('pay.xlsx');
    await exportPayout(maker, { batch_id: batch, file });
    const rows = await cellsOf(file);
    expect(
      rows.map((row) =>
        row.map((cell, column) => (column === 3 && cell !== '金额(元)' ? Number(cell).toFixed(2) : cell)),
      ),
    ).toEqual(payments);
    const first = readFileSync(file);
    await exportPayout(maker, { batch_id: batch, file });
    expect(readFileSync(file).equals(first)).toBe(true);
  });

  it('holds only what has no result yet', async () => {
    recordResult(maker, { batch_id: batch, payee_id: 'promoter:wxa', paid_fen: 500, reference: '', failure: '' });
    expect((await exportPayout(maker, { batch_id: batch, file: place('pay.csv') })).rows).toBe(2);
  });

  it('is not written for a draft, without a name, without the key, or where nothing can be written', async () => {
    recordResult(maker, { batch_id: batch, payee_id: 'promoter:wxa', paid_fen: 0, reference: '', failure: 'x' });
    const draft = await draftPayout(maker, { period: PAYOUT_MONTH, channel: 'bank' });
    await expect(exportPayout(maker, { batch_id: draft.batch_id, file: place('a.csv') })).rejects.toThrow(
      'payout.not_approved',
    );
    await expect(
      exportPayout({ ...maker, staff: () => '' }, { batch_id: batch, file: place('a.csv') }),
    ).rejects.toThrow('payout.staff_missing');
    writeFileSync(place('taken'), '');
    await expect(exportPayout(maker, { batch_id: batch, file: place('taken/a.csv') })).rejects.toThrow(
      'file.unwritable',
    );
    rmSync(join(maker.dataDir, 'keys'), { recursive: true });
    await expect(exportPayout(maker, { batch_id: batch, file: place('a.csv') })).rejects.toThrow('payee.sealed');
    expect(existsSync(place('a.csv'))).toBe(false);
    expect(readdirSync(maker.dataDir).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is in the audit log without a number', async () => {
    await exportPayout(maker, { batch_id: batch, file: place('pay.csv') });
    const detail = maker.store.value<string>(sql`select detail from audit_log where action = 'payout.export'`)!;
    expect(JSON.parse(detail)).toMatchObject({ batch_id: batch, payments: 3 });
    expect(detail).not.toContain('622202');
  });
});

describe("the bank's result", () => {
  const take = (text: string | string[][], name = 'result.csv') =>
    importResults(maker, {
      batch_id: batch,
      name,
      bytes: Buffer.from(typeof text === 'string' ? text : text.map((row) => row.join(',')).join('\n'), 'utf8'),
    });
  const HEAD = ['收款账号', '收款人户名', '金额', '交易状态', '流水号', '失败原因', '附言', '交易时间'];
  const [A, B, C] = ['6222021234567890123', '6222021234567890124', '95588'];

  it('is taken by remark or by account, name and amount, whatever the headings are called', async () => {
    const {
      read,
      matched,
      refused,
      batch: after,
    } = await take([
      ['某银行批量代发结果'],
      [],
      HEAD,
      [A!, '李青', '5.00', '交易成功', 'N1', '', '', '2026-11-02 10:30:00'],
      ['', '', '3.00', '失败', '', '户名不符', 'LD1-2', ''],
      ['955**588', '', '', '', '', '', '', ''],
    ]);
    expect({ read, matched }).toEqual({ read: 3, matched: 2 });
    expect(refused).toEqual([{ row: 6, reason: 'fits_nothing', value: '…*588' }]);
    expect(after.state).toBe('approved');
    expect(after.items).toMatchObject([
      { state: 'paid', paid_fen: 500, reference: 'N1', paid_at: startOfDay('2026-11-02')! + 37_800 },
      { state: 'failed', failure: '户名不符', paid_at: null },
      { state: 'waiting' },
    ]);
  });

  it('refuses what fits nothing, fits twice, differs or has no clear result, each row with its reason', async () => {
    const { matched, refused } = await take([
      HEAD,
      ['6222021234567899999', '李青', '5.00', '成功'],
      [A!, '李青', '5.01', '成功'],
      [A!, '别人', '5.00', '成功'],
      [B!, '王橙', '3.00', '成功'],
      [B!, '王橙', '3.00', '失败'],
      [C!, '=陈', 'x', '成功'],
      [C!, '=陈', '1.00', '处理中'],
      [C!, '=陈', '1.00', '嗯'],
      [A!, '', '', '成功', '', '', 'LD1-1 LD1-3'],
      ['', '', '1.00', '成功', '', '', 'LD99-3'],
      [B!, '', '5.00', '成功', '', '', 'LD1-1'],
      [A!, '李青', '', '成功'],
    ]);
    expect(matched).toBe(0);
    expect(refused.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'fits_nothing'],
      [3, 'amount_differs'],
      [4, 'fits_nothing'],
      [5, 'twice_in_file'],
      [6, 'twice_in_file'],
      [7, 'amount_unreadable'],
      [8, 'still_processing'],
      [9, 'result_unknown'],
      [10, 'fits_several'],
      [11, 'fits_nothing'],
      [12, 'fits_nothing'],
      [13, 'fits_nothing'],
    ]);
    expect(JSON.stringify(refused)).not.toContain('62220212');
    expect(maker.store.value(sql`select count(*) from payout_item where state <> 'waiting'`)).toBe(0);
  });

  it('reads what was really paid, in yuan or fen, and hidden numbers', async () => {
    const { batch: after, refused } = await take([
      ['账号', '收款人', '金额(分)', '实付金额(分)', '状态'],
      ['6222***********0123', '李*', '500', '120', '部分成功'],
      ['****0124', '', '300', '300', '成功'],
      ['9****', '', '100', '100', '成功'],
    ]);
    expect(after.items.map(({ state, paid_fen }) => [state, paid_fen])).toEqual([
      ['partly_paid', 120],
      ['paid', 300],
      ['waiting', 0],
    ]);
    expect(refused).toMatchObject([{ row: 4, reason: 'fits_nothing' }]);
  });

  it('does not take two payments of one account and amount for each other', async () => {
    const again = await payoutDesk();
    giveAccount(again.maker, 'promoter:wxb', ACCOUNTS['promoter:wxa']);
    const { batch_id } = await again.approved();
    again.maker.store.db.exec('drop trigger payout_item_no_change; update payout_item set amount_fen = 500');
    const answer = await importResults(again.maker, {
      batch_id,
      name: 'r.csv',
      bytes: Buffer.from(`${HEAD.join(',')}\n${A},李青,5.00,成功`),
    });
    expect(answer.refused).toMatchObject([{ reason: 'fits_several' }]);
  });

  it('taken a second time changes nothing; another result of what has one is left to a person', async () => {
    const file = [HEAD, [A!, '李青', '5.00', '成功', 'N1']];
    await take(file);
    expect(await take(file)).toMatchObject({ read: 1, matched: 1, refused: [] });
    expect((await take([HEAD, [A!, '李青', '5.00', '退汇']])).refused).toMatchObject([{ reason: 'has_result' }]);
    const results = maker.store
      .all<{ detail: string }>(sql`select detail from audit_log where action = 'payout.import' order by entry_id`)
      .map(({ detail }) => JSON.parse(detail).results);
    expect(results).toEqual([[{ payee_id: 'promoter:wxa', paid_fen: 500 }], [], []]);
  });

  it('can be our own file with the state beside it, with numbers behind tabs', async () => {
    const file = place('pay.csv');
    await exportPayout(maker, { batch_id: batch, file });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n');
    const answered = lines.map((line, n) => `${line},${n === 0 ? '状态' : '已到账'}`).join('\r\n');
    expect(await take(answered)).toMatchObject({ matched: 3, refused: [], batch: { state: 'paid' } });
  });

  it('comes as GB18030 or as a workbook whose long numbers Excel has broken', async () => {
    const text = [HEAD, [A!, '李青', '5.00', '成功']].map((row) => row.join(',')).join('\r\n');
    const answer = await importResults(maker, { batch_id: batch, name: 'r.csv', bytes: iconv.encode(text, 'gb18030') });
    expect(answer.matched).toBe(1);
    const workbook = await smallXlsx({
      说明: [['本文件由银行生成']],
      结果: [
        ['账号', '户名', '金额', '处理结果', '备注'],
        [{ v: '6.2220212345678899E18' }, '王橙', { v: '3' }, '成功', null],
        [{ v: '95588' }, '=陈', { v: '1' }, '成功', null],
      ],
    });
    const second = await importResults(maker, { batch_id: batch, name: 'r.xlsx', bytes: workbook });
    expect(second).toMatchObject({ read: 2, matched: 1, refused: [{ row: 2, reason: 'fits_nothing' }] });
  });

  it('finds payments by their remarks alone when the key is away', async () => {
    rmSync(join(maker.dataDir, 'keys'), { recursive: true });
    const { matched, refused } = await take([
      HEAD,
      [A!, '李青', '5.00', '成功', '', '', 'LD1-1'],
      [B!, '王橙', '3.00', '成功'],
    ]);
    expect(matched).toBe(1);
    expect(refused).toMatchObject([{ row: 3, reason: 'fits_nothing' }]);
  });

  it('is refused as a whole where it is no result, cannot be read, or the batch takes none', async () => {
    await expect(take('订单号,金额\n1,2')).rejects.toMatchObject({ code: 'payout.not_a_result' });
    await expect(take('收款账号,收款人,金额\n1,a,2')).rejects.toThrow('payout.not_a_result');
    await expect(take('', 'empty.csv')).rejects.toThrow('file.unreadable');
    await expect(take('<html></html>', 'r.xls')).rejects.toThrow('file.unreadable');
    const other = await payoutDesk();
    const { batch_id } = await draftPayout(other.maker, { period: PAYOUT_MONTH, channel: 'bank' });
    await expect(
      importResults(other.maker, { batch_id, name: 'r.csv', bytes: Buffer.from(HEAD.join(',')) }),
    ).rejects.toThrow('payout.not_approved');
  });

  it('stands in the audit log by its name and hash, without numbers', async () => {
    await take([HEAD, [A!, '李青', '5.00', '成功', 'N1']]);
    const detail = maker.store.value<string>(sql`select detail from audit_log where action = 'payout.import'`)!;
    expect(JSON.parse(detail)).toMatchObject({ batch_id: batch, file: 'result.csv', read: 1, refused: 0 });
    expect(detail).not.toContain(A);
  });
});
