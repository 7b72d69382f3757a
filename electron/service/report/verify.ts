import { open, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ReportVerdict } from '../../../shared/contract/report.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { MoneyRangeError } from '../../../shared/money.ts';
import { FigureBuilder, type PeriodFigures } from '../settlement/figures.ts';
import { compareLines } from '../settlement/fingerprint.ts';
import type { SettlementLine } from '../settlement/line.ts';
import { readFailure } from './file-failure.ts';
import { csvLines, csvStatement } from './reading/csv-report.ts';
import { DetailTotals } from './reading/detail-totals.ts';
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
    let totals = new DetailTotals();
    const found = await readLines(statement.period, () => {
      totals = new DetailTotals();
      return workbookLines(workbook, totals);
    });
    const verdict = judge(statement, found);
    if (verdict.verdict === 'changed') return verdict;
    const agree = totals.agree() && (await sheetsAgree(workbook, found.figures));
    return { ...verdict, verdict: agree ? 'untouched' : 'changed' };
  } finally {
    workbook.close();
  }
}

async function verifyCsv(file: string): Promise<ReportVerdict> {
  const statement = (await csvStatement(file)) ?? (await manifestBeside(file));
  if (!statement) throw new DeskError('file.not_a_report', { file });
  return judge(statement, await readLines(statement.period, () => csvLines(file)));
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

function judge(statement: Statement, { figures: { hash }, rows }: Found): ReportVerdict {
  return {
    verdict: hash === statement.hash && rows === statement.rows ? 'untouched' : 'changed',
    stated: statement.hash,
    found: hash,
    rows,
    period: statement.period,
    signature: 'none',
    key: null,
    places: [],
  };
}

interface Found {
  figures: PeriodFigures;
  rows: number;
}

/** In one pass when the lines stand in their order, as they were written; with all of them in memory when not. */
async function readLines(period: string, read: () => AsyncIterable<SettlementLine>): Promise<Found> {
  const found = new Figures(period);
  let last: SettlementLine | null = null;
  let inOrder = true;
  for await (const line of read()) {
    if (last && compareLines(last, line) > 0) inOrder = false;
    found.add(line);
    last = line;
  }
  if (inOrder) return found.result();
  const lines: SettlementLine[] = [];
  for await (const line of read()) lines.push(line);
  const again = new Figures(period);
  for (const line of lines.sort(compareLines)) again.add(line);
  return again.result();
}

/** Figures of lines from outside: amounts somebody has spoilt count in the hash and are left out of the sums. */
class Figures {
  readonly #builder: FigureBuilder;
  #rows = 0;

  constructor(period: string) {
    this.#builder = new FigureBuilder(period);
  }

  add(line: SettlementLine): void {
    this.#rows += 1;
    try {
      this.#builder.add(line);
    } catch (error) {
      if (!(error instanceof MoneyRangeError)) throw error;
    }
  }

  result(): Found {
    return { figures: this.#builder.figures(), rows: this.#rows };
  }
}
