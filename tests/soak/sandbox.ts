import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from '../../scripts/runtime/root.ts';
import type { SoakOptions } from './options.ts';

/** 2026-11-18 in UTC+8; the clock stands still but for being moved. */
export const SOAK_START = 1_795_000_000;
/** A slow answer is slow enough to be overtaken; more would only cost time. */
const SLOW_MS = 300;

export interface SoakSandbox {
  url: string;
  credentials: { appId: string; secret: string };
  faults(list: string): Promise<void>;
  /** Hits of every fault so far. */
  hits(): Promise<Record<string, number>>;
  /** Platform calls so far. */
  calls(): Promise<number>;
  /** Moves the clock on; gives the platform's time, Unix seconds. */
  advance(seconds: number): Promise<number>;
  /** A shop invites the institution; gives its AppID. */
  invite(): Promise<string>;
  /** The commission orders visible at an instant, an object a line. */
  books(asOf: number): AsyncIterable<string>;
  close(): void;
}

/** The stand-in for the platform, in a process of its own. */
export async function startSoakSandbox({ seed, orders }: SoakOptions): Promise<SoakSandbox> {
  const words = ['--json', '--frozen', '--now', SOAK_START, '--orders', orders, '--seed', seed];
  const child = spawn(
    process.execPath,
    ['electron/cli/main.ts', 'sandbox', ...words.map(String), '--fault-seed', String(seed + 1)],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const { url, appId, secret } = JSON.parse(await firstLine(child)) as { url: string; appId: string; secret: string };
  const door = async <Answer>(name: string, input?: unknown): Promise<Answer> => {
    const answer = await fetch(
      `${url}/__sandbox/${name}`,
      input === undefined ? {} : { method: 'POST', body: JSON.stringify(input) },
    );
    if (!answer.ok) throw new Error(`the sandbox refused ${name}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  await door('faults', { slow_ms: SLOW_MS });
  return {
    url,
    credentials: { appId, secret },
    faults: async (list) => {
      await door('faults', { faults: list });
    },
    hits: async () => (await door<{ hits: Record<string, number> }>('faults')).hits,
    calls: async () => (await door<{ total: number }>('calls')).total,
    advance: async (seconds) => (await door<{ now: number }>('clock', { advance: Math.round(seconds) })).now,
    invite: async () => (await door<{ shop_appid: string }>('scenario', { kind: 'invite' })).shop_appid,
    books: (asOf) => linesOf(`${url}/__sandbox/books/orders?as_of=${asOf}`),
    close: () => child.kill(),
  };
}

async function* linesOf(address: string): AsyncGenerator<string> {
  const { body } = await fetch(address);
  let rest = '';
  for await (const text of body!.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function firstLine(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) return line;
  throw new Error('the sandbox did not start');
}
