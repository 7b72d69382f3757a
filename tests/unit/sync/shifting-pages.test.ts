import { describe, expect, it, onTestFinished } from 'vitest';
import { createPlatform } from '../../../electron/service/platform/platform.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { openStore } from '../../../electron/service/store/store.ts';
import { syncOrders } from '../../../electron/service/sync/orders.ts';
import { emptyTally } from '../../../electron/service/sync/tally.ts';
import { loopbackPlatform, type ScriptedAnswer, type ScriptedCall } from '../../support/loopback-platform.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const NOW = 1_795_000_000;
const DAY = 86_400;

/**
 * Another reading of the documents: cursors are offsets into the list as it is at that moment, the end of a range does
 * not belong to it, has_more is left out, ids are bare integers, and ranges above `longestDays` are refused.
 */
function offsetPlatform(count: number, everyNthDetail: number, longestDays: number) {
  const orders = Array.from({ length: count }, (_, index) => ({
    order_id: 3_700_000_000_000_000_001n + BigInt(index),
    updated: NOW - 9 * DAY + index * 700,
    status: 20,
  }));
  let now = NOW;
  let details = 0;
  const move = (index: number) => {
    now += 1;
    Object.assign(orders[index]!, { updated: now, status: 100 });
  };
  const list = ({ body }: ScriptedCall): ScriptedAnswer => {
    const { start_time, end_time } = body.update_time_range as { start_time: number; end_time: number };
    if (end_time - start_time > longestDays * DAY + 1) return { errcode: 10024000, errmsg: 'range too long' };
    const inside = orders
      .filter((order) => order.updated >= start_time && order.updated < end_time)
      .sort((a, b) => a.updated - b.updated);
    const offset = Number(body.next_key ?? 0);
    const page = inside.slice(offset, offset + 30);
    const rows = page.map((order) => `{"order_id":${order.order_id},"sku_id":7}`).join(',');
    const next = offset + 30 < inside.length ? String(offset + 30) : '';
    return `{"errcode":"0","list":[${rows}],"next_key":"${next}"}`;
  };
  const detail = ({ body }: ScriptedCall): ScriptedAnswer => {
    const order = orders.find((one) => String(one.order_id) === String(body.order_id));
    if (!order) return { errcode: 10024006, errmsg: 'no such order' };
    const reply = `{"errcode":0,"commssion_order":{"order_id":${order.order_id},"sku_id":7,"create_time":${NOW - 40 * DAY},"update_time":${order.updated},"status":${order.status}}}`;
    details += 1;
    // A row that was already listed changes now: it leaves its page, and the rows behind it slip forward.
    if (details % everyNthDetail === 0 && order.status === 20) move(orders.indexOf(order));
    return reply;
  };
  return {
    orders,
    now: () => now,
    move,
    script: (call: ScriptedCall): ScriptedAnswer => {
      if (call.path.endsWith('/order/list/get')) return list(call);
      return call.path.endsWith('/order/get') ? detail(call) : {};
    },
  };
}

async function books(baseUrl: string) {
  const platform = createPlatform({
    baseUrl,
    credentials: { appId: 'wx1', secret: 's' },
    wait: async () => {},
    concurrency: 3,
  });
  const store = await openStore(tempFolder());
  onTestFinished(async () => {
    store.close();
    await platform.close();
  });
  const sync = async () => {
    await platform.reach();
    const tally = emptyTally('orders');
    const signal = new AbortController().signal;
    await syncOrders(
      { store, platform, tally, signal, asked: true, progress: () => {}, told: () => {} },
      { since: NOW - 60 * DAY },
    );
  };
  return { store, sync };
}

describe('pages that shift while they are read', () => {
  it.each([
    ['wide ranges', 30],
    ['ranges of a day at most', 1],
  ])('cost no row with %s: all are there, and later syncs bring the last state of each', async (_name, longestDays) => {
    const world = offsetPlatform(700, 2, longestDays);
    const server = await loopbackPlatform(world.script, () => new Date(world.now() * 1000).toUTCString());
    const { store, sync } = await books(server.url);
    await sync();
    const known = () =>
      store.all<{ order_id: string; updated_at: number }>(sql`select order_id, updated_at from commission_order`);
    expect(known()).toHaveLength(700);
    for (let round = 0; round < 3; round += 1) await sync();
    const states = new Map(known().map((row) => [row.order_id, row.updated_at]));
    expect(world.orders.filter((order) => states.get(String(order.order_id)) !== order.updated)).toEqual([]);
  });

  it('nor a row that moves on just before its page is listed', async () => {
    const world = offsetPlatform(90, 1000, 30);
    let moved = false;
    const server = await loopbackPlatform(
      (call) => {
        // The newest row is paid between the start of the run and the listing of its window.
        if (call.path.endsWith('/order/list/get') && !moved) {
          moved = true;
          world.move(89);
        }
        return world.script(call);
      },
      () => new Date(world.now() * 1000).toUTCString(),
    );
    const { store, sync } = await books(server.url);
    await sync();
    expect(store.value(sql`select count(*) from commission_order`)).toBe(90);
  });

  it('end with a message where no cursor is ever taken', async () => {
    const world = offsetPlatform(90, 1000, 30);
    const server = await loopbackPlatform(
      (call) => (call.body.next_key ? { errcode: 10024000, errmsg: 'bad next_key' } : world.script(call)),
      () => new Date(world.now() * 1000).toUTCString(),
    );
    // All in one second: there is no way to list them without a cursor.
    for (const order of world.orders) order.updated = NOW - 5 * DAY;
    const { sync } = await books(server.url);
    await expect(sync()).rejects.toMatchObject({ code: 'sync.no_progress' });
  });
});
