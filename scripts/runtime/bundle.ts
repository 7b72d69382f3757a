import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed, runQuietly } from './command.ts';
import { SetupFailure } from './failure.ts';
import { withLock } from './lock.ts';
import { step } from './progress.ts';
import { root } from './root.ts';
import type { Runtime } from './runtime.ts';

const inputs = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.config.ts',
  'package.json',
  'package-lock.json',
];
const stamp = join(root, 'out', '.inputs');

/** Builds the program into `out/` unless what it was built from is unchanged. */
export async function ensureBundle(runtime: Runtime): Promise<void> {
  if (isFresh()) return;
  // Beside the packages, so that it is neither committed nor removed by the build itself.
  await withLock(join(root, 'node_modules', '.league-desk-build.lock'), 'build', async () => {
    if (isFresh()) return;
    const print = fingerprint();
    rmSync(stamp, { force: true });
    await step('Building the program', () => build(runtime));
    mkdirSync(join(root, 'out'), { recursive: true });
    // Written last, and from before the build: an edit made meanwhile is built the next time.
    writeFileSync(stamp, print);
  });
}

async function build(runtime: Runtime): Promise<void> {
  const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const args = [electronVite, 'build', '--config', join(root, 'electron.config.ts'), '--logLevel', 'warn'];
  try {
    await runQuietly(process.execPath, args, { cwd: root, env: { ...process.env, ...runtime.env, NO_COLOR: '1' } });
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    throw new SetupFailure(`The build failed:\n${error.output.trim()}`, 'put right what it names', { cause: error });
  }
}

function isFresh(): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

/** By content: a checkout of another branch and back changes times, not what is built. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesBelow)) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}
