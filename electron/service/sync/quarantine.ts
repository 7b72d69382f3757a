import type { QuarantineRow } from '../../../shared/contract/sync.ts';
import type { OrderKey } from '../platform/endpoints/orders.ts';
import { type Sql, sql, where } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';

/** Puts a key aside whose detail the platform does not give now; it is tried again in every run, never dropped. */
export function quarantineKey(store: Store, key: OrderKey, reason: string, at: number): void {
  store.run(sql`insert into quarantine (order_id, sku_id, reason, since, tries, last_try_at)
    values (${key.order_id}, ${key.sku_id}, ${reason}, ${at}, 1, ${at})
    on conflict (order_id, sku_id) do update set reason = excluded.reason, tries = tries + 1, last_try_at = excluded.last_try_at`);
}

export function releaseKey(store: Store, key: OrderKey): void {
  store.run(sql`delete from quarantine where order_id = ${key.order_id} and sku_id = ${key.sku_id}`);
}

export function quarantinedKeys(reader: StoreReader): OrderKey[] {
  return reader.all<OrderKey>(sql`select order_id, sku_id from quarantine order by last_try_at, order_id, sku_id`);
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
    sql`select order_id, sku_id, reason, since, tries, last_try_at from quarantine ${where(conditions)}
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
