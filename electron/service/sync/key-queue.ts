import type { OrderKey } from '../platform/endpoints/orders.ts';
import { sql } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';

/** A row of the table. `listed_from`: start of the stretch of update time it was listed in; null when no list spoke of its update time. */
interface QueuedKey extends OrderKey {
  listed_from: number | null;
}

/**
 * Keys whose detail is still to be read. The table is the truth, so that a killed run goes on where it was; the
 * list in memory feeds the workers. `add` belongs into the transaction of the page that brought the keys.
 */
export interface KeyQueue {
  add(keys: readonly OrderKey[], listedFrom: number | null, at: number): void;
  /** Keys that only this run wants to read again; they are found again by their age if it is killed. */
  addVolatile(keys: readonly OrderKey[]): void;
  take(): OrderKey | undefined;
  /** Read, but not as it should be: once more, after all others. */
  again(key: OrderKey): void;
  /** Update time, at least, of the state the list spoke of last; null when no list spoke of it. */
  listedFrom(key: OrderKey): number | null;
  /** The key is answered for: read, or in quarantine. Call it in the transaction that writes that down. */
  done(key: OrderKey): void;
  /** Not read, because the run is ending; the key stays in the table. */
  release(key: OrderKey): void;
  readonly waiting: number;
}

const nameOf = (key: OrderKey) => `${key.order_id}/${key.sku_id}`;
/** What was taken is let go of now and then, not key by key. */
const LET_GO = 4096;

export function keyQueue(store: Store): KeyQueue {
  const insert = store.prepare(
    `insert into order_key (order_id, sku_id, queued_at, listed_from) values (?, ?, ?, ?)
     on conflict (order_id, sku_id) do update set listed_from = max(coalesce(listed_from, 0), excluded.listed_from)
     where excluded.listed_from is not null`,
  );
  const remove = store.prepare('delete from order_key where order_id = ? and sku_id = ?');
  const held = new Map<string, number | null>();
  let waiting: OrderKey[] = [];
  let head = 0;

  const hold = ({ order_id, sku_id }: OrderKey, listedFrom: number | null) => {
    const name = nameOf({ order_id, sku_id });
    const before = held.get(name);
    // Listed again while it waits or is being read: a reply on its way may be older than what this list saw.
    held.set(name, before ? Math.max(before, listedFrom ?? before) : listedFrom);
    if (before === undefined) waiting.push({ order_id, sku_id });
  };

  for (const key of store.all<QueuedKey>(
    sql`select order_id, sku_id, listed_from from order_key order by queued_at, order_id, sku_id`,
  ))
    hold(key, key.listed_from);

  return {
    add(keys, listedFrom, at) {
      for (const key of keys) {
        insert.run(key.order_id, key.sku_id, at, listedFrom);
        hold(key, listedFrom);
      }
    },
    addVolatile(keys) {
      for (const key of keys) hold(key, null);
    },
    take() {
      const key = waiting[head];
      if (!key) return undefined;
      head += 1;
      if (head > LET_GO) {
        waiting = waiting.slice(head);
        head = 0;
      }
      return key;
    },
    again: (key) => {
      waiting.push(key);
    },
    listedFrom: (key) => held.get(nameOf(key)) ?? null,
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
