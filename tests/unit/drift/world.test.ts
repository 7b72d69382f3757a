import { expect, it } from 'vitest';
import { driftRows } from '../../../electron/service/drift/list.ts';
import { clueKeyPages, readClue } from '../../../electron/service/platform/endpoints/clues.ts';
import { WIRE_SPEC } from '../../../electron/service/platform/wire-spec/index.ts';
import { syncFunds } from '../../../electron/service/sync/funds.ts';
import { syncLiveNotices } from '../../../electron/service/sync/live-notices.ts';
import { syncOrders } from '../../../electron/service/sync/orders.ts';
import { syncProducts } from '../../../electron/service/sync/products.ts';
import { syncPromoters } from '../../../electron/service/sync/promoters.ts';
import { syncShops } from '../../../electron/service/sync/shops.ts';
import { type ResourceWorld, resourceWorld } from '../../support/resource-world.ts';

const NOW = 1_795_000_000;
const ORDER = '/channels/ec/league/headsupplier/order/get';

async function readEverything(world: ResourceWorld): Promise<void> {
  await world.run('shops', syncShops);
  await world.run('promoters', syncPromoters);
  await world.run('orders', (task) => syncOrders(task, { since: null }));
  await world.run('products', (task) => syncProducts(task, 0));
  await world.run('funds', syncFunds);
  await world.run('live_notices', syncLiveNotices);
  for await (const page of clueKeyPages(world.platform, { created: { start: NOW - 90 * 86_400, end: NOW } }))
    for (const key of page) await readClue(world.platform, key);
  world.drift.flush();
}

it('agrees with the stand-in, another reading of the documents, but for what that adds on purpose', async () => {
  const world = await resourceWorld({ orders: 1000 });
  await readEverything(world);
  expect(driftRows(world.store).map(({ endpoint, kind, path, found }) => [endpoint, kind, path, found])).toEqual([
    [ORDER, 'code', 'commssion_order.order_detail.commission_info.promotion_channel', '7'],
    [ORDER, 'new', 'commssion_order.order_detail.fulfil_info', 'object'],
  ]);
  // Every reply of the sync was held against the documents.
  const known = new Set(Object.keys(WIRE_SPEC));
  expect([...new Set(world.calls)].filter((endpoint) => !known.has(endpoint))).toEqual([]);
}, 60_000);

it('finds fields nobody documented, with a reply that shows them', async () => {
  const world = await resourceWorld({ orders: 100, faults: 'unknown-fields:1' });
  await readEverything(world);
  const rows = driftRows(world.store);
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) {
    expect(row.kind).toBe('new');
    expect(row.sample).toContain(`"${row.path.split('.').at(-1)}"`);
  }
  const { read } = world.store.get<{ read: number }>({
    text: 'select count(*) as read from commission_order',
    values: [],
  })!;
  expect(Math.max(...rows.filter((row) => row.endpoint === ORDER).map((row) => row.times))).toBeGreaterThanOrEqual(
    read,
  );
}, 60_000);
