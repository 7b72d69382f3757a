import type { OrderKey } from '../platform/endpoints/orders.ts';
import type { Store } from '../store/store.ts';
import { dueBy, type LastLook } from './due.ts';
import type { Stretch } from './listing.ts';
import type { SyncWindow } from './window.ts';

/** Picks the keys of a stretch whose detail has to be read. */
export type Wanted = (keys: readonly OrderKey[], window: SyncWindow, stretch: Stretch, now: number) => OrderKey[];

/**
 * New time wants every key. What was read before (the overlap, history whose orders came in by their updates) wants
 * only rows that are not in the books, rows that the list places at another time than we know, rows not looked at since
 * the end of the stretch, and rows that are due for another look. So a world that stands still costs list pages and no detail.
 */
export function wantedKeys(store: Store): Wanted {
  const find = store.prepare('select last_read_at, updated_at from commission_order where order_id = ? and sku_id = ?');
  const aside = store.prepare('select 1 from quarantine where order_id = ? and sku_id = ? and next_try_at > ?').pluck();
  return (keys, window, stretch, now) => {
    if (window.axis === 'updated' && window.overlap === 0) return [...keys];
    return keys.filter(({ order_id, sku_id }) => {
      const row = find.get(order_id, sku_id) as LastLook | undefined;
      if (!row) return aside.get(order_id, sku_id, now) === undefined;
      if (stretch.axis === 'created') return false;
      const { updated_at, last_read_at } = row;
      const elsewhere = updated_at === null || updated_at < stretch.from || updated_at > stretch.to + 1;
      return elsewhere || last_read_at < stretch.to || dueBy(row, now);
    });
  };
}
