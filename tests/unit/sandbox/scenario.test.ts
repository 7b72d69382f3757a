import { expect, it, vi } from 'vitest';
import { runSandboxCommand } from '../../../electron/sandbox/command.ts';
import { DAY, type Reply, small } from './caller.ts';

const LEAGUE = '/channels/ec/league/headsupplier';
const DETAIL = '/channels/ec/promoter/get_promote_product_detail';

it('lets a shop invite, withdraw and end the cooperation', async () => {
  const caller = await small();
  const status = async (appid: string) => (await caller.call(`${LEAGUE}/shop/get`, { appid })).shop_detail.status;
  const { shop_appid } = await caller.door('scenario', { kind: 'invite' });
  expect(await status(shop_appid)).toBe(1);
  await caller.door('scenario', { kind: 'withdraw-invitation', shop_appid });
  expect(await status(shop_appid)).toBe(4);
  const bound = (await caller.book('shops')).find((row) => row.status === 2)?.shop_appid;
  await caller.door('scenario', { kind: 'end-cooperation', shop_appid: bound });
  expect(await status(bound)).toBe(5);
  expect((await caller.book('products')).some((row) => row.shop_appid === bound)).toBe(false);
  caller.sandbox.clock.advance(5 * DAY);
  const last = caller.sandbox.books().filter((row) => row.shop_appid === bound);
  expect(last.every((row) => row.create_time <= caller.sandbox.clock.now() - 5 * DAY)).toBe(true);
});

it('lets a merchant change plan, price and stock', async () => {
  const caller = await small();
  const row = (await caller.book('products')).find((each) => each.plan_type === 1)!;
  const { product_id } = row;
  await caller.door('scenario', {
    kind: 'plan',
    product_id,
    service_ratio: 70_000,
    end_time: 1_700_000_000,
    status: 2,
  });
  await caller.door('scenario', { kind: 'goods', product_id, price: 1234, stock: 0 });
  const { product } = await caller.call(DETAIL, { ...row, head_supplier_appid: undefined });
  expect(product.commission_info).toMatchObject({ service_ratio: 70_000, end_time: 1_700_000_000, status: 2 });
  expect(product.product_info.skus.every((sku: Reply) => sku.sale_price === 1234 && sku.stock_num === 0)).toBe(true);
});

it('refunds an order by hand, in part and whole, and moves its update time', async () => {
  const caller = await small();
  const row = caller.sandbox.books().find((each) => each.commission_status === 20 && each.actual_payment > 5000)!;
  caller.sandbox.clock.advance(60);
  const now = caller.sandbox.clock.now();
  const { order_id, sku_id } = row;
  const find = () => caller.sandbox.books().find((each) => each.order_id === order_id && each.sku_id === sku_id);
  await caller.door('scenario', { kind: 'refund', order_id, sku_id, left: 3000 });
  expect(find()).toMatchObject({ actual_payment: 3000, commission_status: 20, update_time: now });
  expect(await caller.orderKeys({ update_time_range: { start_time: now, end_time: now } })).toContain(
    `${order_id}/${sku_id}`,
  );
  caller.sandbox.clock.advance(60);
  await caller.door('scenario', { kind: 'refund', order_id });
  expect(find()).toMatchObject({ order_status: 200, commission_status: 200, actual_payment: 0, update_time: now + 60 });
  const settled = caller.sandbox.books().find((each) => each.commission_status === 100 && each.order_status === 100)!;
  await caller.door('scenario', { kind: 'refund', order_id: settled.order_id });
  const after = caller.sandbox
    .books()
    .find((each) => each.order_id === settled.order_id && each.sku_id === settled.sku_id);
  expect(after).toMatchObject({ order_status: 200, commission_status: 100, service_amount: settled.service_amount });
});

it('binds a promoter who then sells', async () => {
  const caller = await small({ orders: 20_000 });
  const { sharer_appid } = await caller.door('scenario', { kind: 'bind', nickname: '新推客' });
  expect((await caller.book('promoters')).at(-1)).toMatchObject({ sharer_appid, nickname: '新推客' });
  const before = caller.sandbox.books();
  caller.sandbox.clock.advance(20 * DAY);
  // Those who were there before sell as they did.
  const after = new Map(caller.sandbox.books().map((row) => [`${row.order_id}/${row.sku_id}`, row.promoter?.appid]));
  expect(before.every((row) => after.get(`${row.order_id}/${row.sku_id}`) === row.promoter?.appid)).toBe(true);
  const sold = caller.sandbox.books().filter((row) => row.promoter?.appid === sharer_appid);
  expect(sold.length).toBeGreaterThan(0);
});

it('refuses a scenario it does not know, and shows the console page', async () => {
  const caller = await small();
  const refused = await caller.raw('/__sandbox/scenario', { method: 'POST', body: '{"kind":"miracle"}' });
  expect(refused.status).toBe(400);
  expect((await caller.raw('/')).text).toContain('沙盒控制台');
  expect(await caller.door('overview')).toMatchObject({ totals: { orders: caller.sandbox.books().length } });
  expect((await caller.raw('/__sandbox/nowhere')).status).toBe(404);
  const past = (await caller.raw(`/__sandbox/books/orders?as_of=${caller.sandbox.clock.now() - DAY}`)).text;
  expect(past.trim().split('\n')).toHaveLength(caller.sandbox.books(caller.sandbox.clock.now() - DAY).length);
});

it('answers bad usage of the command with status 2', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  for (const argv of [
    ['--port', 'x'],
    ['--faults', 'nonsense'],
    ['--nope'],
    ['--port', '70000'],
    ['--orders', '-5'],
    ['--fault-seed', '1.5'],
  ]) {
    expect(await runSandboxCommand(argv), argv.join(' ')).toBe(2);
  }
});

it('refuses the calls it is told to, so many or those about one promoter, and lets a promoter leave', async () => {
  const caller = await small();
  const [one, other] = (await caller.book('promoters')).map((row) => row.sharer_appid);
  const path = '/channels/ec/promoter/get_bind_sharer_list';
  const ask = (sharer_appid: string) => caller.call(path, { page_size: 1, next_key: '', sharer_appid });
  await caller.door('scenario', {
    kind: 'refuse',
    path,
    field: 'sharer_appid',
    value: one,
    errcode: 10071029,
    times: 2,
  });
  expect(Number((await ask(other)).errcode)).toBe(0);
  expect(Number((await ask(one)).errcode)).toBe(10071029);
  expect(Number((await ask(one)).errcode)).toBe(10071029);
  expect(Number((await ask(one)).errcode)).toBe(0);
  await caller.door('scenario', { kind: 'refuse', path, errcode: 48001 });
  expect(Number((await ask(other)).errcode)).toBe(48001);
  await caller.door('scenario', { kind: 'refuse', path, errcode: 48001, times: 0 });
  await caller.door('scenario', { kind: 'unbind', sharer_appid: one });
  expect((await ask(one)).sharer_info_list).toEqual([]);
});
