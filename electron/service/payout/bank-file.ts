import { extname } from 'node:path';
import { DeskError } from '../../../shared/contract/result.ts';
import type { Fen } from '../../../shared/money.ts';
import type { Unix } from '../../../shared/time.ts';
import type { Context } from '../context.ts';
import { openAccount } from '../payee/seal.ts';
import type { Column, Row } from '../report/column.ts';
import { CsvSink } from '../report/csv.ts';
import { FreshFiles } from '../report/fresh-files.ts';
import { TextFile } from '../report/text-file.ts';
import { Workbook } from '../report/xlsx/workbook.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { payoutBatch } from './batch.ts';
import { namedStaff } from './staff.ts';

/** No sums: a row below the payments would be read as one more. */
const COLUMNS = [
  { key: 'account_name', title: '收款人', kind: 'text' },
  { key: 'account_no', title: '账号', kind: 'id' },
  { key: 'bank', title: '开户行', kind: 'text' },
  { key: 'amount_fen', title: '金额(元)', kind: 'money' },
  { key: 'remark', title: '备注', kind: 'text' },
] as const satisfies readonly Column[];

/**
 * The payments of an approved batch that have no result yet, as a file for the bank or platform. It holds whole
 * account numbers, so who wrote it is in the audit log. Throws `payout.not_approved`, `payee.sealed`, `file.unwritable`.
 */
export async function exportPayout(
  context: Context,
  { batch_id, file }: { batch_id: number; file: string },
): Promise<{ file: string; rows: number }> {
  const { store } = context;
  const staff = namedStaff(context);
  const batch = payoutBatch(store, batch_id);
  if (batch.state !== 'approved') throw new DeskError('payout.not_approved', { batch_id });
  const waiting = new Map(
    batch.items.filter(({ state }) => state === 'waiting').map(({ payee_id, remark }) => [payee_id, remark]),
  );
  const rows = sealedItems(store, batch_id)
    .filter(({ payee_id }) => waiting.has(payee_id))
    .map(({ payee_id, sealed, amount_fen }): Row => {
      const { account_name, account_no, bank } = openAccount(
        context.dataDir,
        { payee_id, channel: batch.channel },
        sealed,
      );
      return { account_name, account_no, bank, amount_fen, remark: `${batch.period}佣金 ${waiting.get(payee_id)}` };
    });
  const kept = await writeRows(file, rows, batch.approved_at!);
  store.durably(() =>
    audit(store, {
      at: context.now(),
      staff,
      action: 'payout.export',
      detail: { batch_id, period: batch.period, file: kept, payments: rows.length },
    }),
  );
  return { file: kept, rows: rows.length };
}

/** The accounts a batch pays to, in its order. */
export function sealedItems(
  reader: StoreReader,
  batchId: number,
): { payee_id: string; sealed: Uint8Array; amount_fen: Fen }[] {
  return reader.all(
    sql`select payee_id, sealed, amount_fen from payout_item where batch_id = ${batchId} order by place`,
  );
}

/** Appears when it is complete. `at` stands in the workbook's properties, so that writing again gives the same bytes. */
async function writeRows(file: string, rows: readonly Row[], at: Unix): Promise<string> {
  const files = new FreshFiles();
  try {
    const temporary = files.begin(file);
    if (extname(file).toLowerCase() === '.xlsx') await writeWorkbook(temporary, file, rows, at);
    else await writeCsv(temporary, file, rows);
    return files.keep()[0]!;
  } finally {
    files.drop();
  }
}

async function writeCsv(temporary: string, file: string, rows: readonly Row[]): Promise<void> {
  const text = new TextFile(temporary, file);
  try {
    const sink = new CsvSink(text, COLUMNS, 'staff');
    for (const row of rows) sink.row(row);
    await sink.end();
  } catch (error) {
    text.close();
    throw error;
  }
}

async function writeWorkbook(temporary: string, file: string, rows: readonly Row[], at: Unix): Promise<void> {
  const workbook = new Workbook(temporary, file, at);
  try {
    const table = workbook.table('付款', COLUMNS);
    for (const row of rows) await table.row(row);
    await table.end({});
    await workbook.close();
  } catch (error) {
    await workbook.abort();
    throw error;
  }
}
