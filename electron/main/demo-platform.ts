import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { forkChild } from './child.ts';
import type { LaunchOptions } from './launch-options.ts';
import { type Child, stopChild } from './supervisor.ts';

/** How the service reaches an institution's platform. */
export interface PlatformAccess {
  baseUrl: string | null;
  appId: string | null;
  secret: string | null;
}

export class SandboxFailure extends Error {}

/** Nobody listens on the discard port: calls to it fail as they do without a network. */
const unreachable = 'http://127.0.0.1:9';
const startLimitMs = 60_000;

const access = z.object({ appId: z.string(), secret: z.string() });
const ready = z.object({ type: z.literal('ready'), url: z.string(), ...access.shape });

/** The demo institution's platform: the sandbox in a process of its own, its world kept in the institution's folder. */
export class DemoPlatform {
  readonly #offline: boolean;
  readonly #orders: number | null;
  #sandbox: Child | null = null;
  #starts = 0;

  constructor({ offline, demoOrders }: LaunchOptions) {
    this.#offline = offline;
    this.#orders = demoOrders;
  }

  async start(dataDir: string): Promise<PlatformAccess> {
    this.#starts += 1;
    const mine = this.#starts;
    const folder = join(dataDir, 'sandbox');
    if (this.#offline) return { baseUrl: unreachable, ...readAccess(folder) };
    // Its world is read from the file, which the former one writes when it ends.
    await this.stop();
    if (mine !== this.#starts) throw new SandboxFailure('started again meanwhile');
    mkdirSync(folder, { recursive: true });
    const sandbox = forkChild('sandbox.js', 'sandbox');
    this.#sandbox = sandbox;
    const { url, appId, secret } = await answer(sandbox, {
      stateFile: join(folder, 'state.json'),
      ...(this.#orders === null ? {} : { orders: this.#orders }),
    });
    writeFileSync(join(folder, 'access.json'), JSON.stringify({ appId, secret }));
    return { baseUrl: url, appId, secret };
  }

  async stop(): Promise<void> {
    const sandbox = this.#sandbox;
    this.#sandbox = null;
    if (sandbox) await stopChild(sandbox);
  }
}

/** Without the sandbox the demo institution is still the one it was: its data belongs to this AppID. */
function readAccess(folder: string): Pick<PlatformAccess, 'appId' | 'secret'> {
  try {
    return access.parse(JSON.parse(readFileSync(join(folder, 'access.json'), 'utf8')));
  } catch {
    return { appId: null, secret: null };
  }
}

function answer(sandbox: Child, world: { stateFile: string; orders?: number }): Promise<z.infer<typeof ready>> {
  return new Promise((resolve, reject) => {
    const refuse = (reason: string) => {
      clearTimeout(timer);
      reject(new SandboxFailure(reason));
    };
    const timer = setTimeout(() => refuse('no answer'), startLimitMs);
    sandbox.onExit((code) => refuse(`ended with ${code}`));
    sandbox.onMessage((message) => {
      const answer = ready.safeParse(message);
      if (!answer.success) return refuse(JSON.stringify(message));
      clearTimeout(timer);
      resolve(answer.data);
    });
    sandbox.post({ type: 'start', ...world });
  });
}
