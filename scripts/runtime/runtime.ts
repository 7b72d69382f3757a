import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withCacheLock } from './cache.ts';
import { readCommand } from './command.ts';
import { SetupFailure } from './failure.ts';
import { findFallback, makeFallback } from './fallback.ts';
import { fetchOfficial, findOfficial, forgetRefusal, wasRefused } from './official.ts';
import { say } from './progress.ts';
import { compileSqlite, hasCompiledSqlite, installCompiledSqlite } from './sqlite.ts';
import { ensureWindowPackages } from './system-packages.ts';

export interface Runtime {
  readonly electronVersion: string;
  /** 'official' is what users get; 'fallback' serves development and tests where the official one is out of reach. */
  readonly kind: 'official' | 'fallback' | 'given';
  readonly executable: string;
  /** Goes to child processes beside the environment: points the electron package and electron-vite at that executable. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Everything a script needs before it can build or open the program. Does nothing where nothing is missing, which
 * takes a fraction of a second.
 */
export async function ensureRuntime(options: { retry?: boolean; quiet?: boolean } = {}): Promise<Runtime> {
  if (options.retry) forgetRefusal();
  await ensureWindowPackages();
  const runtime = describe(givenByUser() ?? findReady() ?? (await withCacheLock(obtain)));
  if (runtime.kind === 'fallback') {
    installCompiledSqlite();
    if (!options.quiet) say(`• Electron ${runtime.electronVersion} (a substitute, for development and tests only)`);
  }
  reportMissingLibraries(runtime.executable);
  return runtime;
}

type Found = Pick<Runtime, 'kind'> & { version: string; dist: string };

function givenByUser(): Found | null {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!dist) return null;
  const file = join(dist, 'version');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'of unknown version';
  // A child of one of our own scripts is given the fallback this way.
  const ours = findFallback()?.dist === dist && hasCompiledSqlite();
  return { kind: ours ? 'fallback' : 'given', version, dist };
}

function findReady(): Found | null {
  const official = findOfficial();
  if (official) return { kind: 'official', ...official };
  if (!wasRefused() || !hasCompiledSqlite()) return null;
  const fallback = findFallback();
  return fallback && { kind: 'fallback', ...fallback };
}

async function obtain(): Promise<Found> {
  // Another set-up may have done it while this one waited for the lock.
  const ready = findReady();
  if (ready) return ready;
  const official = wasRefused() ? null : await fetchOfficial();
  if (official) return { kind: 'official', ...official };

  const stop = new AbortController();
  try {
    const [fallback] = await Promise.all([
      findFallback() ?? makeFallback(stop.signal),
      hasCompiledSqlite() ? undefined : compileSqlite(stop.signal),
    ]);
    return { kind: 'fallback', ...fallback };
  } catch (error) {
    stop.abort();
    throw error;
  }
}

function describe({ kind, version, dist }: Found): Runtime {
  const executable = join(dist, executableName());
  const env: Record<string, string> = { ELECTRON_EXEC_PATH: executable };
  if (kind === 'fallback') env.ELECTRON_OVERRIDE_DIST_PATH = dist;
  return { electronVersion: version, kind, executable, env };
}

function executableName(): string {
  if (process.platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  if (process.platform === 'win32') return 'electron.exe';
  return 'electron';
}

/** Debian's packages are installed by name; elsewhere the loader tells what is missing. */
function reportMissingLibraries(executable: string): void {
  if (process.platform !== 'linux') return;
  const { stdout } = readCommand('ldd', [executable]);
  const missing = [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
  if (missing.length === 0) return;
  throw new SetupFailure(
    `Electron misses system libraries: ${missing.join(', ')}.`,
    "install them with your system's package manager, then run `npm run setup` again",
  );
}
