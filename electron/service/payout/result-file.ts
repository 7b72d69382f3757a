import { DeskError } from '../../../shared/contract/result.ts';
import { type Fen, parseFen } from '../../../shared/money.ts';
import type { Unix } from '../../../shared/time.ts';
import { EMPTY, shown, type TableCell, type TableFile, type TableRow, type TableSource } from '../table-file/cell.ts';
import { bestHeading, HEAD_ROWS } from '../table-file/heading.ts';
import { openTableFile } from '../table-file/open.ts';
import { timeOf } from '../table-file/time.ts';
import { type SaidResult, saidResult } from './result-words.ts';

/** One payment as a bank's or platform's file tells of it; null where the file has no such column or an empty cell. */
export interface ResultRow {
  /** Row of the file, from 1. */
  row: number;
  /** Remarks of ours that stand in any cell, such as `LD12-3`. */
  remarks: string[];
  account: string | null;
  name: string | null;
  amount_fen: Fen | 'unreadable' | null;
  /** What was really paid, where the file says so apart from the amount. */
  paid_fen: Fen | 'unreadable' | null;
  /** Null: the file has no word on it. */
  said: SaidResult | null;
  reference: string;
  failure: string;
  paid_at: Unix | null;
}

/** Headings as they are compared, the best first. */
const HEADINGS = {
  account: [
    '账号',
    '收款账号',
    '收款人账号',
    '收款方账号',
    '收款账户',
    '收款人账户',
    '收款方账户',
    '收款卡号',
    '银行卡号',
    '银行账号',
    '对方账号',
    '对方账户',
    '卡号',
    '账户',
    'accountno',
    'accountnumber',
    'account',
  ],
  name: [
    '收款人',
    '收款人姓名',
    '收款人名称',
    '收款人户名',
    '收款方',
    '收款方名称',
    '收款户名',
    '收款账户名称',
    '对方户名',
    '对方名称',
    '户名',
    '姓名',
    'accountname',
    'payee',
    'name',
  ],
  amount: [
    '金额',
    '付款金额',
    '转账金额',
    '交易金额',
    '支付金额',
    '应付金额',
    '申请金额',
    '发放金额',
    '打款金额',
    'amount',
  ],
  paid: ['实付金额', '实际付款金额', '成功金额', '实发金额', '到账金额', '已付金额', 'paidamount', 'paid'],
  said: [
    '状态',
    '交易状态',
    '付款状态',
    '转账状态',
    '支付状态',
    '处理状态',
    '发放状态',
    '打款状态',
    '订单状态',
    '处理结果',
    '交易结果',
    '付款结果',
    '支付结果',
    '转账结果',
    '结果',
    'status',
    'result',
  ],
  reference: [
    '交易流水号',
    '银行流水号',
    '流水号',
    '交易号',
    '支付单号',
    '平台单号',
    '付款单号',
    '凭证号',
    'transactionid',
    'transactionno',
    'reference',
  ],
  failure: ['失败原因', '错误原因', '退回原因', '退汇原因', '错误信息', '返回信息', '原因', 'failurereason', 'reason'],
  paid_at: ['交易时间', '付款时间', '支付时间', '完成时间', '到账时间', '处理时间', '交易日期', 'paidat', 'time'],
} as const;

type Columns = Record<keyof typeof HEADINGS, number | null>;

const REMARK = /LD\d+-\d+/g;

/**
 * The payments of a result file. Throws `file.unreadable`, and `payout.not_a_result` where no sheet says whom a row
 * is about and what became of it: nothing is guessed from a file that only lists payments.
 */
export async function readResultFile(file: TableFile): Promise<ResultRow[]> {
  const source = await openTableFile(file);
  for (const sheet of source.sheets) {
    const head = await findHead(sheet.rows());
    if (!head) continue;
    const rows: ResultRow[] = [];
    for await (const row of sheet.rows()) {
      if (row.at <= head.at || row.cells.every((cell) => shown(cell) === '')) continue;
      rows.push(resultRow(row, head, source));
    }
    return rows;
  }
  throw new DeskError('payout.not_a_result', { file: file.name });
}

interface Head {
  at: number;
  columns: Columns;
  /** Amounts are in fen. */
  fen: boolean;
}

async function findHead(rows: AsyncIterable<TableRow> | Iterable<TableRow>): Promise<Head | null> {
  let seen = 0;
  for await (const { at, cells } of rows) {
    seen += 1;
    if (seen > HEAD_ROWS) return null;
    const texts = cells.map(shown);
    const columns = Object.fromEntries(
      Object.entries(HEADINGS).map(([key, names]) => [key, bestHeading(texts, names)]),
    ) as Columns;
    const ofWhom = columns.account !== null || (columns.amount !== null && columns.name !== null);
    if (ofWhom && (columns.said !== null || columns.paid !== null))
      return { at, columns, fen: /[(（]分[)）]/.test(texts[columns.amount ?? columns.paid ?? 0] ?? '') };
  }
  return null;
}

function resultRow({ at, cells }: TableRow, { columns, fen }: Head, { epochDays }: TableSource): ResultRow {
  const cell = (key: keyof Columns): TableCell => cells[columns[key] ?? -1] ?? EMPTY;
  // Our own files keep numbers and formula-like names behind a tab, Excel behind an apostrophe.
  const text = (key: keyof Columns) => shown(cell(key)).replace(/^['\t]+/, '');
  const said = text('said');
  return {
    row: at,
    remarks: [...new Set(cells.flatMap((one) => one.text.match(REMARK) ?? []))],
    account: text('account') || null,
    name: text('name') || null,
    amount_fen: amountOf(text('amount'), fen),
    paid_fen: amountOf(text('paid'), fen),
    said: said === '' ? null : saidResult(said),
    reference: text('reference').slice(0, 100),
    failure: text('failure').slice(0, 200),
    paid_at: columns.paid_at === null ? null : timeOf(cell('paid_at'), epochDays),
  };
}

function amountOf(text: string, fen: boolean): Fen | 'unreadable' | null {
  const plain = text.normalize('NFKC').replace(/^[¥￥]|元$|\s/g, '');
  if (plain === '') return null;
  const amount = fen ? (/^\d{1,15}$/.test(plain) ? Number(plain) : null) : parseFen(plain.replace(/(\.\d\d)0+$/, '$1'));
  return amount === null || amount < 0 ? 'unreadable' : amount;
}
