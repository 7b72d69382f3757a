import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox } from '../../electron/sandbox/server.ts';
import { goTo, settled } from '../support/desk-page.ts';
import { type LaunchedDesk, launchDesk, screenshot } from '../support/electron.ts';

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

const DETAIL = '/channels/ec/league/headsupplier/order/get';

let dataDir: string;
let sandbox: Sandbox;
let desk: LaunchedDesk;
let institution: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'league-desk-'));
  sandbox = await startSandbox({ seed: 7, orders: 3000, faults: 'missing-detail:1' });
  desk = await launchDesk({ dataDir, background: true, offline: true });
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1280, 800));
  const { url, appId, secret } = sandbox;
  institution = await desk.page.evaluate(
    async (access) => {
      const added = await window.leagueDesk.setCredentials({ name: '晨光机构', ...access, keepUnprotected: true });
      if (!added.ok) throw new Error(added.error.code);
      return added.data.institutionId;
    },
    { baseUrl: url, appId, secret },
  );
  await desk.page.evaluate((id) => window.leagueDesk.switchInstitution(id), institution);
  await desk.page.getByText('晨光机构').first().waitFor();
});

afterAll(async () => {
  await desk.close();
  await sandbox.close().catch(() => {});
  rmSync(dataDir, { recursive: true, force: true });
});

const door = async (place: string, body: unknown) => {
  const answer = await fetch(`${sandbox.url}/__sandbox/${place}`, { method: 'POST', body: JSON.stringify(body) });
  expect(answer.status, await answer.text()).toBe(200);
};

function ask<Row>(question: string): Row[] {
  const db = new Database(join(dataDir, 'institutions', institution, 'desk.db'), { readonly: true });
  try {
    return db.prepare<[], Row>(question).all();
  } finally {
    db.close();
  }
}

const endedRuns = () => ask("select 1 from sync_run where state <> 'running'").length;

/** Presses sync and waits for the run's end, however soon and however it ends. */
async function run(): Promise<void> {
  const before = endedRuns();
  await desk.page.getByTestId('sync-start').click();
  await expect.poll(endedRuns, { timeout: 90_000 }).toBeGreaterThan(before);
  await desk.page.getByTestId('sync-start').waitFor();
}

async function picture(address: string, name: string): Promise<void> {
  await goTo(desk.page, address);
  // Notices of the run before would hide what the picture is of.
  for (const notice of await desk.page.locator('.ant-notification-notice-close').all()) await notice.click();
  await desk.page.locator('.ant-notification-notice').first().waitFor({ state: 'hidden' });
  await screenshot(desk.page, name);
}

it('shows a run under way, then what it brought', async () => {
  const { page } = desk;
  await goTo(page, 'sync');
  // The program's own first run, soon after its start; slow enough to be looked at.
  await door('faults', { faults: 'slow:0.2,missing-detail:1', slow_ms: 150 });
  if (!(await page.getByTestId('sync-progress').isVisible())) await page.getByTestId('sync-start').click();
  await page.getByTestId('sync-progress').getByText('佣金单').waitFor({ timeout: 60_000 });
  await screenshot(page, 'sync-running');
  await door('faults', { faults: 'missing-detail:1' });
  await page.getByTestId('sync-start').waitFor({ timeout: 90_000 });
  await picture('sync', 'sync-done');
  for (const resource of ['合作商家', '推客', '佣金单', '联盟商品', '资金', '直播预告'])
    expect(await page.locator('.ld-room').textContent()).toContain(resource);
});

it('lists what is in quarantine, and reads a key when it comes', async () => {
  const { page } = desk;
  await picture('sync?tab=quarantine', 'sync-quarantine');
  const room = page.locator('.ld-room');
  expect(await room.textContent()).toContain('platform.10024006');
  await door('faults', { faults: '' });
  await page.getByRole('button', { name: /重试/ }).last().click();
  await page
    .locator('.ant-message, .ant-notification-notice, .ld-room')
    .getByText(/已读到|读到了|已在库|已补/)
    .first()
    .waitFor();
});

it('draws the hours that are read, and the hole nobody has read', async () => {
  const { page } = desk;
  const db = new Database(join(dataDir, 'institutions', institution, 'desk.db'));
  const [cursor] = ask<{ known: number }>("select known_as_of as known from sync_cursor where resource = 'orders'");
  const hole = cursor!.known - (cursor!.known % 3600) - 80 * 3600;
  const gone = db.prepare("delete from read_hour where resource = 'orders' and hour_at between ? and ?");
  expect(gone.run(hole, hole + 4 * 3600).changes).toBe(5);
  db.close();
  await picture('sync?tab=completeness', 'sync-calendar');
  await page.getByText('共 5 小时未读').waitFor();
  await page.locator('.ld-hole').getByRole('button').first().click();
  await page.getByTestId('sync-start').waitFor({ timeout: 90_000 });
  await page.getByText('共 5 小时未读').waitFor({ state: 'hidden', timeout: 90_000 });
});

it('finds an order, and says of an invented one that the platform has none', async () => {
  const { page } = desk;
  const [known] = ask<{ order_id: string }>('select order_id from commission_order order by id limit 1');
  await goTo(page, 'sync?tab=hunt');
  await page.locator('.ld-room textarea').fill(`${known!.order_id}\n3709999999999999999`);
  await page.getByRole('button', { name: '开始找单' }).click();
  await page.getByText('平台没有').last().waitFor({ timeout: 60_000 });
  await picture('sync?tab=hunt', 'sync-hunt');
});

it('examines the desk, shows the ledger and what changed in the replies', async () => {
  const { page } = desk;
  await goTo(page, 'sync?tab=doctor');
  await page
    .locator('.ld-room')
    .getByRole('button', { name: /体检|检查/ })
    .first()
    .click();
  await page
    .locator('.ld-room')
    .getByText('数据库完好')
    .or(page.locator('[data-state=ok]'))
    .first()
    .waitFor({ timeout: 60_000 });
  await settled(page);
  await picture('sync?tab=doctor', 'sync-doctor');
  await picture('sync?tab=ledger', 'sync-ledger');
  expect(await page.locator('.ld-room').textContent()).toContain(DETAIL.slice(-9));
  await picture('sync?tab=drift', 'sync-drift');
});

it('says when the quota is used up, when the credentials are refused, and when nobody answers', async () => {
  const { page } = desk;
  await door('clock', { advance: 3600 });
  await door('scenario', { kind: 'limit', path: DETAIL, daily: 0 });
  await run();
  await picture('sync', 'sync-quota');
  await page.getByText('今天的接口调用次数已用完').first().waitFor();
  await door('scenario', { kind: 'limit', path: DETAIL, daily: 1_000_000 });

  await desk.page.evaluate(
    async ([id, baseUrl, appId]) => {
      await window.leagueDesk.setCredentials({
        name: '晨光机构',
        appId: appId!,
        secret: '0123456789abcdef0123456789abcdef',
        baseUrl: baseUrl!,
        keepUnprotected: true,
      });
      await window.leagueDesk.switchInstitution(id!);
    },
    [institution, sandbox.url, sandbox.appId],
  );
  await page.getByTestId('sync-start').waitFor();
  await run();
  await picture('sync', 'sync-refused');
  await page.getByText('平台拒绝了机构凭证').or(page.getByText('AppSecret')).first().waitFor();

  await sandbox.close();
  await run();
  await picture('sync', 'sync-offline');
  await page.getByText('连不上平台').first().waitFor();
});
