import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { app, MessageChannelMain, type WebContents } from 'electron';
import { z } from 'zod';
import type { BridgeFailure, ServiceState } from '../../shared/bridge.ts';
import { forkChild } from './child.ts';
import type { Institutions } from './institutions.ts';
import type { Settings } from './settings.ts';
import { type Child, Supervisor, stopChild } from './supervisor.ts';

/** Nobody listens on the discard port: calls to it fail as they do without a network. */
const unreachable = 'http://127.0.0.1:9';
const sandboxStartLimitMs = 60_000;

const sandboxReady = z.object({ type: z.literal('ready'), url: z.string(), appId: z.string(), secret: z.string() });
type Platform = { baseUrl: string | null; appId: string | null; secret: string | null };

/** The present institution at work: its service, for the demo institution its sandbox, and the pages that talk to it. */
export class Desk {
  readonly #settings: Settings;
  readonly #institutions: Institutions;
  readonly #offline: boolean;
  readonly #service: Supervisor;
  readonly #pages = new Set<WebContents>();
  #sandbox: Child | null = null;

  constructor(settings: Settings, institutions: Institutions, offline: boolean) {
    this.#settings = settings;
    this.#institutions = institutions;
    this.#offline = offline;
    this.#service = new Supervisor(
      () => forkChild('service.js', 'service'),
      (state) => this.#tellPages(state),
    );
  }

  get state(): ServiceState {
    return this.#service.state;
  }

  async open(): Promise<void> {
    this.#service.announce();
    const institution = this.#institutions.current();
    try {
      const dataDir = this.#institutions.dataFolder(institution.id);
      const { appId, secret, baseUrl } = institution.demo
        ? await this.#demoPlatform(dataDir)
        : this.#ownPlatform(institution.id);
      await this.#service.start({
        type: 'init',
        dataDir,
        institution: { id: institution.id, name: institution.name, demo: institution.demo, appId },
        secret,
        baseUrl,
        staff: userInfo().username,
        appVersion: app.getVersion(),
        locale: this.#settings.values.language,
      });
    } catch (error) {
      this.#service.fail(failureOf(error));
    }
  }

  async close(): Promise<void> {
    const sandbox = this.#sandbox;
    this.#sandbox = null;
    // The service first: the sandbox's end must not look like an outage to a sync under way.
    await this.#service.stop();
    if (sandbox) await stopChild(sandbox);
  }

  /** Gives a page its way to the service, now or as soon as there is one. */
  connect(page: WebContents): void {
    if (!this.#pages.has(page)) {
      this.#pages.add(page);
      page.once('destroyed', () => this.#pages.delete(page));
    }
    this.#handPort(page);
  }

  #handPort(page: WebContents): void {
    const { port1, port2 } = new MessageChannelMain();
    if (this.#service.post({ type: 'port' }, [port1])) page.postMessage('desk:port', null, [port2]);
  }

  #tellPages(state: ServiceState): void {
    for (const page of this.#pages) {
      page.send('desk:service-state', state);
      if (state.phase === 'ready') this.#handPort(page);
    }
  }

  #ownPlatform(id: string): Platform {
    const credentials = this.#institutions.credentials(id);
    return {
      baseUrl: this.#institutions.baseUrl(id),
      appId: credentials?.appId ?? null,
      secret: credentials?.secret ?? null,
    };
  }

  async #demoPlatform(dataDir: string): Promise<Platform> {
    if (this.#offline) return { baseUrl: unreachable, appId: 'wx0000000000000000', secret: 'offline' };
    if (this.#sandbox) await stopChild(this.#sandbox);
    const folder = join(dataDir, 'sandbox');
    mkdirSync(folder, { recursive: true });
    this.#sandbox = forkChild('sandbox.js', 'sandbox');
    return startSandbox(this.#sandbox, join(folder, 'state.json'));
  }
}

function startSandbox(child: Child, stateFile: string): Promise<Platform> {
  return new Promise((resolve, reject) => {
    const refuse = (reason: string) => {
      clearTimeout(timer);
      reject(new SandboxFailure(reason));
    };
    const timer = setTimeout(() => refuse('no answer'), sandboxStartLimitMs);
    child.onExit((code) => refuse(`ended with ${code}`));
    child.onMessage((message) => {
      const answer = sandboxReady.safeParse(message);
      if (!answer.success) return refuse(JSON.stringify(message));
      clearTimeout(timer);
      const { url, appId, secret } = answer.data;
      resolve({ baseUrl: url, appId, secret });
    });
    child.post({ type: 'start', stateFile });
  });
}

class SandboxFailure extends Error {}

function failureOf(error: unknown): BridgeFailure {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof SandboxFailure) return { code: 'sandbox.failed', params: { reason } };
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return { code: 'store.disk_full', params: { file: path ?? null, reason } };
  if (code) return { code: 'store.readonly', params: { file: path ?? null, reason } };
  return { code: 'service.crashed', params: { reason } };
}
