import { createHash } from 'node:crypto';
import type { Period, Unix } from '../../../shared/time.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { readLine } from './closed.ts';
import { Fingerprint } from './fingerprint.ts';

/** What the hash of a closing covers, texts as they stand in the table. */
export interface ChainedClosing {
  period: Period;
  number: number;
  closed_at: Unix;
  closed_by: string;
  known_as_of: Unix | null;
  seen_until: Unix;
  adjusts: string;
  lines_hash: string;
  totals: string;
  checklist: string;
}

/** SHA-256 over the hash of the closing before and this one's own facts. */
export function closingHash(previous: string, closing: ChainedClosing): string {
  const { period, number, closed_at, closed_by, known_as_of, seen_until, adjusts, lines_hash, totals, checklist } =
    closing;
  const facts = [period, number, closed_at, closed_by, known_as_of, seen_until, adjusts, lines_hash, totals, checklist];
  return createHash('sha256')
    .update(JSON.stringify([previous, ...facts]))
    .digest('hex');
}

export interface ChainBreak {
  closing_id: number;
  period: Period;
  /** The facts of the closing do not give its hash, or its lines not theirs. */
  what: 'closing' | 'lines';
}

type Row = ChainedClosing & { closing_id: number; previous_hash: string; hash: string };

/** The first closing that is not as it was written; null when all of them are. Reads every frozen line. */
export function brokenClosing(reader: StoreReader): ChainBreak | null {
  let before = '';
  for (const row of reader.all<Row>(sql`select * from settlement_closing order by closing_id`)) {
    const { closing_id, period } = row;
    // Closed by an older program, when nothing was chained yet.
    const unchained = row.previous_hash === '' && row.hash === row.lines_hash;
    if (!unchained && (row.previous_hash !== before || row.hash !== closingHash(before, row)))
      return { closing_id, period, what: 'closing' };
    if (linesHash(reader, row) !== row.lines_hash) return { closing_id, period, what: 'lines' };
    before = row.hash;
  }
  return null;
}

function linesHash(reader: StoreReader, { closing_id, period }: Row): string {
  const fingerprint = new Fingerprint(period);
  const lines = reader.each<{ line: string }>(
    sql`select line from closing_line where closing_id = ${closing_id} order by seq`,
  );
  for (const { line } of lines) fingerprint.add(readLine(line));
  return fingerprint.digest();
}
