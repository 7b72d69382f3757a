import type { OrderKey } from '../platform/endpoints/orders.ts';
import { sql } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';

/**
 * Keys whose detail is still to be read. The table is the truth, so that a killed run goes on where it was; the
 * list in memory feeds the workers. `add` belongs into the transaction of the page that brought the keys.
 */
export interface KeyQueue {
  add(keys: readonly OrderKey[], at: number): void;
  /** Keys that only this run wants to read again; they are found again by their age if it is killed. */
  addVolatile(keys: readonly OrderKey[]): void;
  take(): OrderKey | undefined;
  /** The key is answered for: read, or in quarantine. Call it in the transaction that writes that down. */
  done(key: OrderKey): void;
  /** Not read, because the run is ending; the key stays in the table. */
  release(key: OrderKey): void;
  readonly waiting: number;
}

const nameOf = (key: OrderKey) => `${key.order_id}/${key.sku_id}`;

export function keyQueue(store: Store): KeyQueue {
  const insert = store.prepare('insert or ignore into order_key (order_id, sku_id, queued_at) values (?, ?, ?)');
  const remove = store.prepare('delete from order_key where order_id = ? and sku_id = ?');
  const held = new Set<string>();
  let waiting: OrderKey[] = [];
  let head = 0;

  const hold = (key: OrderKey) => {
    const name = nameOf(key);
    if (held.has(name)) return;
    held.add(name);
    waiting.push({ order_id: key.order_id, sku_id: key.sku_id });
  };

  for (const key of store.all<OrderKey>(
    sql`select order_id, sku_id from order_key order by queued_at, order_id, sku_id`,
  ))
    hold(key);

  return {
    add(keys, at) {
      for (const key of keys) {
        insert.run(key.order_id, key.sku_id, at);
        hold(key);
      }
    },
    addVolatile: (keys) => keys.forEach(hold),
    take() {
      const key = waiting[head];
      if (!key) return undefined;
      head += 1;
      // Let go of what was taken now and then, not key by key.
      if (head > 4096) {
        waiting = waiting.slice(head);
        head = 0;
      }
      return key;
    },
    done(key) {
      remove.run(key.order_id, key.sku_id);
      held.delete(nameOf(key));
    },
    release: (key) => {
      held.delete(nameOf(key));
    },
    get waiting() {
      return waiting.length - head;
    },
  };
}

export function queuedKeys(reader: StoreReader): number {
  return reader.value<number>(sql`select count(*) from order_key`) ?? 0;
}
