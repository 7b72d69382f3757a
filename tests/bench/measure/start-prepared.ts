import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Command, PreparedCall, PreparedWorld } from './prepared-platform.ts';

export const PREPARED_CREDENTIALS = { appId: 'wx0000000000000001', secret: '0'.repeat(32) };

export interface Prepared {
  url: string;
  latency(milliseconds: number): Promise<void>;
  /** Platform time from now on, Unix seconds. */
  setNow(now: number): Promise<void>;
  /** Runs `work` and gives the platform calls made meanwhile, in the order they came. */
  callsOf(work: () => Promise<unknown>): Promise<PreparedCall[]>;
  close(): void;
}

/** Starts the prepared platform in a process of its own. */
export async function startPrepared(world: PreparedWorld): Promise<Prepared> {
  const child = fork(join(import.meta.dirname, 'prepared-platform.ts'), [JSON.stringify(world)]);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the prepared platform ended with ${code}`);
  });
  ended.catch(() => {});
  const answer = async <Answer>() => (await Promise.race([once(child, 'message'), ended]))[0] as Answer;
  const tell = <Answer>(command: Command) => {
    const said = answer<Answer>();
    child.send(command);
    return said;
  };
  const { port } = await answer<{ port: number }>();
  return {
    url: `http://127.0.0.1:${port}`,
    latency: async (latencyMs) => {
      await tell({ latencyMs });
    },
    setNow: async (now) => {
      await tell({ now });
    },
    async callsOf(work) {
      await tell({ record: true });
      await work();
      const { calls } = await tell<{ calls: PreparedCall[] }>({ take: true });
      await tell({ record: false });
      return calls;
    },
    close: () => {
      child.disconnect();
    },
  };
}
