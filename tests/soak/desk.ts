import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { root } from '../../scripts/runtime/root.ts';
import type { SoakSandbox } from './sandbox.ts';

export interface Ended {
  /** null: it was killed. */
  status: number | null;
  stdout: string;
  stderr: string;
  milliseconds: number;
}

export interface DeskRun {
  /** Asked again and again while it runs; it is killed once the answer is true. */
  killWhen?: (() => Promise<boolean>) | undefined;
  /** A file of preload/, with its query. */
  preload?: string | undefined;
}

/** The program under soak: `league-desk` as staff run it, on one data folder. */
export interface SoakDesk {
  readonly dataDir: string;
  run(verb: string, args?: readonly string[], how?: DeskRun): Promise<Ended>;
  /** `ok`, or what SQLite says is broken. Looks only. */
  integrity(): string;
  /** All commission orders as `orders --format json` gives them, an object a line. */
  orders(): AsyncIterable<string>;
}

const LOOK_EVERY_MS = 20;
const MAIN = join(root, 'electron/cli/main.ts');

export function soakDesk(dataDir: string, { url, credentials }: SoakSandbox): SoakDesk {
  const env = {
    ...process.env,
    LEAGUE_DESK_APP_ID: credentials.appId,
    LEAGUE_DESK_APP_SECRET: credentials.secret,
  };
  const run: SoakDesk['run'] = (verb, args = [], { killWhen, preload } = {}) => {
    const spoiled = preload
      ? ['--import', `${pathToFileURL(join(import.meta.dirname, 'preload')).href}/${preload}`]
      : [];
    const words = [...spoiled, MAIN, verb, '--data', dataDir, '--base-url', url, ...args];
    const started = performance.now();
    const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const timer = setInterval(async () => {
      if (await killWhen?.()) child.kill('SIGKILL');
    }, LOOK_EVERY_MS);
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8');
      child[stream].on('data', (chunk) => {
        said[stream] += chunk;
      });
    }
    return new Promise((done) =>
      child.on('close', (status) => {
        clearInterval(timer);
        done({ status, ...said, milliseconds: performance.now() - started });
      }),
    );
  };
  return {
    dataDir,
    run,
    integrity() {
      const db = new Database(join(dataDir, 'desk.db'), { readonly: true });
      try {
        return String(db.pragma('integrity_check', { simple: true }));
      } finally {
        db.close();
      }
    },
    async *orders() {
      const file = join(dataDir, 'soak-orders.json');
      const { status, stderr } = await run('orders', ['--format', 'json', '--out', file]);
      if (status !== 0) throw new Error(`orders ended with ${status}: ${stderr}`);
      yield* createInterface({ input: createReadStream(file) });
    },
  };
}

/** The code in `code: message` on stderr. */
export function codeOf(stderr: string): string | null {
  return /^([a-z_]+\.-?[a-z0-9_]+): /m.exec(stderr)?.[1] ?? null;
}
