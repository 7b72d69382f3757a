import type { QuarantineRow } from '../../../shared/contract/sync.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';
import type { OrderKey } from '../platform/endpoints/orders.ts';
import { type Sql, sql, where } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';

/** The pause after the first try; it doubles with each further one, up to a day. */
const FIRST_PAUSE = 900;
const LONGEST_PAUSE = DAY_SECONDS;

/** Puts a key aside whose detail the platform does not give now; it is tried again with growing pauses, never dropped. */
export function quarantineKey(store: Store, key: OrderKey, reason: string, at: number): void {
  const tries = 1 + (store.value<number>(sql`select tries from quarantine where ${isKey(key)}`) ?? 0);
  const nextTryAt = at + Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE);
  store.run(sql`insert into quarantine (order_id, sku_id, reason, since, tries, last_try_at, next_try_at)
    values (${key.order_id}, ${key.sku_id}, ${reason}, ${at}, ${tries}, ${at}, ${nextTryAt})
    on conflict (order_id, sku_id) do update set reason = excluded.reason, tries = excluded.tries,
      last_try_at = excluded.last_try_at, next_try_at = excluded.next_try_at`);
}

export function releaseKey(store: Store, key: OrderKey): void {
  store.run(sql`delete from quarantine where ${isKey(key)}`);
}

function isKey(key: OrderKey): Sql {
  return sql`order_id = ${key.order_id} and sku_id = ${key.sku_id}`;
}

/** Those whose next try has come by `dueBy`; all of them when it is null. */
export function quarantinedKeys(reader: StoreReader, dueBy: number | null): OrderKey[] {
  const due = dueBy === null ? [] : [sql`next_try_at <= ${dueBy}`];
  return reader.all<OrderKey>(
    sql`select order_id, sku_id from quarantine ${where(due)} order by last_try_at, order_id, sku_id`,
  );
}

export function quarantined(reader: StoreReader): number {
  return reader.value<number>(sql`select count(*) from quarantine`) ?? 0;
}

/** Oldest first. */
export function quarantinePage(
  reader: StoreReader,
  input: { cursor?: string | undefined; limit: number },
): { rows: QuarantineRow[]; next_cursor: string | null; total: number } {
  const [since, orderId, skuId] = (input.cursor ?? '').split('/');
  const conditions: Sql[] =
    since && orderId && skuId ? [sql`(since, order_id, sku_id) > (${Number(since)}, ${orderId}, ${skuId})`] : [];
  const rows = reader.all<QuarantineRow>(
    sql`select order_id, sku_id, reason, since, tries, last_try_at, next_try_at from quarantine ${where(conditions)}
      order by since, order_id, sku_id limit ${input.limit + 1}`,
  );
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    rows: page,
    next_cursor: rows.length > input.limit && last ? `${last.since}/${last.order_id}/${last.sku_id}` : null,
    total: quarantined(reader),
  };
}
