import type { OrderKey, OrderRow, OrderState, ReviewState } from '../../../shared/contract/order.ts';
import type { ReviewReason } from '../../../shared/contract/review.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

type StaffWords = Pick<OrderRow, 'review_state' | 'review_reason' | 'tags' | 'notes'>;

/** Adds what staff said to rows of a page: three questions by key, whatever the number of rows. */
export function withStaffWords(reader: StoreReader, rows: readonly OrderState[]): OrderRow[] {
  if (rows.length === 0) return [];
  const words = staffWords(reader, rows);
  return rows.map((row) => Object.assign(row, words(row)));
}

/** The words of each of the rows, by key. */
export function staffWords(reader: StoreReader, rows: readonly OrderKey[]): (key: OrderKey) => StaffWords {
  const ids = JSON.stringify([...new Set(rows.map((row) => row.order_id))]);
  const found = new Map<string, StaffWords>();
  const of = (key: OrderKey): StaffWords => {
    const name = `${key.order_id}/${key.sku_id}`;
    const known = found.get(name);
    if (known) return known;
    const none: StaffWords = { review_state: 'open', review_reason: null, tags: [], notes: 0 };
    found.set(name, none);
    return none;
  };
  for (const row of reader.all<OrderKey & { state: ReviewState; reason: ReviewReason | null }>(
    sql`select order_id, sku_id, state, reason from order_review where order_id in (select value from json_each(${ids}))`,
  ))
    Object.assign(of(row), { review_state: row.state, review_reason: row.reason });
  for (const row of reader.all<OrderKey & { tag: string }>(
    sql`select order_id, sku_id, tag from order_tag where order_id in (select value from json_each(${ids})) order by tag`,
  ))
    of(row).tags.push(row.tag);
  for (const row of reader.all<OrderKey & { notes: number }>(
    sql`select order_id, sku_id, count(*) as notes from order_note
      where order_id in (select value from json_each(${ids})) and removed_at is null group by 1, 2`,
  ))
    of(row).notes = row.notes;
  return of;
}
