import { isOnPath, readCommand, runQuietly } from './command.ts';
import { SetupFailure } from './failure.ts';
import { step } from './progress.ts';

/** A need and the packages that meet it, newest name first (Debian 13 renamed some for 64-bit time). */
type Need = readonly string[];

const windowNeeds: readonly Need[] = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libdrm2'],
  ['fonts-noto-cjk'],
];
const displayNeeds: readonly Need[] = [['xvfb'], ['xauth']];
const compilerNeeds: readonly Need[] = [['g++'], ['make'], ['python3']];

export function hasDisplay(): boolean {
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Electron's libraries, a Chinese font and, without a screen, a virtual one. Other systems bring all of it. */
export async function ensureWindowPackages(): Promise<void> {
  if (process.platform !== 'linux' || !isOnPath('dpkg-query')) return;
  await install(hasDisplay() ? windowNeeds : [...windowNeeds, ...displayNeeds], 'a window');
}

export async function ensureCompiler(): Promise<void> {
  if (['g++', 'make', 'python3'].every(isOnPath)) return;
  if (!isOnPath('dpkg-query')) {
    throw new SetupFailure(
      'SQLite must be compiled once and there is no C++ compiler.',
      'install g++, make and python3, then run `npm run setup` again',
    );
  }
  await install(compilerNeeds, 'compiling SQLite once');
}

/** Reports are added up by a script beside the program's own code. Where there is none elsewhere, that test says so. */
export async function ensurePython(): Promise<void> {
  if (process.platform !== 'linux' || isOnPath('python3') || !isOnPath('dpkg-query')) return;
  await install([['python3']], 'the tests');
}

async function install(needs: readonly Need[], purpose: string): Promise<void> {
  const present = installedPackages(needs.flat());
  const missing = needs.filter((need) => !need.some((name) => present.has(name)));
  if (missing.length === 0) return;

  if (process.getuid?.() !== 0) {
    const names = missing.map((need) => need.at(-1)).join(' ');
    throw new SetupFailure(
      `System packages for ${purpose} are missing: ${names}.`,
      `sudo apt-get update && sudo apt-get install -y ${names}`,
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const label = `System packages for ${purpose}: ${missing.map((need) => need.at(-1)).join(' ')}`;
  await step(label, async (note) => {
    try {
      await runQuietly('apt-get', ['update'], { env, onLine: note });
      const names = missing.map((need) => need.find(isKnownToApt) ?? need[0]!);
      await runQuietly('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env, onLine: note });
    } catch (error) {
      throw new SetupFailure(
        `${label}: apt-get could not install them.`,
        `look at what \`apt-get install -y ${missing.map((need) => need.at(-1)).join(' ')}\` says`,
        { cause: error },
      );
    }
  });
}

function installedPackages(names: readonly string[]): Set<string> {
  // dpkg-query ends with 1 when one of the names is unknown, and still lists the others.
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
  const { stdout } = readCommand('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...names]);
  return parsePackageStatus(stdout);
}

export function parsePackageStatus(listing: string): Set<string> {
  const rows = listing.split('\n').map((line) => line.split(' '));
  return new Set(rows.filter(([, status]) => status === 'installed').map(([name]) => name!));
}

function isKnownToApt(name: string): boolean {
  return readCommand('apt-cache', ['show', name]).status === 0;
}
