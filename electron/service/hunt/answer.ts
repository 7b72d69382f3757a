import type { HuntAnswer } from '../../../shared/contract/hunt.ts';
import { HOUR_SECONDS } from '../../../shared/time.ts';
import { isIn, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { hourState } from '../sync/completeness.ts';
import { orderCursor } from '../sync/window.ts';
import { orderNumber } from '../table-file/order-number.ts';
import { candidatesFor } from './candidates.ts';
import type { HuntItem } from './read-text.ts';

/** Orders asked for in one statement. */
export const CHUNK = 500;

export type WantedChannel = 'promoter' | 'talent' | null;
type StoredRow = HuntAnswer['rows'][number] & { order_id: string };

/** What the books say of each item, in its order. At most CHUNK items at once: one statement a table. */
export function answersFromBooks(
  reader: StoreReader,
  items: readonly HuntItem[],
  channel: WantedChannel,
): HuntAnswer[] {
  const numbers = items.map(({ given }) => orderNumber(given));
  const ids = [...new Set(numbers.flatMap((number) => (number.kind === 'whole' ? [number.order_id] : [])))];
  const books = booksOf(reader, ids);
  return items.map(({ given, at }, index) => {
    const number = numbers[index]!;
    if (number.kind === 'none') return answerOf(given, '', 'damaged');
    if (number.kind === 'rounded')
      return { ...answerOf(given, '', 'damaged'), candidates: candidatesFor(reader, number.rounded) };
    const known = inBooks(reader, books, given, number.order_id, at, channel);
    const missing = known.verdict === 'not_in_books' || known.verdict === 'not_yet_read';
    return missing && number.rounded
      ? { ...answerOf(given, number.order_id, 'damaged'), candidates: candidatesFor(reader, number.rounded) }
      : known;
  });
}

export function answerOf(given: string, orderId: string, verdict: HuntAnswer['verdict']): HuntAnswer {
  return {
    given,
    order_id: orderId,
    verdict,
    rows: [],
    error_code: null,
    quarantined_since: null,
    hour_at: null,
    candidates: [],
    looked_up: false,
  };
}

interface Books {
  rows: Map<string, StoredRow[]>;
  quarantined: Map<string, { reason: string; since: number }>;
  queued: Set<string>;
  clues: Set<string>;
  /** Whether the orders were ever read to an end. */
  read: boolean;
}

function booksOf(reader: StoreReader, ids: readonly string[]): Books {
  const wanted = isIn('order_id', ids);
  const rows = new Map<string, StoredRow[]>();
  for (const row of reader.all<StoredRow>(
    sql`select order_id, sku_id, product_title, shop_name, channel, promoter_name, order_status, commission_status,
        actual_payment_fen, service_amount_fen, created_at, first_seen_at
      from commission_order where ${wanted} order by order_id, sku_id`,
  ))
    rows.set(row.order_id, [...(rows.get(row.order_id) ?? []), row]);
  const quarantined = new Map<string, { reason: string; since: number }>();
  for (const { order_id, reason, since } of reader.all<{ order_id: string; reason: string; since: number }>(
    sql`select order_id, reason, since from quarantine where ${wanted} order by since desc`,
  ))
    quarantined.set(order_id, { reason, since });
  const idsOf = (table: 'order_key' | 'clue_order') =>
    new Set(
      reader
        .all<{ order_id: string }>(sql`select order_id from ${{ text: table, values: [] }} where ${wanted}`)
        .map(({ order_id }) => order_id),
    );
  const read = orderCursor(reader).known_as_of !== null;
  return { rows, quarantined, queued: idsOf('order_key'), clues: idsOf('clue_order'), read };
}

function inBooks(
  reader: StoreReader,
  books: Books,
  given: string,
  orderId: string,
  at: number | null,
  channel: WantedChannel,
): HuntAnswer {
  const rows = (books.rows.get(orderId) ?? []).map(({ order_id: _, ...row }) => row);
  if (rows.length > 0) {
    const here = channel === null || rows.some((row) => row.channel === channel);
    return { ...answerOf(given, orderId, here ? 'here' : 'other_channel'), rows };
  }
  const stuck = books.quarantined.get(orderId);
  if (stuck)
    return {
      ...answerOf(given, orderId, 'quarantined'),
      error_code: stuck.reason,
      quarantined_since: stuck.since,
    };
  if (books.queued.has(orderId)) return answerOf(given, orderId, 'queued');
  if (books.clues.has(orderId)) return answerOf(given, orderId, 'own_goods');
  if (at !== null && hourState(reader, at) !== 'read')
    return { ...answerOf(given, orderId, 'not_yet_read'), hour_at: at - (at % HOUR_SECONDS) };
  // Before the first sync has ended nothing can be said to be missing.
  return answerOf(given, orderId, books.read ? 'not_in_books' : 'not_yet_read');
}
