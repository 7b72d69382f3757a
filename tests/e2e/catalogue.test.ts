import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox } from '../../electron/sandbox/server.ts';
import { goTo, listenToConsole, settled, sync } from '../support/desk-page.ts';
import { type LaunchedDesk, launchDesk } from '../support/electron.ts';
import { looksOf } from '../support/looks.ts';

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

let dataDir: string;
let sandbox: Sandbox;
let desk: LaunchedDesk;

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

it('tells what changed since the last sync, shows it over time, and lets staff deal with it', async () => {
  const { page, app } = desk;
  const console_ = listenToConsole(page, [/404/]);
  await page.evaluate(
    async ([url, appId, secret]) => {
      const added = await window.leagueDesk.setCredentials({
        name: '晨光机构',
        appId: appId!,
        secret: secret!,
        baseUrl: url!,
        keepUnprotected: true,
      });
      if (added.ok) await window.leagueDesk.switchInstitution(added.data.institutionId);
    },
    [sandbox.url, sandbox.appId, sandbox.secret],
  );
  await page.getByText('晨光机构').first().waitFor();
  await sync(page);

  const [lowered, dearer, sold, off, own, odd] = (await plans()).filter(({ plan_type }) => plan_type === 1) as [
    Plan,
    Plan,
    Plan,
    Plan,
    Plan,
    Plan,
  ];
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
  const table = page.getByRole('grid', { name: '商品提醒' });
  for (const [kind, id] of [
    ['服务费率下调', lowered.product_id],
    ['库存不足', sold.product_id],
    ['已下架', off.product_id],
    ['专属价', own.product_id],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(`^${kind}`) }).click();
    await table.getByText(id).first().waitFor();
  }
  await page.getByRole('button', { name: /^全部/ }).click();
  await settled(page);
  const grave = await looksOf(desk, 'products-alerts');

  // Opened, it is seen; the drawer shows how it moved.
  await page.getByRole('button', { name: /^服务费率下调/ }).click();
  // The id itself would be copied.
  const rowOf = (grid: typeof table, plan: Plan) => grid.getByRole('row').filter({ hasText: plan.product_id }).first();
  await rowOf(table, lowered).locator('.ld-alert-change').click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('价格、费率与库存走势').waitFor();
  await drawer.locator('[data-drawn=true]').waitFor();
  grave.push(...(await looksOf(desk, 'products-timeline')));
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });

  // Dealt with, it leaves; taken back, it returns.
  await table.getByRole('button', { name: '标为已处理' }).first().click();
  await table.getByText(lowered.product_id).first().waitFor({ state: 'hidden' });
  await page.getByText('已处理', { exact: true }).first().click();
  await table.getByText(lowered.product_id).first().waitFor();
  await table.getByRole('button', { name: '重新打开' }).first().click();
  await goTo(page, 'products?tab=alerts&kind=fee_lowered');
  await table.getByText(lowered.product_id).first().waitFor();

  await page.getByRole('button', { name: '提醒设置' }).click();
  await page.getByRole('dialog').getByLabel('库存不多于').waitFor();
  grave.push(...(await looksOf(desk, 'products-alert-settings')));
  await page.keyboard.press('Escape');

  await goTo(page, `products?alert=exclusive_price&search=${own.product_id}`);
  await rowOf(page.getByRole('grid', { name: '联盟商品' }), own)
    .locator('.ld-products-states')
    .click();
  await drawer.getByText('专属内容').waitFor();
  await drawer.getByText('专属内容').scrollIntoViewIfNeeded();
  grave.push(...(await looksOf(desk, 'products-exclusive')));
  await page.keyboard.press('Escape');

  await goTo(page, 'products');
  grave.push(...(await looksOf(desk, 'products-catalogue')));
  expect(grave).toEqual([]);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  console_.expectNone();
});
