import type { SettlementPeriod } from '../../../shared/contract/settlement.ts';
import { formatInstant } from '../../../shared/time.ts';
import { LINES_FORMAT } from '../settlement/fingerprint.ts';

/** What a csv says of itself: which lines it should hold, and their hash. */
export interface Statement {
  format: string;
  period: string;
  rows: number;
  hash: string;
}

const MARK = '#校验';

/** Last row of the csv for people. */
export function statementCells({ totals, known_as_of }: SettlementPeriod): string[] {
  return [
    MARK,
    `格式=${LINES_FORMAT}`,
    `账期=${totals.period}`,
    `行数=${totals.rows}`,
    `数据截至=${known_as_of === null ? '' : formatInstant(known_as_of)}`,
    `SHA-256=${totals.hash}`,
  ];
}

/** Null when the row is none of ours. */
export function readStatementCells(cells: readonly string[]): Statement | null {
  if (cells[0] !== MARK) return null;
  const facts = new Map(
    cells.slice(1).map((cell) => {
      const at = cell.indexOf('=');
      return [cell.slice(0, at), cell.slice(at + 1)];
    }),
  );
  return checked(facts.get('格式'), facts.get('账期'), Number(facts.get('行数')), facts.get('SHA-256'));
}

/** The file beside the csv for programs, which itself holds nothing but rows. */
export function manifestText({ totals, state, closed_at, known_as_of, checks }: SettlementPeriod): string {
  return `${JSON.stringify({ format: LINES_FORMAT, state, closed_at, known_as_of, totals, checks }, null, 2)}\n`;
}

export function readManifest(text: string): Statement | null {
  try {
    const { format, totals } = JSON.parse(text);
    return checked(format, totals.period, totals.rows, totals.hash);
  } catch {
    return null;
  }
}

export function checked(format: unknown, period: unknown, rows: unknown, hash: unknown): Statement | null {
  if (format !== LINES_FORMAT || typeof period !== 'string' || typeof hash !== 'string') return null;
  if (!/^\d{4}-\d{2}$/.test(period) || !/^[0-9a-f]{64}$/.test(hash) || !Number.isInteger(rows)) return null;
  return { format, period, rows: Number(rows), hash };
}
