import { LINES_FORMAT } from '../../../settlement/fingerprint.ts';
import { FACTS, readFooter } from '../../document/csv-footer.ts';

/** What a report of an older program says of itself, unsigned: which lines it should hold, and their hash. */
export interface Claim {
  period: string;
  rows: number;
  hash: string;
}

/** The last row of a csv for people; null when the row is none of ours. */
export function readClaimCells(cells: readonly string[]): Claim | null {
  const facts = readFooter(cells);
  if (!facts) return null;
  return checkedClaim(
    facts.get(FACTS.format),
    facts.get(FACTS.period),
    Number(facts.get(FACTS.rows)),
    facts.get(FACTS.hash),
  );
}

/** The file beside the csv for programs. */
export function readClaimManifest(text: string): Claim | null {
  try {
    const { format, totals } = JSON.parse(text);
    return checkedClaim(format, totals.period, totals.rows, totals.hash);
  } catch {
    return null;
  }
}

export function checkedClaim(format: unknown, period: unknown, rows: unknown, hash: unknown): Claim | null {
  if (format !== LINES_FORMAT || typeof period !== 'string' || typeof hash !== 'string') return null;
  if (!/^\d{4}-\d{2}$/.test(period) || !/^[0-9a-f]{64}$/.test(hash) || !Number.isInteger(rows)) return null;
  return { period, rows: Number(rows), hash };
}
