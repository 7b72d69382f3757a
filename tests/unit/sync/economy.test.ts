import { describe, expect, it, onTestFinished } from 'vitest';
import { createPlatform } from '../../../electron/service/platform/platform.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { openStore } from '../../../electron/service/store/store.ts';
import { syncOrders } from '../../../electron/service/sync/orders.ts';
import { emptyTally } from '../../../electron/service/sync/tally.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';
import { loopbackPlatform } from '../../support/loopback-platform.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const NOW = 1_795_000_000;
const LIST = '/channels/ec/league/headsupplier/order/list/get';
const DETAIL = '/channels/ec/league/headsupplier/order/get';

interface Made {
  id: string;
  created: number;
  updated: number;
  status: number;
  /** Update time its detail shows, when that lags behind the list. */
  shown?: number;
}

/** A world of orders that stands still unless a test moves it, and a count of every call to it. */
async function countedWorld(orders: Made[]) {
  let now = NOW;
  const server = await loopbackPlatform(
    ({ path, body }) => {
      if (path === LIST) {
        const axis = body.update_time_range ? 'updated' : 'created';
        const range = (body.update_time_range ?? body.create_time_range) as { start_time: number; end_time: number };
        const found = orders
          .filter((order) => order[axis] >= range.start_time && order[axis] <= range.end_time)
          .sort((a, b) => a[axis] - b[axis]);
        const from = Number(body.next_key ?? 0);
        const page = found.slice(from, from + Number(body.page_size));
        const more = found.length > from + page.length;
        return {
          list: page.map(({ id }) => ({ order_id: id, sku_id: '1' })),
          has_more: more,
          next_key: more ? String(from + page.length) : '',
        };
      }
      const order = orders.find(({ id }) => id === body.order_id);
      if (path === DETAIL && !order) return { errcode: 10024006, errmsg: 'no such order' };
      return path === DETAIL
        ? {
            commssion_order: {
              order_id: order!.id,
              sku_id: '1',
              create_time: order!.created,
              update_time: order!.shown ?? order!.updated,
              status: order!.status,
            },
          }
        : {};
    },
    () => new Date(now * 1000).toUTCString(),
  );
  const store = await openStore(tempFolder());
  onTestFinished(() => store.close());
  const sync = async (asked: boolean, since: number | null = null) => {
    server.calls.length = 0;
    const platform = createPlatform({ baseUrl: server.url, credentials: { appId: 'wx1', secret: 's' } });
    try {
      await platform.reach();
      const tally = emptyTally('orders');
      const signal = new AbortController().signal;
      const task = { store, platform, tally, signal, asked, progress: () => {}, told: () => {} };
      await syncOrders(task, { since });
    } finally {
      await platform.close();
    }
    const of = (path: string) => server.calls.filter((call) => call.path === path);
    return { lists: of(LIST), details: of(DETAIL), tokens: of('/cgi-bin/stable_token') };
  };
  return {
    orders,
    store,
    sync,
    pass: (seconds: number) => {
      now += seconds;
    },
    now: () => now,
  };
}

function ordersOver(days: number, each: number): Made[] {
  return Array.from({ length: days * each }, (_, index) => {
    const created = NOW - 60 - Math.floor((index * DAY_SECONDS) / each);
    return { id: String(3_700_000_000_000_000_000n + BigInt(index)), created, updated: created + 40, status: 100 };
  });
}

describe('a sync', () => {
  it('makes no detail call and few list calls in a world that stands still', async () => {
    const world = await countedWorld(ordersOver(15, 100));
    const first = await world.sync(true);
    expect(first.details).toHaveLength(1500);
    // A stretch is shorter than a page, so that it cannot shift: about twice as many list calls as full pages,
    // and one for each empty week of the first half-year.
    expect(first.lists.length).toBeLessThan((1500 / 30) * 2.2 + 26);
    const second = await world.sync(true);
    expect(second.details).toEqual([]);
    expect(second.tokens).toHaveLength(1);
    const overlap = world.orders.filter((order) => order.updated > NOW - DAY_SECONDS).length;
    expect(second.lists.length).toBeLessThan((overlap / 30) * 2.2 + 8);
  });

  it('reads a row a few times while it is young, and a settled one no more', async () => {
    const world = await countedWorld(ordersOver(20, 50));
    await world.sync(false);
    let details = 0;
    for (let quarter = 0; quarter < 4 * 24; quarter += 1) {
      world.pass(900);
      details += (await world.sync(false)).details.length;
    }
    // Fifty rows were a day old or younger at the first sync; ninety-six times all of them would be 4,800.
    expect(details).toBeLessThan(300);
    world.pass(DAY_SECONDS * 9);
    await world.sync(false);
    world.pass(900);
    expect((await world.sync(false)).details).toEqual([]);
  });

  it('keeps within the documented limits of the list', async () => {
    const world = await countedWorld(ordersOver(200, 5));
    const { lists } = await world.sync(true, NOW - 200 * DAY_SECONDS);
    for (const { body } of lists) {
      expect(body.page_size).toBe(30);
      expect(Object.keys(body).filter((key) => key.endsWith('_range'))).toHaveLength(1);
    }
  });

  it('reads unsettled rows again by age, whatever happened to their update time', async () => {
    const world = await countedWorld(ordersOver(30, 10).map((order) => ({ ...order, status: 20 })));
    await world.sync(false);
    world.pass(3 * DAY_SECONDS + 60);
    expect((await world.sync(false)).details).toHaveLength(300);
    world.pass(3600);
    expect((await world.sync(false)).details).toHaveLength(0);
  });

  it('finds rows that come late, and reaches farther back the later they come', async () => {
    const world = await countedWorld(ordersOver(20, 20));
    await world.sync(false);
    world.pass(3600);
    await world.sync(false);
    const overlapStart = async () => {
      const { lists } = await world.sync(false);
      const starts = lists.map(({ body }) => (body.update_time_range as { start_time: number }).start_time);
      return world.now() - Math.min(...starts);
    };
    expect(await overlapStart()).toBeLessThan(2 * DAY_SECONDS);
    const updated = world.now() - 20 * 3600;
    world.orders.push({ id: '3799999999999999999', created: updated, updated, status: 20 });
    world.pass(600);
    await world.sync(false);
    expect(world.store.value(sql`select count(*) from commission_order where order_id = '3799999999999999999'`)).toBe(
      1,
    );
    expect(world.store.value(sql`select max(seconds) from lateness_day`)).toBeGreaterThan(19 * 3600);
    world.pass(600);
    expect(await overlapStart()).toBeGreaterThan(38 * 3600);
  });

  it('asks again for a detail that is older than its list, and sets it aside when it stays so', async () => {
    const world = await countedWorld(ordersOver(5, 20));
    await world.sync(true);
    world.pass(3600);
    const behind = world.orders[3]!;
    Object.assign(behind, { shown: behind.updated, updated: world.now() - 60 });
    const { details } = await world.sync(true);
    expect(details.filter(({ body }) => body.order_id === behind.id)).toHaveLength(3);
    expect(world.store.all(sql`select order_id, reason from quarantine`)).toEqual([
      { order_id: behind.id, reason: 'reply.lags_behind' },
    ]);
    delete behind.shown;
    await world.sync(true);
    expect(world.store.value(sql`select count(*) from quarantine`)).toBe(0);
  });
});
