import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/runtime/root.ts';
import { type LaunchedDesk, launchDesk } from '../support/electron.ts';

let desk: LaunchedDesk;

beforeAll(async () => {
  desk = await launchDesk();
});

afterAll(() => desk.close());

/** What the page started has had its turn. A page that was sent back to itself begins anew, and draws then. */
async function framesDrawn(): Promise<void> {
  for (let frame = 0; frame < 5; frame += 1)
    await desk.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn))).catch(() => null);
  await desk.page.waitForLoadState();
}

/** Rows of Electron's security checklist, in its order. */
describe('the page', () => {
  it('comes over a protocol of our own, never file or http', async () => {
    expect(await desk.page.evaluate(() => location.origin)).toBe('app://league-desk');
  });

  it('has no Node, and sees of Electron only the named functions', async () => {
    const seen = await desk.page.evaluate(() => ({
      node: [
        typeof (globalThis as { require?: unknown }).require,
        typeof (globalThis as { process?: unknown }).process,
      ],
      functions: Object.keys(window.leagueDesk).sort(),
    }));
    expect(seen.node).toEqual(['undefined', 'undefined']);
    expect(seen.functions).toEqual([
      'chooseFile',
      'chooseFolder',
      'getAppInfo',
      'onServiceState',
      'openExternal',
      'restartService',
      'saveFile',
      'setCredentials',
      'setKeepRunning',
      'setLanguage',
      'setTheme',
      'showItem',
      'switchInstitution',
    ]);
  });

  it('runs sandboxed and isolated, with web security on and no experiments', async () => {
    const preferences = await desk.app.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!;
      return (webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
    expect(preferences.nodeIntegrationInWorker ?? false).toBe(false);
    expect(preferences.enableBlinkFeatures ?? '').toBe('');
  });

  it('is denied every permission but copying', async () => {
    const states = await desk.page.evaluate(async () => {
      const ask = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state;
      return { place: await ask('geolocation'), camera: await ask('camera'), notices: await ask('notifications') };
    });
    expect(states).toEqual({ place: 'denied', camera: 'denied', notices: 'denied' });
    // As staff do, and because a virtual screen has no window manager that would give the page the focus.
    await desk.page.mouse.click(1, 1);
    await desk.page.evaluate(() => navigator.clipboard.writeText('4000000000012345678'));
    await expect.poll(() => desk.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('4000000000012345678');
    await expect(desk.page.evaluate(() => navigator.clipboard.readText())).rejects.toThrow();
  });

  it('runs no text as code and no script from elsewhere', async () => {
    const outcome = await desk.page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.intruder = true';
      document.body.append(script);
      const remote = document.createElement('script');
      const failed = new Promise((resolve) => remote.addEventListener('error', () => resolve('blocked')));
      remote.src = 'https://evil.example/x.js';
      document.body.append(remote);
      return { inline: 'intruder' in window, remote: await failed };
    });
    expect(outcome).toEqual({ inline: false, remote: 'blocked' });
    // Through a script of the page's own world: Playwright's evaluate is not bound by the policy.
    const policy = await desk.page.evaluate(async () =>
      (await fetch('/index.html')).headers.get('content-security-policy'),
    );
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe-eval');
  });

  it.each(['https://store.weixin.qq.com/', 'http://127.0.0.1:9/', 'file:///etc/passwd', 'app://elsewhere/index.html'])(
    'fetches nothing from %s',
    async (address) => {
      const fetched = desk.page.evaluate((url) => fetch(url).then((answer) => answer.status), address);
      await expect(fetched).rejects.toThrow(/Failed to fetch/);
    },
  );

  it.each(['/../main/index.js', '/%2e%2e/main/index.js', '/..%2fmain%2findex.js', '/nothing.js'])(
    'is given no file outside its bundle: %s',
    async (path) => {
      const status = await desk.page.evaluate((url) => fetch(url).then((answer) => answer.status), path);
      expect([403, 404]).toContain(status);
    },
  );

  it.each(['https://store.weixin.qq.com/', 'file:///etc/passwd', 'about:blank', 'data:text/html,x'])(
    'does not navigate to %s',
    async (address) => {
      await desk.page
        .evaluate((url) => {
          location.href = url;
        }, address)
        .catch(() => null);
      await framesDrawn();
      await expect.poll(() => desk.page.url()).toMatch(/^app:\/\/league-desk\//);
    },
  );

  it('opens no window, frame or webview of something else', async () => {
    const opened = await desk.page.evaluate(() => window.open('https://store.weixin.qq.com/') === null);
    await desk.page.evaluate(() => {
      for (const tag of ['iframe', 'webview']) {
        const element = document.createElement(tag);
        element.setAttribute('src', 'https://store.weixin.qq.com/');
        document.body.append(element);
      }
    });
    await framesDrawn();
    expect(opened).toBe(true);
    const contents = await desk.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((one) => one.getType()),
    );
    expect(contents).toEqual(['window']);
    expect(
      desk.page
        .frames()
        .map((frame) => frame.url())
        .filter((url) => url.includes('weixin')),
    ).toEqual([]);
  });
});

describe('the bridge', () => {
  it("hands the platform's own pages to the browser, and nothing else", async () => {
    await desk.app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = async (url) => void opened.push(url);
    });
    const open = (url: string) => desk.page.evaluate((address) => window.leagueDesk.openExternal(address), url);
    expect(await open('https://store.weixin.qq.com/shop')).toEqual({ ok: true, data: null });
    for (const url of ['https://evil.example/', 'file:///etc/passwd', 'http://store.weixin.qq.com/', 'javascript:1'])
      expect(await open(url)).toMatchObject({ ok: false, error: { code: 'address.refused' } });
    const opened = await desk.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
    expect(opened).toEqual(['https://store.weixin.qq.com/shop']);
  });

  it('shows no file that no dialog gave', async () => {
    const answer = await desk.page.evaluate(() => window.leagueDesk.showItem('/etc/passwd'));
    expect(answer).toMatchObject({ ok: false, error: { code: 'path.refused' } });
  });

  it('shows what lies below a folder that a dialog gave', async () => {
    await desk.app.evaluate(
      ({ dialog, shell }, folder) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
        shell.showItemInFolder = () => {};
      },
      join(root, 'tests'),
    );
    expect(await desk.page.evaluate(() => window.leagueDesk.chooseFolder())).toBe(join(root, 'tests'));
    const show = (path: string) => desk.page.evaluate((wanted) => window.leagueDesk.showItem(wanted), path);
    expect(await show(join(root, 'tests', 'e2e', 'security.test.ts'))).toEqual({ ok: true, data: null });
    expect(await show(join(root, 'package.json'))).toMatchObject({ ok: false });
  });

  it('checks what it is given', async () => {
    const answers = await desk.page.evaluate(async () => {
      const { setTheme, saveFile, setCredentials, switchInstitution } = window.leagueDesk;
      return [
        await setTheme('pink' as never),
        await saveFile('../../.bashrc'),
        await setCredentials({ name: 'x', appId: 'not an app id', secret: 'short' }),
      ].concat((await switchInstitution('')) as never);
    });
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  });

  it('answers no page but our own, not even one with our preload script', async () => {
    const preload = join(root, 'out', 'preload', 'index.cjs');
    const answer = await desk.app.evaluate(async ({ BrowserWindow }, script) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload: script, sandbox: true } });
      await stranger.loadURL('data:text/html,<p>stranger</p>');
      const ask = 'window.leagueDesk.getAppInfo().then(() => "answered", (error) => error.message)';
      const said: string = await stranger.webContents.executeJavaScript(ask);
      stranger.destroy();
      return said;
    }, preload);
    expect(answer).toContain("not from the program's own page");
  });
});
