/**
 * The sandbox in a process of its own under Electron (utilityProcess): started and stopped by messages. Only the shape
 * of the port is needed here, so this file loads without Electron.
 */
import { z } from 'zod';
import { type Sandbox, startSandbox } from './server.ts';

interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const message = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start'),
    port: z.number().int().optional(),
    seed: z.number().int().optional(),
    orders: z.number().int().optional(),
    faults: z.string().optional(),
    faultSeed: z.number().int().optional(),
    latencyMs: z.number().optional(),
    now: z.number().int().optional(),
    frozen: z.boolean().optional(),
    stateFile: z.string().optional(),
  }),
  z.object({ type: z.literal('stop') }),
]);

export function serveParent(parent: ParentPort, exit: (status: number) => void): void {
  let sandbox: Promise<Sandbox> | undefined;
  const take = async (data: unknown): Promise<void> => {
    const wish = message.parse(data);
    if (wish.type === 'stop') {
      await (await sandbox)?.close();
      exit(0);
      return;
    }
    const { type: _, ...options } = wish;
    sandbox ??= startSandbox(withoutUndefined(options));
    const { url, appId, secret } = await sandbox;
    parent.postMessage({ type: 'ready', url, appId, secret });
  };
  parent.on('message', (event) => {
    take(event.data).catch((error: unknown) => {
      parent.postMessage({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    });
  });
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(options: T): Present<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Present<T>;
}

const { parentPort } = process as unknown as { parentPort?: ParentPort };
if (parentPort !== undefined) serveParent(parentPort, (status) => process.exit(status));
