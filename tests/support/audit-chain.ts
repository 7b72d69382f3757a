import { expect } from 'vitest';
import { type AuditEntry, auditHash } from '../../electron/service/store/audit.ts';
import { askBooks } from './desk-books.ts';

type Entry = Omit<AuditEntry, 'detail'> & Record<'detail' | 'previous_hash' | 'hash', string>;

/** Every entry of the demo institution's audit log, oldest first. */
export function auditLog(dataDir: string): Entry[] {
  return askBooks<Entry>(dataDir, 'select * from audit_log order by entry_id');
}

/** Each entry holds the hash of the one before, and its own is of its own words. */
export function expectChain(entries: readonly Entry[]): void {
  let previous = '';
  for (const { at, staff, action, detail, previous_hash, hash } of entries) {
    expect(previous_hash).toBe(previous);
    expect(hash).toBe(auditHash(previous, { at, staff, action, detail: JSON.parse(detail) }));
    previous = hash;
  }
}
