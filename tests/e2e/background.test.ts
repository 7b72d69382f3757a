import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startSandbox } from '../../electron/sandbox/server.ts';
import { sync } from '../support/desk-page.ts';
import { type LaunchedDesk, launchDesk, screenshot } from '../support/electron.ts';

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

let dataDir: string;
let sandbox: Sandbox;
let institution: string;
let desk: LaunchedDesk;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'league-desk-'));
  sandbox = await startSandbox({ seed: 7, orders: 100 });
});

afterEach(async () => {
  await desk.close();
  await sandbox.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Works for an institution of its own, whose platform the test holds in its hand. */
async function launch(background: boolean): Promise<void> {
  desk = await launchDesk({ dataDir, background, offline: true });
  await listenIn();
}

async function workForSandbox(): Promise<void> {
  const { url, appId, secret } = sandbox;
  institution = await desk.page.evaluate(
    async (access) => {
      const added = await window.leagueDesk.setCredentials({ name: '晨光机构', ...access, keepUnprotected: true });
      if (!added.ok) throw new Error(added.error.code);
      await window.leagueDesk.switchInstitution(added.data.institutionId);
      return added.data.institutionId;
    },
    { baseUrl: url, appId, secret },
  );
  await desk.page.getByText('晨光机构').first().waitFor();
}

/** A virtual screen has no place for notifications and for the tray: they are written down, its menu is kept. */
async function listenIn(): Promise<void> {
  await desk.app.evaluate(({ Notification, Tray }) => {
    const setContextMenu = Tray.prototype.setContextMenu;
    Tray.prototype.setContextMenu = function keep(this: Electron.Tray, menu) {
      Object.assign(globalThis, { menu });
      setContextMenu.call(this, menu);
    };
    const told: Electron.Notification[] = [];
    Object.assign(globalThis, { told });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      told.push(this);
    };
  });
}

type Told = { told: Electron.Notification[]; menu?: Electron.Menu };
const told = () =>
  desk.app.evaluate(() => (globalThis as unknown as Told).told.map(({ title, body }) => ({ title, body })));
const clickLatest = () => desk.app.evaluate(() => void (globalThis as unknown as Told).told.at(-1)!.emit('click'));

const trayLabels = () =>
  desk.app.evaluate(() => (globalThis as unknown as Told).menu?.items.map(({ label }) => label) ?? []);
/** Chooses in the tray's menu once it is offered. */
async function choose(id: string): Promise<void> {
  const offered = () =>
    desk.app.evaluate((_electron, name) => {
      const item = (globalThis as unknown as Told).menu?.getMenuItemById(name);
      if (item?.enabled) item.click();
      return item?.enabled ?? false;
    }, id);
  await expect.poll(offered).toBe(true);
}

const books = () => join(dataDir, 'institutions', institution, 'desk.db');

function ask<Row>(question: string): Row[] {
  const db = new Database(books(), { readonly: true });
  try {
    return db.prepare<[], Row>(question).all();
  } finally {
    db.close();
  }
}

const runs = () =>
  ask<{ trigger: string; state: string; error_code: string | null }>(
    'select trigger, state, error_code from sync_run order by run_id',
  );
const pausedUntil = () =>
  ask<{ value: string }>(`select value from setting where key = 'background'`).map(
    ({ value }) => JSON.parse(value).paused_until,
  );
const attention = () =>
  ask<{ value: string }>(`select value from setting where key = 'background_attention'`).map(({ value }) =>
    JSON.parse(value),
  );

/** The last good run lies so far back that a wake brings another, and the regular one is still to come. */
function age(seconds: number): void {
  const db = new Database(books());
  db.prepare('update sync_run set ended_at = ended_at - ?').run(seconds);
  db.close();
}

async function faults(list: string): Promise<void> {
  const answer = await fetch(`${sandbox.url}/__sandbox/faults`, {
    method: 'POST',
    body: JSON.stringify({ faults: list }),
  });
  expect(answer.status).toBe(200);
}

const emitPower = (...events: string[]) =>
  desk.app.evaluate(({ powerMonitor }, names) => {
    for (const name of names) (powerMonitor as NodeJS.EventEmitter).emit(name);
  }, events);

/** As when staff work in another program. */
const lookAway = () => desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.blur());

it('syncs on wake, names the address an allow-list lacks once, and is content again once it is added', async () => {
  await launch(false);
  await workForSandbox();
  await sync(desk.page);
  await desk.close();
  age(600);
  await faults('ip-not-allowed:1');

  await launch(true);
  await desk.page.getByText('晨光机构').first().waitFor();
  await lookAway();
  expect(runs()).toEqual([{ trigger: 'staff', state: 'done', error_code: null }]);
  await emitPower('suspend', 'resume');
  await expect.poll(runs).toMatchObject([{}, { trigger: 'wake', state: 'failed', error_code: 'platform.40164' }]);
  await expect
    .poll(attention)
    .toMatchObject([[{ kind: 'address_not_allowed', code: 'platform.40164', params: { address: '127.0.0.1' } }]]);
  await expect
    .poll(told)
    .toEqual([{ title: '本机 IP 不在平台白名单（40164）', body: expect.stringContaining('晨光机构: ') }]);
  expect((await told())[0]!.body).toContain('127.0.0.1');
  await desk.page.getByTestId('attention').waitFor();
  await screenshot(desk.page, 'attention');

  await clickLatest();
  await desk.page.waitForURL(/#\/sync$/);
  await emitPower('suspend', 'resume');
  await faults('');
  await sync(desk.page);
  await expect.poll(attention).toEqual([]);
  await desk.page.locator('[data-attention]').waitFor({ state: 'detached' });
  expect(await told()).toHaveLength(1);
  expect(runs().map(({ trigger }) => trigger)).toEqual(['staff', 'wake', 'staff']);
});

it('does what the menu of the tray says, in the language of the window', async () => {
  await launch(true);
  await workForSandbox();
  await choose('pauseHour');
  await expect.poll(pausedUntil).toEqual([expect.any(Number)]);
  await expect.poll(trayLabels).toContain('继续自动同步');
  await desk.page.evaluate(() => window.leagueDesk.setLanguage('en'));
  await expect.poll(trayLabels).toContain('Go on syncing');
  await choose('sync');
  // On a slow machine the run of the start came before the pause.
  await expect.poll(() => runs().at(-1)).toMatchObject({ trigger: 'staff', state: 'done' });
  await choose('resume');
  await expect.poll(pausedUntil).toEqual([null]);
  await expect.poll(trayLabels).toContain('Pause for an hour');
});

it('syncs after its start when the books are old, and goes on without a window where staff chose so', async () => {
  await launch(true);
  await workForSandbox();
  await expect.poll(runs).toMatchObject([{ trigger: 'start', state: 'done' }]);
  await desk.page.evaluate(() => window.leagueDesk.setKeepRunning(true));
  const openWindows = () => desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await desk.page.close();
  await expect.poll(openWindows).toBe(0);
  await expect.poll(told).toMatchObject([{ title: '工作台仍在运行' }]);
  const reopened = desk.app.waitForEvent('window');
  await clickLatest();
  const page = await reopened;
  await page.waitForURL(/#\/sync$/);
  await page.getByText('晨光机构').first().waitFor();
  await page.close();
  await expect.poll(openWindows).toBe(0);
  expect(await told()).toHaveLength(1);
});
