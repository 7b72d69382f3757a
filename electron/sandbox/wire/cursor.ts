/**
 * Opaque cursors. They name the last row given (keyset), so rows that come or move while a caller pages are neither
 * skipped nor shifted, but for the order list under the fault `shifting-pages`, where they name a count of rows. They
 * never expire, and one that was not made here is refused.
 */
import { mix } from '../random.ts';
import { BAD_PARAMETER } from './body.ts';
import { refusal } from './refusal.ts';

/** `scope` names the list, so that the cursor of one list is refused by another. */
export function writeCursor(scope: string, parts: readonly (string | number)[]): string {
  const text = parts.join('~');
  return Buffer.from(`${scope}~${mix(scope, text).toString(36)}~${text}`).toString('base64url');
}

export function readCursor(scope: string, cursor: string): string[] {
  const [name, check, ...parts] = Buffer.from(cursor, 'base64url').toString().split('~');
  if (name !== scope || check !== mix(scope, parts.join('~')).toString(36)) throw refusal(BAD_PARAMETER, 'next_key');
  return parts;
}

/** Which list a cursor belongs to; what is not a cursor belongs to none. */
export function cursorScope(cursor: string): string | undefined {
  return Buffer.from(cursor, 'base64url').toString().split('~')[0];
}

export interface Page<T> {
  rows: T[];
  nextKey: string;
  hasMore: boolean;
}

/** One page of rows that are kept in a fixed order and known by a growing number. */
export function pageByNumber<T extends { number: number }>(
  scope: string,
  all: Iterable<T>,
  cursor: string | undefined,
  size: number,
): Page<T> {
  const after = cursor === undefined || cursor === '' ? -1 : Number(readCursor(scope, cursor)[0]);
  const rows: T[] = [];
  for (const row of all) {
    if (row.number <= after) continue;
    if (rows.length === size) {
      return { rows, nextKey: writeCursor(scope, [rows[size - 1]?.number ?? after]), hasMore: true };
    }
    rows.push(row);
  }
  return { rows, nextKey: '', hasMore: false };
}
