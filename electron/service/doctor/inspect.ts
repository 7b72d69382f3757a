import type { ErrorCode } from '../../../shared/contract/error-code.ts';
import { brokenClosing, type ChainBreak } from '../settlement/chain.ts';
import { auditHash } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

/** What a look at every page of the database and every link of the audit chain gave. */
export interface Inspection {
  /** What SQLite found; empty when nothing is wrong. */
  damages: string[];
  entries: number;
  /** First entry of the audit log that does not follow from the one before. */
  broken_entry: number | null;
  /** First closing that is not as it was written. */
  broken_closing: ChainBreak | null;
}

/** What the thread says once. */
export type InspectionWord = { inspection: Inspection } | { failed: ErrorCode };

/** Takes long with large books: it belongs into a thread of its own. */
export function inspectBooks(reader: StoreReader): Inspection {
  const found = reader.all<{ integrity_check: string }>(sql`pragma integrity_check(20)`);
  const damages = found.map((row) => row.integrity_check).filter((verdict) => verdict !== 'ok');
  return { damages, ...inspectAudit(reader), broken_closing: brokenClosing(reader) };
}

interface Entry {
  entry_id: number;
  at: number;
  staff: string;
  action: string;
  detail: string;
  previous_hash: string;
  hash: string;
}

/** Follows the chain of the audit log from its first entry. */
export function inspectAudit(reader: StoreReader): { entries: number; broken_entry: number | null } {
  let previous = '';
  let entries = 0;
  for (const entry of reader.each<Entry>(
    sql`select entry_id, at, staff, action, detail, previous_hash, hash from audit_log order by entry_id`,
  )) {
    entries += 1;
    if (entry.previous_hash !== previous || hashOf(previous, entry) !== entry.hash)
      return { entries, broken_entry: entry.entry_id };
    previous = entry.hash;
  }
  return { entries, broken_entry: null };
}

function hashOf(previous: string, { at, staff, action, detail }: Entry): string | null {
  try {
    return auditHash(previous, { at, staff, action, detail: JSON.parse(detail) });
  } catch {
    // Somebody wrote something that is no entry.
    return null;
  }
}
