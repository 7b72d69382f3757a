import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder, placeFolder } from './cache.ts';
import { CommandFailed, npmCommand, runQuietly } from './command.ts';
import { SetupFailure } from './failure.ts';
import { step } from './progress.ts';
import { root } from './root.ts';
import { ensureCompiler } from './system-packages.ts';

/**
 * The SQLite binary inside better-sqlite3 needs Node-API 10; the fallback Electron speaks 9. So it is compiled once,
 * with `string-references.h`, and kept in the cache. The result runs on Node 24 too, so one checkout serves both.
 */
const header = join(import.meta.dirname, 'string-references.h');
const packageFolder = join(root, 'node_modules', 'better-sqlite3');
/** better-sqlite3 prefers what lies here to its own binary. */
const installed = join(packageFolder, 'build', 'Release', 'better_sqlite3.node');

function versionOf(folder: string): string {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

/** Raised when the header or the flags change. */
const recipe = 1;

function cachedFolder(): string {
  const version = versionOf(packageFolder);
  return join(cacheFolder(), `better-sqlite3-${version}-napi9-${process.platform}-${process.arch}-r${recipe}`);
}

export function hasCompiledSqlite(): boolean {
  return existsSync(join(cachedFolder(), 'better_sqlite3.node'));
}

/** `npm ci` empties the checkout's packages, so the cached binary is put back by every set-up that finds it missing. */
export function installCompiledSqlite(): void {
  const cached = join(cachedFolder(), 'better_sqlite3.node');
  if (existsSync(installed) && statSync(installed).size === statSync(cached).size) return;
  mkdirSync(dirname(installed), { recursive: true });
  const partial = `${installed}.partial-${process.pid}`;
  copyFileSync(cached, partial);
  renameSync(partial, installed);
}

export async function compileSqlite(signal: AbortSignal): Promise<void> {
  await ensureCompiler();
  await placeFolder(cachedFolder(), async (folder) => {
    const work = join(folder, 'work');
    const source = join(work, 'node_modules', 'better-sqlite3');
    cpSync(packageFolder, source, {
      recursive: true,
      filter: (path) => !path.startsWith(join(packageFolder, 'build')),
    });
    cpSync(join(root, 'node_modules', 'node-addon-api'), join(work, 'node_modules', 'node-addon-api'), {
      recursive: true,
    });
    const headers = await nodeHeaders(join(folder, 'headers'), signal);
    await step('Compiling SQLite for it, once (about a minute)', () => compile(source, headers, signal));
    copyFileSync(join(source, 'build', 'Release', 'better_sqlite3.node'), join(folder, 'better_sqlite3.node'));
    for (const rest of ['work', 'headers']) rmSync(join(folder, rest), { recursive: true, force: true });
  });
}

/** Node's headers come with its npm package; npm removes that part of it on some later installs. */
async function nodeHeaders(prefix: string, signal: AbortSignal): Promise<string> {
  const name = `node-${process.platform}-${process.arch}`;
  const beside = join(root, 'node_modules', 'node', 'node_modules', name);
  if (existsSync(join(beside, 'include', 'node', 'node_api.h'))) return beside;
  mkdirSync(prefix, { recursive: true });
  const [npm, leading] = npmCommand();
  const wanted = `${name}@${process.versions.node}`;
  const args = ['install', '--prefix', prefix, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', wanted];
  await step(`Fetching ${wanted} for its headers`, () =>
    runQuietly(npm, [...leading, ...args], { cwd: prefix, signal }),
  );
  return join(prefix, 'node_modules', name);
}

async function compile(source: string, headers: string, signal: AbortSignal): Promise<void> {
  const env = {
    ...process.env,
    // After the package's own flags, so the version it asks for is taken back.
    CXXFLAGS: `-UNAPI_VERSION -DNAPI_VERSION=9 -include ${header}`,
  };
  const args = [nodeGyp(), 'rebuild', '--release', '--force_build=1', '--jobs=max', `--nodedir=${headers}`];
  try {
    await runQuietly(process.execPath, args, { cwd: source, env, signal });
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    const reason = error.output.split('\n').find((line) => line.includes('error')) ?? error.output.slice(-300);
    throw new SetupFailure(
      `SQLite could not be compiled: ${reason.trim()}`,
      'check that g++ (with C++20), make and python3 work, then run `npm run setup` again',
      { cause: error },
    );
  }
}

/** npm carries node-gyp and names it to the scripts it runs. */
function nodeGyp(): string {
  const script = process.env.npm_config_node_gyp;
  if (script) return script;
  throw new SetupFailure('npm did not say where its node-gyp is.', 'run it through npm: `npm run setup`');
}
