import { DeskError } from '../../../shared/contract/result.ts';
import type { Context } from '../context.ts';
import { orderRecorder } from '../order/record.ts';
import { type OrderKey, readOrder } from '../platform/endpoints/orders.ts';
import type { Reply } from '../platform/reply.ts';
import { sql } from '../store/sql.ts';
import { failsThisKeyOnly } from '../sync/detail-failure.ts';
import { quarantineKey, releaseKey } from '../sync/quarantine.ts';

/**
 * Reads single commission orders now and writes down what came of it: into the books, or into the quarantine with
 * the platform's code. Gives per key why it is not in the books, null when it is. Throws what is no fault of a key.
 */
export async function readKeys(
  context: Context,
  keys: readonly OrderKey[],
  signal?: AbortSignal,
): Promise<(string | null)[]> {
  const { store } = context;
  const platform = context.platform();
  const reads: { key: OrderKey; reply: Reply | null; reason: string | null }[] = [];
  for (const key of keys) reads.push(await readOne(key));
  const at = platform.clock.now();
  return store.transaction(() => {
    const readings = reads.flatMap(({ key, reply }) => (reply ? [{ key, reply }] : []));
    const recorded = orderRecorder(store)(readings, at);
    const outcome = new Map(readings.map(({ key }, index) => [key, recorded[index]!]));
    return reads.map(({ key, reason }) => {
      const why = outcome.get(key) === 'unreadable' ? 'reply.unreadable' : reason;
      store.run(sql`delete from order_key where order_id = ${key.order_id} and sku_id = ${key.sku_id}`);
      if (why === null) releaseKey(store, key);
      else quarantineKey(store, key, why, at);
      return why;
    });
  });

  async function readOne(key: OrderKey) {
    try {
      return { key, reply: await readOrder(platform, key, signal), reason: null };
    } catch (error) {
      if (!failsThisKeyOnly(error)) throw error;
      return { key, reply: null, reason: error.code };
    }
  }
}

/** Tries one key at once: `read`, or the reason it still is not in the books. */
export async function retryKey(
  context: Context,
  { order_id, sku_id }: OrderKey,
): Promise<{ read: boolean; reason: string | null }> {
  try {
    const [reason = null] = await readKeys(context, [{ order_id, sku_id }]);
    context.changed('orders', 'settlement', 'sync');
    return { read: reason === null, reason };
  } catch (error) {
    // Offline, refused or used up: nothing was learnt of the key, its tries are not counted.
    if (!(error instanceof DeskError)) throw error;
    return { read: false, reason: error.code };
  }
}
