import { type OrderReading, orderRecorder } from '../../electron/service/order/record.ts';
import { parseExactJson } from '../../electron/service/platform/json.ts';
import { writeSetting } from '../../electron/service/store/setting.ts';
import type { Store } from '../../electron/service/store/store.ts';
import { DAY_SECONDS } from '../../shared/time.ts';
import { draws } from './order-world/draw.ts';
import { fillParties } from './order-world/fill-parties.ts';
import { NOW } from './order-world/parties.ts';
import { purchases, type Reply } from './order-world/purchase.ts';

export { NOW, PARTIES } from './order-world/parties.ts';
export type { Reply } from './order-world/purchase.ts';

export interface OrderWorld {
  /** The viewing institution. */
  ownAppId?: string;
  seed?: number;
  /** Share of the plain orders that were read once before they settled. */
  versions?: number;
}

export const OWN_APP_ID = 'wx0000000000000001';
export const BATCH_ROWS = 5000;

/** What one transaction brings: replies of order/get, all read at one time. */
export interface Batch {
  seenAt: number;
  replies: Reply[];
}

/** The first look of an order that was read twice, and the look by which nearly all have settled. */
const FIRST_LOOK = 3 * DAY_SECONDS;
const LAST_LOOK = 28 * DAY_SECONDS;

/**
 * Two years of orders up to NOW as a sync would have read them, in the documented shape: `count` commission orders,
 * some of them in two states. Batches come in the order of their time.
 */
export function* orderWorld(count: number, world: OrderWorld = {}): Generator<Batch> {
  const { ownAppId = OWN_APP_ID, seed = 1, versions = 0.05 } = world;
  const draw = draws(seed);
  // On average an order has 1.09 commission orders.
  const orders = Math.ceil(count / 1.09);
  const early = queue();
  const final = queue();
  let replies: Reply[] = [];
  let now = 0;
  let made = 0;
  for (let index = 0; made < count; index += 1) {
    const found = purchases(draw, Math.min(index, orders - 1), orders, { ownAppId, versions }).slice(0, count - made);
    made += found.length;
    now = Math.max(now, found[0]!.created);
    for (const { created, before, now: last } of found) {
      if (before) early.put(before, created + FIRST_LOOK);
      final.put(last, created + LAST_LOOK);
    }
    replies.push(...early.due(now), ...final.due(now));
    if (replies.length >= BATCH_ROWS) yield { seenAt: now, replies: replies.splice(0, BATCH_ROWS) };
  }
  if (replies.length) yield { seenAt: now, replies };
  for (const rest of [early, final]) {
    replies = rest.due(Number.POSITIVE_INFINITY);
    while (replies.length) yield { seenAt: NOW, replies: replies.splice(0, BATCH_ROWS) };
  }
}

/** Replies that wait for their time; they are put in nearly in its order. */
function queue() {
  let waiting: { reply: Reply; at: number }[] = [];
  let next = 0;
  return {
    put: (reply: Reply, at: number) => waiting.push({ reply, at }),
    due(now: number): Reply[] {
      const from = next;
      while (next < waiting.length && waiting[next]!.at <= now) next += 1;
      const found = waiting.slice(from, next).map(({ reply }) => reply);
      if (next > 10_000) {
        waiting = waiting.slice(next);
        next = 0;
      }
      return found;
    },
  };
}

/** Writes the world through the very way the sync writes it. Says how long that took, making the replies included. */
export function fillWorld(
  store: Store,
  count: number,
  { onBatch, ...world }: OrderWorld & { onBatch?: (batch: Batch) => void } = {},
): { replies: number; seconds: number } {
  writeSetting(store, 'app_id', world.ownAppId ?? OWN_APP_ID);
  fillParties(store);
  const record = orderRecorder(store);
  const started = performance.now();
  let written = 0;
  for (const batch of orderWorld(count, world)) {
    onBatch?.(batch);
    const readings = batch.replies.map(
      ({ key, text }): OrderReading => ({ key, reply: { value: parseExactJson(text), text } }),
    );
    store.transaction(() => record(readings, batch.seenAt));
    written += readings.length;
  }
  return { replies: written, seconds: (performance.now() - started) / 1000 };
}
