import { open, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ReportVerdict } from '../../../shared/contract/report.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { compareLines, Fingerprint } from '../settlement/fingerprint.ts';
import type { SettlementLine } from '../settlement/line.ts';
import { readFailure } from './file-failure.ts';
import { csvLines, csvStatement } from './reading/csv-report.ts';
import { XlsxReader } from './reading/xlsx-reader.ts';
import { sheetStatement, sheetsAgree, workbookLines } from './reading/xlsx-report.ts';
import { readManifest, type Statement } from './statement.ts';

/**
 * Recomputes the hash of a report's lines from its cells. Sorting, hiding or saving by another program changes
 * nothing; any value that differs does, and so do sums on the other sheets that do not fit the lines.
 * Throws `file.unreadable` or `file.not_a_report`.
 */
export async function verifyReport(file: string): Promise<ReportVerdict> {
  try {
    return (await isZip(file)) ? await verifyWorkbook(file) : await verifyCsv(file);
  } catch (error) {
    throw readFailure(error, file);
  }
}

async function isZip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.toString('latin1', 0, 2) === 'PK';
  } finally {
    await handle.close();
  }
}

async function verifyWorkbook(file: string): Promise<ReportVerdict> {
  const workbook = await XlsxReader.open(file);
  try {
    const statement = await sheetStatement(workbook);
    if (!statement) throw new DeskError('file.not_a_report', { file });
    const verdict = await judge(statement, () => workbookLines(workbook));
    if (verdict.verdict === 'changed') return verdict;
    const agree = await sheetsAgree(workbook, statement.period, await sorted(workbookLines(workbook)));
    return { ...verdict, verdict: agree ? 'untouched' : 'changed' };
  } finally {
    workbook.close();
  }
}

async function verifyCsv(file: string): Promise<ReportVerdict> {
  const statement = (await csvStatement(file)) ?? (await manifestBeside(file));
  if (!statement) throw new DeskError('file.not_a_report', { file });
  return judge(statement, () => csvLines(file));
}

/** The csv for programs holds rows and nothing else; its statement lies beside it. */
async function manifestBeside(file: string): Promise<Statement | null> {
  const name = /^settlement-lines-(\d{4}-\d{2})\.csv$/.exec(basename(file));
  if (!name) return null;
  try {
    return readManifest(await readFile(join(dirname(file), `settlement-${name[1]}.json`), 'utf8'));
  } catch {
    return null;
  }
}

async function judge(statement: Statement, read: () => AsyncIterable<SettlementLine>): Promise<ReportVerdict> {
  const found = await fingerprint(statement.period, read);
  const untouched = found.hash === statement.hash && found.rows === statement.rows;
  return {
    verdict: untouched ? 'untouched' : 'changed',
    stated: statement.hash,
    found: found.hash,
    rows: found.rows,
    period: statement.period,
  };
}

/** In one pass when the lines stand in their order, as they were written; with all of them in memory when not. */
async function fingerprint(period: string, read: () => AsyncIterable<SettlementLine>) {
  const print = new Fingerprint(period);
  let rows = 0;
  let last: SettlementLine | null = null;
  let inOrder = true;
  for await (const line of read()) {
    if (last && compareLines(last, line) > 0) inOrder = false;
    print.add(line);
    rows += 1;
    last = line;
  }
  if (inOrder) return { hash: print.digest(), rows };
  const again = new Fingerprint(period);
  for (const line of await sorted(read())) again.add(line);
  return { hash: again.digest(), rows };
}

async function sorted(lines: AsyncIterable<SettlementLine>): Promise<SettlementLine[]> {
  const all: SettlementLine[] = [];
  for await (const line of lines) all.push(line);
  return all.sort(compareLines);
}
