import type { ReportVerdict } from '../../../../../shared/contract/report.ts';
import { MoneyRangeError } from '../../../../../shared/money.ts';
import { FigureBuilder, type PeriodFigures } from '../../../settlement/figures.ts';
import { compareLines } from '../../../settlement/fingerprint.ts';
import type { SettlementLine } from '../../../settlement/line.ts';
import type { XlsxReader } from '../xlsx-reader.ts';
import type { Claim } from './claim.ts';
import { csvLines } from './csv-report.ts';
import { DetailTotals } from './detail-totals.ts';
import { sheetsAgree, workbookLines } from './xlsx-report.ts';

/**
 * Packs of older programs bear a hash, but neither signature nor check codes: they are untouched or not, and nobody can
 * say where.
 */
export async function verifyUnsignedWorkbook(workbook: XlsxReader, claim: Claim): Promise<ReportVerdict> {
  let totals = new DetailTotals();
  const found = await readLines(claim.period, () => {
    totals = new DetailTotals();
    return workbookLines(workbook, totals);
  });
  const verdict = judge(claim, found);
  if (verdict.verdict === 'changed') return verdict;
  const agree = totals.agree() && (await sheetsAgree(workbook, found.figures));
  return { ...verdict, verdict: agree ? 'untouched' : 'changed' };
}

export async function verifyUnsignedCsv(file: string, claim: Claim): Promise<ReportVerdict> {
  return judge(claim, await readLines(claim.period, () => csvLines(file)));
}

function judge(claim: Claim, { figures: { hash }, rows }: Found): ReportVerdict {
  return {
    verdict: hash === claim.hash && rows === claim.rows ? 'untouched' : 'changed',
    stated: claim.hash,
    found: hash,
    rows,
    period: claim.period,
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
