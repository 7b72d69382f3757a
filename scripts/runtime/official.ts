import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache.ts';
import { CommandFailed, runQuietly } from './command.ts';
import { say, step } from './progress.ts';
import { root } from './root.ts';

export interface OfficialElectron {
  readonly version: string;
  readonly dist: string;
}

const packageFolder = join(root, 'node_modules', 'electron');
const connectLimitMs = 5_000;
const downloadLimitMs = 10 * 60_000;
/** A site out of reach is not asked again for a day; `npm run setup -- --retry` asks at once. */
const refusalHoldsMs = 24 * 60 * 60_000;

/** Where Electron's own installer downloads from, by the same variables. */
function downloadSite(): string {
  const { ELECTRON_MIRROR, npm_config_electron_mirror } = process.env;
  return ELECTRON_MIRROR || npm_config_electron_mirror || 'https://github.com/electron/electron/releases/download/';
}

function wantedVersion(): string {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;
}

export function findOfficial(): OfficialElectron | null {
  const dist = join(packageFolder, 'dist');
  try {
    const version = readFileSync(join(dist, 'version'), 'utf8').replace(/^v/, '');
    const executable = readFileSync(join(packageFolder, 'path.txt'), 'utf8');
    return version === wantedVersion() && existsSync(join(dist, executable)) ? { version, dist } : null;
  } catch {
    return null;
  }
}

export async function fetchOfficial(): Promise<OfficialElectron | null> {
  const site = downloadSite();
  if (!(await answers(site))) {
    say(`• Electron's download site (${new URL(site).host}) is out of reach`);
    rememberRefusal(site);
    return null;
  }
  try {
    await step(`Electron ${wantedVersion()} from ${new URL(site).host}`, (note) =>
      runQuietly(process.execPath, [join(packageFolder, 'install.js')], {
        signal: AbortSignal.timeout(downloadLimitMs),
        onLine: note,
      }),
    );
    return findOfficial();
  } catch (error) {
    // A broken unpack must not look like an installation to Electron's own launcher.
    rmSync(join(packageFolder, 'path.txt'), { force: true });
    say(`  it did not come: ${error instanceof CommandFailed ? error.output.trim().split('\n')[0] : error}`);
    rememberRefusal(site);
    return null;
  }
}

/** Any answer counts, also a redirect or 404: only silence and refusal mean that the installer would wait in vain. */
async function answers(site: string): Promise<boolean> {
  try {
    await fetch(site, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(connectLimitMs) });
    return true;
  } catch {
    return false;
  }
}

function refusalFile(): string {
  return join(cacheFolder(), 'electron-out-of-reach.json');
}

function rememberRefusal(site: string): void {
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(refusalFile(), JSON.stringify({ site, version: wantedVersion(), at: Date.now() }));
}

export function wasRefused(now = Date.now()): boolean {
  try {
    const refusal = JSON.parse(readFileSync(refusalFile(), 'utf8'));
    const age = now - refusal.at;
    return refusal.site === downloadSite() && refusal.version === wantedVersion() && age >= 0 && age < refusalHoldsMs;
  } catch {
    return false;
  }
}

export function forgetRefusal(): void {
  rmSync(refusalFile(), { force: true });
}
