import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startSandbox } from '../../../electron/sandbox/server.ts';
import { DAY, small } from './caller.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const PROMOTER = '/channels/ec/promoter';
const LEAGUE = '/channels/ec/league/headsupplier';

it('comes back as it was: clock, decisions, splits, refunds, guests', async () => {
  const stateFile = join(folder, 'state.json');
  const first = await small({ stateFile });
  first.sandbox.clock.advance(2 * DAY);
  const [promoter] = await first.book('promoters');
  const [product] = await first.book('products');
  const shop = (await first.book('shops')).find((row) => row.status === 1)?.shop_appid;
  await first.call(`${LEAGUE}/headsupplierrelation/update`, {
    object_type: 2,
    to_shop_appid: shop,
    shop_update_type: 3,
  });
  const split = { sharer_appid: promoter?.sharer_appid, product_id: product?.product_id, commission_ratio: 330_000 };
  await first.call(`${PROMOTER}/set_sharer_product_commission_info`, split);
  await first.door('scenario', { kind: 'bind', nickname: '新来的' });
  const order = first.sandbox.books().find((row) => row.commission_status === 20 && row.pay_time !== null)!;
  await first.door('scenario', { kind: 'refund', order_id: order.order_id });
  first.sandbox.clock.advance(3 * DAY);
  const books = {
    orders: first.sandbox.books(),
    shops: await first.book('shops'),
    promoters: await first.book('promoters'),
    splits: await first.book('splits'),
  };
  const now = first.sandbox.clock.now();
  await first.sandbox.close();

  // Whatever is asked for now, the remembered world is the one that comes back.
  const sandbox = await startSandbox({ stateFile, seed: 99, orders: 5 });
  try {
    expect(sandbox.clock.now()).toBe(now);
    expect(sandbox.books()).toEqual(books.orders);
  } finally {
    await sandbox.close();
  }
  const again = await startSandbox({ stateFile });
  const door = async (name: string) =>
    (await (await fetch(`${again.url}/__sandbox/books/${name}`)).text())
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  try {
    expect(await door('shops')).toEqual(books.shops);
    expect(await door('promoters')).toEqual(books.promoters);
    expect(await door('splits')).toEqual(books.splits);
  } finally {
    await again.close();
  }
});

it('goes on with the machine from where the clock was', async () => {
  const stateFile = join(folder, 'state.json');
  const first = await startSandbox({ stateFile, seed: 7, orders: 100 });
  first.clock.advance(10 * DAY);
  const before = first.clock.now();
  await first.close();
  const second = await startSandbox({ stateFile });
  const after = second.clock.now();
  await second.close();
  expect(after - before).toBeGreaterThanOrEqual(0);
  expect(after - before).toBeLessThan(10);
});

it('never starts afresh over a file it cannot read', async () => {
  const stateFile = join(folder, 'state.json');
  writeFileSync(stateFile, '{"version":1,');
  await expect(startSandbox({ stateFile })).rejects.toThrow(stateFile);
  expect(readFileSync(stateFile, 'utf8')).toBe('{"version":1,');
});
