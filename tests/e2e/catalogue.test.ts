import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox } from '../../electron/sandbox/server.ts';
import { connectTo, type Sandbox } from '../support/connect-sandbox.ts';
import { goTo, listenToConsole, settled, sync } from '../support/desk-page.ts';
import { type LaunchedDesk, launchDesk } from '../support/electron.ts';
import { looksOf } from '../support/looks.ts';

let dataDir: string;
let sandbox: Sandbox;
let desk: LaunchedDesk;
let complaints: ReturnType<typeof listenToConsole>;
/** What happened to whom between the two syncs. */
let lowered: Plan;
let own: Plan;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'league-desk-catalogue-'));
  sandbox = await startSandbox({ seed: 7, orders: 50 });
  desk = await launchDesk({ dataDir, offline: true });
});

afterAll(async () => {
  await desk?.close();
  await sandbox.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function door(place: string, body: object): Promise<void> {
  const answer = await fetch(`${sandbox.url}/__sandbox/${place}`, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${place}: ${await answer.text()}`);
}

interface Plan {
  product_id: string;
  plan_type: number;
  plan_status: number;
  product_status: number;
  stock: number;
  min_price: number;
  service_ratio: number;
}

async function plans(): Promise<Plan[]> {
  const text = await (await fetch(`${sandbox.url}/__sandbox/books/products`)).text();
  const all = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Plan);
  const once = (one: Plan) => all.filter(({ product_id }) => product_id === one.product_id).length === 1;
  return all.filter((one) => one.plan_status === 1 && one.product_status === 5 && one.stock > 100 && once(one));
}

const alerts = () => desk.page.getByRole('grid', { name: '商品提醒' });
const drawer = () => desk.page.getByRole('dialog');
/** A click on the id itself would copy it. */
const rowOf = (grid: ReturnType<typeof alerts>, plan: Plan) =>
  grid.getByRole('row').filter({ hasText: plan.product_id }).first();

it('tells what changed since the last sync', async () => {
  const { page } = desk;
  complaints = listenToConsole(page, [/404/]);
  await connectTo(page, sandbox);
  await sync(page);

  const [first, dearer, sold, off, fifth, odd] = (await plans()).filter(({ plan_type }) => plan_type === 1);
  if (!first || !dearer || !sold || !off || !fifth || !odd) throw new Error('too few plans');
  lowered = first;
  own = fifth;
  await door('scenario', {
    kind: 'plan',
    product_id: lowered.product_id,
    service_ratio: Math.floor(lowered.service_ratio / 2),
  });
  await door('scenario', { kind: 'goods', product_id: dearer.product_id, price: dearer.min_price + 1230 });
  await door('scenario', { kind: 'goods', product_id: sold.product_id, stock: 0 });
  await door('scenario', { kind: 'plan', product_id: off.product_id, status: 2 });
  await door('scenario', { kind: 'exclusive', product_id: own.product_id, plan_type: 1, price: 123 });
  await door('scenario', { kind: 'picture', product_id: odd.product_id, picture: 'not_a_picture' });
  await door('scenario', {
    kind: 'title',
    product_id: odd.product_id,
    title: '🎁 一份标题很长的礼盒'.padEnd(60, '好'),
  });
  // A day later the products themselves are read anew, too.
  await door('clock', { advance: 86_400 + 3600 });
  await sync(page);

  await goTo(page, 'products?tab=alerts');
  for (const [kind, id] of [
    ['服务费率下调', lowered.product_id],
    ['库存不足', sold.product_id],
    ['已下架', off.product_id],
    ['专属价', own.product_id],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(`^${kind}`) }).click();
    await alerts().getByText(id).first().waitFor();
  }
  await page.getByRole('button', { name: /^全部/ }).click();
  await settled(page);
  expect(await looksOf(desk, 'products-alerts')).toEqual([]);
});

it('shows how a product moved, and lets staff deal with what happened to it', async () => {
  const { page } = desk;
  // Opened, it is seen; the drawer shows how it moved.
  await page.getByRole('button', { name: /^服务费率下调/ }).click();
  await rowOf(alerts(), lowered).locator('.ld-alert-change').click();
  await drawer().getByText('价格、费率与库存走势').waitFor();
  await drawer().locator('[data-drawn=true]').waitFor();
  expect(await looksOf(desk, 'products-timeline')).toEqual([]);
  await page.keyboard.press('Escape');
  await drawer().waitFor({ state: 'hidden' });

  // Dealt with, it leaves; taken back, it returns.
  await alerts().getByRole('button', { name: '标为已处理' }).first().click();
  await alerts().getByText(lowered.product_id).first().waitFor({ state: 'hidden' });
  await page.getByText('已处理', { exact: true }).first().click();
  await alerts().getByText(lowered.product_id).first().waitFor();
  await alerts().getByRole('button', { name: '重新打开' }).first().click();
  await goTo(page, 'products?tab=alerts&kind=fee_lowered');
  await alerts().getByText(lowered.product_id).first().waitFor();
});

it('shows what a plan has of its own, and every other page in both themes', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: '提醒设置' }).click();
  await page.getByRole('dialog').getByLabel('库存不多于').waitFor();
  expect(await looksOf(desk, 'products-alert-settings')).toEqual([]);
  await page.keyboard.press('Escape');

  await goTo(page, `products?alert=exclusive_price&search=${own.product_id}`);
  await rowOf(page.getByRole('grid', { name: '联盟商品' }), own)
    .locator('.ld-products-states')
    .click();
  await drawer().getByText('专属内容').waitFor();
  await drawer().getByText('专属内容').scrollIntoViewIfNeeded();
  expect(await looksOf(desk, 'products-exclusive')).toEqual([]);
  await page.keyboard.press('Escape');

  await goTo(page, 'products');
  expect(await looksOf(desk, 'products-catalogue')).toEqual([]);
  complaints.expectNone();
});
