import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { programArguments } from '../../scripts/runtime/program.ts';
import { root } from '../../scripts/runtime/root.ts';
import { ensureRuntime } from '../../scripts/runtime/runtime.ts';
import { ensureDisplay } from './display.ts';

export interface LaunchOptions {
  /** The program's data folder. Without one the desk gets a new folder, removed when it is closed. */
  dataDir?: string;
  /** The demo institution without its sandbox: the platform cannot be reached. */
  offline?: boolean;
  /** With syncs nobody asked for, tray and notifications. Without, only what the test does happens. */
  background?: boolean;
  args?: string[];
  env?: Record<string, string>;
}

export interface LaunchedDesk {
  app: ElectronApplication;
  page: Page;
  electronVersion: string;
  dataDir: string;
  /** What the program wrote to its terminal so far. */
  output(): string;
  close(): Promise<void>;
}

/** Opens the built program in the real Electron and waits for its window. */
export async function launchDesk(options: LaunchOptions = {}): Promise<LaunchedDesk> {
  const runtime = await ensureRuntime({ quiet: true });
  await ensureDisplay();
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'league-desk-'));
  // Playwright asks the electron package for the executable. Only then, not when it is given one, does it hold the
  // program back until it is connected; otherwise it misses the window now and then and waits for ever.
  Object.assign(process.env, runtime.env);
  const app = await _electron.launch({
    args: [...deskArguments(dataDir, options.offline), ...(options.args ?? [])],
    // Playwright would show every page the light scheme, whatever the program chose.
    colorScheme: null,
    env: { ...environment(), LEAGUE_DESK_NO_BACKGROUND: options.background ? '0' : '1', ...options.env },
  });
  let output = '';
  app.process().stdout?.on('data', (chunk) => {
    output += chunk;
  });
  app.process().stderr?.on('data', (chunk) => {
    output += chunk;
  });
  const page = await app.firstWindow();
  // Nothing moves under a click, however busy the machine is.
  await page.emulateMedia({ colorScheme: null, reducedMotion: 'reduce' });
  return {
    app,
    page,
    dataDir,
    electronVersion: await app.evaluate(() => process.versions.electron!),
    output: () => output,
    close: async () => {
      await app.close();
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** How the program is told to run; the GPU is left out because a virtual screen has none. */
export function deskArguments(dataDir: string, offline = false): string[] {
  return [...programArguments(), '--disable-gpu', `--data=${dataDir}`, ...(offline ? ['--offline'] : [])];
}

/** Writes `test-results/screenshots/NAME.png` and gives its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = join(root, 'test-results', 'screenshots');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  return path;
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
