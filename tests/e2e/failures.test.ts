import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOnlyStore } from '../../electron/service/store/store.ts';
import { booksOf, compare, EQUAL, ourRows } from '../support/books.ts';
import { askBooks, platformOf, platformTime } from '../support/desk-books.ts';
import { killService, sync } from '../support/desk-page.ts';
import { type LaunchedDesk, launchDesk, screenshot } from '../support/electron.ts';
import { loopbackPlatform, type ScriptedAnswer } from '../support/loopback-platform.ts';

let dataDir: string;
let desk: LaunchedDesk;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'league-desk-'));
});

afterEach(async () => {
  await desk.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Enters an institution of its own, whose platform is at this address, and works for it. */
async function workFor(page: Page, baseUrl: string): Promise<void> {
  await page.evaluate(async (address) => {
    const added = await window.leagueDesk.setCredentials({
      name: '晨光机构',
      appId: 'wx1234567890abcdef',
      secret: '0123456789abcdef0123456789abcdef',
      baseUrl: address,
    });
    if (added.ok) await window.leagueDesk.switchInstitution(added.data.institutionId);
  }, baseUrl);
  await page.getByText('晨光机构').first().waitFor();
}

const notAllowed = { errcode: 40164, errmsg: 'invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist' };
const htmlPage = '<!doctype html><title>登录</title><p>请先登录网络</p>';
const cases: [string, string, string, string, ScriptedAnswer | null][] = [
  ['a wrong secret', 'platform.40125', 'AppSecret 无效', '复制完整的 AppSecret', { errcode: 40125 }],
  ['a wrong AppID', 'platform.40013', 'AppID 不正确', '核对 AppID', { errcode: 40013 }],
  ['an address that is not allowed', 'platform.40164', '不在平台白名单', '203.0.113.9', notAllowed],
  ['a page instead of an answer', 'network.not_json', '收到的不是平台的回应', '核对“设置”中的地址', htmlPage],
  ['nobody at the address', 'network.unreachable', '连不上平台', '检查网络、代理与接口地址', null],
];

describe('a sync that cannot go well', () => {
  it.each(cases)('with %s says %s and what to do', async (_what, code, title, next, answer) => {
    const platform = answer === null ? 'http://127.0.0.1:9' : (await loopbackPlatform(() => answer)).url;
    desk = await launchDesk({ dataDir, offline: true });
    const { page } = desk;
    await workFor(page, platform);
    await page.getByTestId('sync-start').click();
    const notice = page.locator('.ant-notification-notice', { hasText: title });
    await notice.waitFor({ timeout: 60_000 });
    expect(await notice.textContent()).toContain(next);
    expect(await notice.textContent()).toContain(`错误码 ${code}`);
    await screenshot(page, `failure-${code}`);
    await page.getByTestId('sync-start').waitFor();
  });
});

describe('a service that is killed in mid sync', () => {
  it('says so, comes back, and loses nothing', async () => {
    desk = await launchDesk({ dataDir, env: { LEAGUE_DESK_DEMO_ORDERS: '3000' } });
    const { app, page } = desk;
    await page.getByTestId('sync-start').click();
    await page.getByTestId('sync-progress').getByText('佣金单').waitFor();
    await expect
      .poll(() => askBooks(dataDir, 'select 1 from commission_order').length, { interval: 20 })
      .toBeGreaterThan(0);
    await killService(app);
    await page.getByTestId('service-gone').waitFor();
    await screenshot(page, 'service-gone');
    await page.getByTestId('service-gone').waitFor({ state: 'hidden' });
    await page.locator('.ant-notification-notice', { hasText: '任务已随本地服务一起停止' }).waitFor();
    const books = await booksOf(platformOf(dataDir));
    expect(askBooks(dataDir, 'select 1 from commission_order').length).toBeLessThan(books.length);
    const began = await platformTime(dataDir);
    await sync(page);
    // The platform's day goes on: what it changed while the sync ran may come with the next one.
    const theirs = await booksOf(platformOf(dataDir));
    const lately = new Set(theirs.filter((row) => Number(row.updated_at) >= began).map((row) => row.order_id));
    const standing = <Row extends Record<string, unknown>>(rows: Row[]) =>
      rows.filter((row) => !lately.has(row.order_id));
    const store = readOnlyStore(join(dataDir, 'institutions', 'demo'));
    expect(compare(standing(theirs), standing(ourRows(store)))).toEqual(EQUAL);
    expect(lately.size).toBeLessThan(theirs.length / 100);
    store.close();
  });
});
