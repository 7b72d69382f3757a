import type { Platform } from '../../electron/service/platform/platform.ts';
import { type Reply, readReply } from '../../electron/service/platform/reply.ts';

/** What an endpoint answers: a body, or a failure it throws. */
export type Answer = Record<string, unknown> | Error | ((body: Record<string, unknown>) => Record<string, unknown>);

export interface StandIn extends Platform {
  /** Answers of an endpoint (by the end of its path), one after another; the last one stays. */
  on(endpoint: string, ...answers: Answer[]): void;
  readonly calls: { endpoint: string; body: Record<string, unknown> }[];
  readonly files: Map<string, { type: string; bytes: Buffer } | Error>;
}

/** A platform with replies laid out by the test. No network, no waiting. */
export function standIn(now: () => number): StandIn {
  const scripts = new Map<string, Answer[]>();
  const calls: StandIn['calls'] = [];
  const files: StandIn['files'] = new Map();
  return {
    calls,
    files,
    baseUrl: 'http://127.0.0.1:1',
    concurrency: 4,
    clock: { now, sure: now, observe: () => undefined, skew: () => 0 },
    on: (endpoint, ...answers) => {
      scripts.set(endpoint, answers);
    },
    call: async (endpoint, body): Promise<Reply> => {
      calls.push({ endpoint, body });
      const script = [...scripts].find(([ending]) => endpoint.endsWith(ending))?.[1];
      const answer = script && script.length > 1 ? script.shift() : script?.[0];
      if (!answer) throw new Error(`no answer laid out for ${endpoint}`);
      if (answer instanceof Error) throw answer;
      return readReply(endpoint, JSON.stringify(typeof answer === 'function' ? answer(body) : answer));
    },
    fetchFile: async (url) => {
      const file = files.get(url);
      if (!file || file instanceof Error) throw file ?? new Error(`no file laid out for ${url}`);
      return file;
    },
    learnLimits: async () => undefined,
    pace: () => null,
    reach: async () => undefined,
    close: async () => undefined,
  };
}
