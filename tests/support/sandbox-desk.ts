import { onTestFinished } from 'vitest';
import { startSandbox } from '../../electron/sandbox/server.ts';
import type { Context } from '../../electron/service/context.ts';
import { createPlatform } from '../../electron/service/platform/platform.ts';
import { openStore } from '../../electron/service/store/store.ts';
import { DeskError } from '../../shared/contract/result.ts';
import { tempFolder } from './temp-folder.ts';

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

export interface SandboxDesk extends Context {
  readonly sandbox: Sandbox;
  /** Asks the stand-in's own door. */
  door<Answer>(place: string, body?: unknown): Promise<Answer>;
  /** Lines of the stand-in's own books. */
  books(of: string): Promise<Record<string, unknown>[]>;
}

export interface DeskOptions {
  secret?: string;
  baseUrl?: string;
  /** No AppID and secret are known. */
  unconnected?: boolean;
}

/** A context over empty books whose platform is a small stand-in world with a clock that stands still. */
export async function sandboxDesk(
  world: Parameters<typeof startSandbox>[0] = {},
  options: DeskOptions = {},
): Promise<SandboxDesk> {
  const sandbox = await startSandbox({ seed: 7, orders: 200, now: 1_795_000_000, frozen: true, ...world });
  onTestFinished(() => sandbox.close());
  const dataDir = tempFolder();
  const store = await openStore(dataDir);
  onTestFinished(() => store.close());
  const platform = createPlatform({
    baseUrl: options.baseUrl ?? sandbox.url,
    credentials: { appId: sandbox.appId, secret: options.secret ?? sandbox.secret },
    wait: () => new Promise((resolve) => setImmediate(resolve)),
  });
  onTestFinished(() => platform.close());
  return {
    sandbox,
    store,
    dataDir,
    institution: { id: 'test', name: '测试机构', demo: false, appId: sandbox.appId },
    connected: !options.unconnected,
    platform() {
      if (options.unconnected) throw new DeskError('credentials.missing');
      return platform;
    },
    now: () => platform.clock.now(),
    staff: () => '小林',
    emit: () => undefined,
    changed: () => undefined,
    async door(place, body) {
      const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
      return (await fetch(`${sandbox.url}/__sandbox/${place}`, init)).json() as never;
    },
    async books(of) {
      const text = await (await fetch(`${sandbox.url}/__sandbox/books/${of}`)).text();
      return text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    },
  };
}
