import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { SetupFailure } from '../runtime/failure.ts';
import { root } from '../runtime/root.ts';

export interface DemoPlatform {
  url: string;
  appId: string;
  secret: string;
  /** Lets time pass on the platform. */
  advance(seconds: number): Promise<void>;
  /** What the platform's own books count. */
  visibleOrders(): Promise<number>;
  close(): void;
}

/** Starts the stand-in for the platform in a process of its own, on a free port of this machine. */
export async function startDemoPlatform(orders: number, seed: number): Promise<DemoPlatform> {
  const child = spawn(
    process.execPath,
    ['electron/cli/main.ts', 'sandbox', '--json', '--port', '0', '--orders', String(orders), '--seed', String(seed)],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const { url, appId, secret } = JSON.parse(await firstLine(child)) as { url: string; appId: string; secret: string };
  return {
    url,
    appId,
    secret,
    async advance(seconds) {
      await fetch(`${url}/__sandbox/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ advance: seconds }),
      });
    },
    async visibleOrders() {
      const text = await (await fetch(`${url}/__sandbox/books/orders`)).text();
      return text.split('\n').filter((line) => line !== '').length;
    },
    close: () => child.kill(),
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) return line;
  throw new SetupFailure('The demo platform did not start.', 'Read the lines above, then run `npm run demo` again.');
}
