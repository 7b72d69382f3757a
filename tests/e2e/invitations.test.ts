import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox } from '../../electron/sandbox/server.ts';
import { connectTo, type Sandbox } from '../support/connect-sandbox.ts';
import { goTo, listenToConsole, settled, sync } from '../support/desk-page.ts';
import { type LaunchedDesk, launchDesk } from '../support/electron.ts';
import { looksOf } from '../support/looks.ts';

const TEN = 10;
const OPEN = 1;
const ACCEPTED = 2;

let dataDir: string;
let sandbox: Sandbox;
let desk: LaunchedDesk;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'league-desk-invitations-'));
  sandbox = await startSandbox({ seed: 11, orders: 1500 });
  desk = await launchDesk({ dataDir, offline: true });
});

afterAll(async () => {
  await desk?.close();
  await sandbox.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function scenario(body: object): Promise<void> {
  const answer = await fetch(`${sandbox.url}/__sandbox/scenario`, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
}

/** The partner with the most orders; others sell through talents of ours, too. */
async function busiestShop(): Promise<string> {
  const text = await (await fetch(`${sandbox.url}/__sandbox/books/orders`)).text();
  const partners = await statuses();
  const rows = new Map<string, number>();
  for (const line of text.trim().split('\n')) {
    const { shop_appid } = JSON.parse(line) as { shop_appid: string };
    if (partners.has(shop_appid)) rows.set(shop_appid, (rows.get(shop_appid) ?? 0) + 1);
  }
  return [...rows].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/** What the platform itself holds. */
async function statuses(): Promise<Map<string, number>> {
  const text = await (await fetch(`${sandbox.url}/__sandbox/books/shops`)).text();
  const rows = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { shop_appid: string; status: number });
  return new Map(rows.map(({ shop_appid, status }) => [shop_appid, status]));
}

it('accepts ten invitations at once, of which the platform refuses one', async () => {
  const { page } = desk;
  const complaints = listenToConsole(page, [/404/]);
  const invited = async () => [...(await statuses()).values()].filter((status) => status === OPEN).length;
  while ((await invited()) < TEN) await scenario({ kind: 'invite' });
  await connectTo(page, sandbox);
  await sync(page);

  await goTo(page, 'partnerships?status=1');
  const boxes = page.getByRole('grid', { name: '合作商家列表' }).getByRole('checkbox', { name: '选择这一行' });
  await boxes.nth(TEN - 1).waitFor();
  for (let row = 0; row < TEN; row += 1) await boxes.nth(row).click();
  await page.getByRole('toolbar').getByRole('button', { name: '接受' }).click();
  const dialog = page.getByRole('dialog', { name: '接受 10 家商家的邀请' });
  const shops = dialog.locator('[data-shop]');
  expect(await shops.count()).toBe(TEN);
  await dialog.getByRole('textbox', { name: '备注（只保存在本机）' }).fill('双十二一起谈妥');
  await settled(page);
  expect(await looksOf(desk, 'invitations-many')).toEqual([]);

  // One shop takes its invitation back while staff still look.
  const names = await shops.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-shop')!));
  await scenario({ kind: 'withdraw-invitation', shop_appid: names[3]! });
  await dialog.getByRole('button', { name: '接受 10 家' }).click();
  await dialog
    .locator('[data-state=done]')
    .nth(TEN - 2)
    .waitFor();
  await dialog.locator(`[data-shop="${names[3]}"] [data-state=failed]`).waitFor();
  await dialog.locator(`[data-shop="${names[3]}"]`).getByText('邀请已不在“邀请中”').waitFor();
  await dialog.getByRole('button', { name: '重试 1 家' }).waitFor();
  await settled(page);
  expect(await looksOf(desk, 'invitations-outcome')).toEqual([]);

  const held = await statuses();
  expect(names.map((name) => held.get(name) === ACCEPTED)).toEqual(names.map((_, at) => at !== 3));
  await dialog.getByRole('button', { name: '完成' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await goTo(page, `partnerships?status=2&open=${names[0]}`);
  const card = page.getByRole('complementary', { name: '商家详情' });
  await card.getByText('双十二一起谈妥').waitFor();
  await card.getByText('已核实').first().waitFor();
  await card.getByText('佣金单不足 30 行，暂不评分').waitFor();
  await goTo(page, `partnerships?status=all&open=${await busiestShop()}`);
  await card.getByText('分（满分 100）').waitFor();
  await settled(page);
  expect(await looksOf(desk, 'shop-card')).toEqual([]);

  // The same as a batch, to look up later.
  await goTo(page, 'listings?view=batches');
  await page.getByText('接受邀请 10').first().click();
  await page.getByRole('grid').getByText('接受邀请').first().waitFor();
  await settled(page);
  expect(await looksOf(desk, 'invitations-batch')).toEqual([]);
  complaints.expectNone();
});
