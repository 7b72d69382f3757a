import { createHash } from 'node:crypto';
import { sql } from './sql.ts';
import type { Store } from './store.ts';

export interface AuditEntry {
  at: number;
  staff: string;
  /** Room and deed, such as `partnership.accept`. */
  action: string;
  detail: Record<string, unknown>;
}

/** Hash of an entry: SHA-256 over the hash before it and its own words. */
export function auditHash(previous: string, entry: AuditEntry): string {
  return createHash('sha256')
    .update(JSON.stringify([previous, entry.at, entry.staff, entry.action, entry.detail]))
    .digest('hex');
}

/** Appends to the hash chain; call it in the transaction of the deed itself. */
export function audit(store: Store, entry: AuditEntry): void {
  const previous = store.value<string>(sql`select hash from audit_log order by entry_id desc limit 1`) ?? '';
  store.run(sql`insert into audit_log (at, staff, action, detail, previous_hash, hash)
    values (${entry.at}, ${entry.staff}, ${entry.action}, ${JSON.stringify(entry.detail)}, ${previous}, ${auditHash(previous, entry)})`);
}
