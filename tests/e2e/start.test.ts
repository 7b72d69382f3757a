import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureRuntime } from '../../scripts/runtime/runtime.ts';
import { deskArguments, type LaunchedDesk, launchDesk, screenshot } from '../support/electron.ts';

let dataDir: string;
let desk: LaunchedDesk | null = null;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'league-desk-'));
});

afterEach(async () => {
  await desk?.close();
  desk = null;
  rmSync(dataDir, { recursive: true, force: true });
});

async function launch(options: { offline?: boolean } = {}): Promise<LaunchedDesk> {
  desk = await launchDesk({ dataDir, ...options });
  return desk;
}

const info = (from: LaunchedDesk) => from.page.evaluate(() => window.leagueDesk.getAppInfo());
const phase = async (from: LaunchedDesk) => (await info(from)).service.phase;

function writeNewerStore(file: string): void {
  const db = new Database(file);
  // As our own databases are; opening one that is not changes two bytes of its header before anything can be read.
  db.pragma('journal_mode = wal');
  db.pragma('user_version = 9999');
  db.close();
}

/** The program started as from a terminal, for starts that show no window. */
async function startPlainly(folder: string): Promise<{ status: number | null; output: string }> {
  const { executable } = await ensureRuntime({ quiet: true });
  const child = spawn(executable, deskArguments(folder), { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, output };
}

describe('a start', () => {
  it('fills a new demo by itself when told to, as npm start does', async () => {
    desk = await launchDesk({ dataDir, args: ['--first-sync'], env: { LEAGUE_DESK_DEMO_ORDERS: '300' } });
    await desk.page
      .getByText(/数据截至/)
      .first()
      .waitFor({ timeout: 60_000 });
  });

  it('opens the demo institution, says what it runs on, and has a service', async () => {
    const { page, electronVersion } = await launch();
    console.log(`driving Electron ${electronVersion}`);
    await expect.poll(() => phase(desk!)).toBe('ready');
    expect(await info(desk!)).toMatchObject({
      electron: electronVersion,
      dataFolder: dataDir,
      institution: { id: 'demo', demo: true },
      language: 'zh-CN',
      startupError: null,
    });
    expect(page.url()).toMatch(/^app:\/\/league-desk\/index.html/);
  });

  it('works without the platform, the first time and after it was there', async () => {
    await launch({ offline: true });
    await expect.poll(() => phase(desk!)).toBe('ready');
    expect(existsSync(join(dataDir, 'institutions', 'demo', 'sandbox'))).toBe(false);
    await desk!.close();
    await launch();
    await expect.poll(() => phase(desk!)).toBe('ready');
    await desk!.close();
    await launch({ offline: true });
    await expect.poll(() => phase(desk!)).toBe('ready');
  });

  it('asked for twice at once runs one service', async () => {
    const { app, page } = await launch();
    await page.evaluate(() => Promise.all([1, 2, 3].map(() => window.leagueDesk.restartService())));
    await expect.poll(() => phase(desk!)).toBe('ready');
    const names = await app.evaluate(({ app }) => app.getAppMetrics().map(({ name }) => name));
    expect(names.filter((name) => name === 'service' || name === 'sandbox').sort()).toEqual(['sandbox', 'service']);
  });

  it('keeps theme, language and the place of the window', async () => {
    const { app, page } = await launch({ offline: true });
    await page.evaluate(() => window.leagueDesk.setTheme('dark'));
    await page.evaluate(() => window.leagueDesk.setLanguage('en'));
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.setBounds({ x: 40, y: 60, width: 1200, height: 700 }),
    );
    // The screen answers when it likes: the window has to have its new size before it can be remembered.
    const size = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds().width);
    await expect.poll(size).toBe(1200);
    await desk!.close();
    const second = await launch({ offline: true });
    expect(await info(second)).toMatchObject({ theme: 'dark', language: 'en' });
    const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds());
    expect(bounds).toMatchObject({ width: 1200, height: 700 });
  });
});

describe('a start that cannot go well', () => {
  it('of a second program on the same data folder brings the first to the front and ends', async () => {
    await launch({ offline: true });
    const second = await startPlainly(dataDir);
    expect(second.status).toBe(0);
    expect(second.output).toContain('store.locked');
    expect(await phase(desk!)).not.toBe('failed');
    expect(desk!.app.windows()).toHaveLength(1);
  });

  it('on a data folder that is none ends with a code and the folder', async () => {
    const file = join(dataDir, 'file');
    writeFileSync(file, '');
    const { status, output } = await startPlainly(file);
    expect(status).toBe(1);
    expect(output).toContain('store.readonly');
    expect(output).toContain(file);
  });

  it('on a blocked institution folder opens the window and tells why', async () => {
    mkdirSync(join(dataDir, 'institutions'));
    writeFileSync(join(dataDir, 'institutions', 'demo'), '');
    await launch({ offline: true });
    await expect.poll(() => phase(desk!)).toBe('failed');
    expect(await info(desk!)).toMatchObject({ startupError: { code: 'store.readonly' } });
    rmSync(join(dataDir, 'institutions', 'demo'));
    await desk!.page.evaluate(() => window.leagueDesk.restartService());
    await expect.poll(() => phase(desk!)).toBe('ready');
  });

  it.each([
    [
      'a damaged database',
      'store.corrupt',
      ['本地数据文件已损坏', '用最近的备份恢复'],
      (file: string) => writeFileSync(file, 'not a database '.repeat(500)),
    ],
    ['a database from a newer program', 'store.newer', ['来自更新版本', '请安装最新版本'], writeNewerStore],
  ] as const)('on %s opens the window and tells why, touching nothing', async (_what, code, words, spoil) => {
    const file = join(dataDir, 'institutions', 'demo', 'desk.db');
    mkdirSync(join(file, '..'), { recursive: true });
    spoil(file);
    const before = readFileSync(file);
    await launch({ offline: true });
    await expect.poll(() => phase(desk!)).toBe('failed');
    expect(await info(desk!)).toMatchObject({ startupError: { code } });
    const told = await desk!.page.getByTestId('start-failure').textContent();
    for (const word of [...words, code]) expect(told).toContain(word);
    await screenshot(desk!.page, `failure-${code}`);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('with damaged settings sets them aside and starts with the usual ones', async () => {
    writeFileSync(join(dataDir, 'settings.json'), '{"theme": "dark", ');
    await launch({ offline: true });
    expect(await info(desk!)).toMatchObject({ theme: 'system' });
    expect(readFileSync(join(dataDir, 'settings.unreadable.json'), 'utf8')).toContain('dark');
  });
});

describe('the service', () => {
  it('is started again when it is killed, and the page gets a new port', async () => {
    const { app, page } = await launch({ offline: true });
    await expect.poll(() => phase(desk!)).toBe('ready');
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      window.leagueDesk.onServiceState(({ phase }) => seen.push(phase));
      window.addEventListener('message', ({ data, ports }) => {
        if (data === 'league-desk:port' && ports.length === 1) seen.push('port');
      });
    });
    await app.evaluate(({ app }) => {
      const service = app.getAppMetrics().find(({ name }) => name === 'service');
      process.kill(service!.pid, 'SIGKILL');
    });
    // From the fall on: the first port may come as late as the listener.
    const seen = () =>
      page.evaluate(() => {
        const { seen } = window as unknown as { seen: string[] };
        return seen.slice(seen.indexOf('restarting'));
      });
    await expect.poll(seen).toEqual(['restarting', 'starting', 'ready', 'port']);
  });

  it('is no longer there when the program has ended', async () => {
    const { app } = await launch();
    await expect.poll(() => phase(desk!)).toBe('ready');
    const pids = await app.evaluate(({ app }) =>
      app
        .getAppMetrics()
        .filter(({ type }) => type === 'Utility')
        .map(({ pid }) => pid),
    );
    await desk!.close();
    desk = null;
    expect(pids.length).toBeGreaterThanOrEqual(2);
    await expect.poll(() => pids.filter((pid) => existsSync(`/proc/${pid}/cmdline`) && isRunning(pid))).toEqual([]);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('credentials', () => {
  const entered = { name: '晨光机构', appId: 'wx1234567890abcdef', secret: '0123456789abcdef0123456789abcdef' };
  const settings = () => readFileSync(join(dataDir, 'settings.json'), 'utf8');

  it('never lie on the disk in plain text unless that was asked for', async () => {
    const { page } = await launch({ offline: true });
    const { keyStore } = await info(desk!);
    const answer = await page.evaluate((given) => window.leagueDesk.setCredentials(given), entered);
    expect(answer).toMatchObject({ ok: true, data: { secretKept: keyStore ? 'protected' : 'session' } });
    expect(settings()).toContain('晨光机构');
    for (const encoding of ['utf8', 'base64'] as const) {
      expect(settings()).not.toContain(Buffer.from(entered.secret).toString(encoding));
      expect(settings()).not.toContain(Buffer.from(entered.appId).toString(encoding));
    }
  });

  it('of an institution are used when it is chosen, and asked for again when they were for the session only', async () => {
    const { page } = await launch({ offline: true });
    const answer = await page.evaluate((given) => window.leagueDesk.setCredentials(given), entered);
    const id = answer.ok ? answer.data.institutionId : '';
    await page.evaluate((wanted) => window.leagueDesk.switchInstitution(wanted), id);
    await page.waitForLoadState('load');
    await expect.poll(() => phase(desk!)).toBe('ready');
    expect(await info(desk!)).toMatchObject({
      institution: { id, name: '晨光机构', demo: false, appId: entered.appId },
    });
    expect(existsSync(join(dataDir, 'institutions', id))).toBe(true);
    const { keyStore } = await info(desk!);
    await desk!.close();
    await launch({ offline: true });
    expect(await info(desk!)).toMatchObject({
      institution: { id, appId: keyStore ? entered.appId : null },
      secretKept: keyStore ? 'protected' : null,
    });
  });

  it('of an unknown institution cannot be chosen', async () => {
    await launch({ offline: true });
    const answer = await desk!.page.evaluate(() => window.leagueDesk.switchInstitution('nobody'));
    expect(answer).toMatchObject({ ok: false, error: { code: 'institution.unknown' } });
  });
});
