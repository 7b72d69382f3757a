import { userInfo } from 'node:os';
import { app, MessageChannelMain, type WebContents } from 'electron';
import log from 'electron-log/main';
import { z } from 'zod';
import type { BackgroundNews, MainOrder } from '../../shared/background-link.ts';
import type { BridgeFailure, Language, ServiceState } from '../../shared/bridge.ts';
import { pictureNews } from '../../shared/picture-link.ts';
import { forkChild } from './child.ts';
import { DemoPlatform, type PlatformAccess, SandboxFailure } from './demo-platform.ts';
import type { Institutions } from './institutions.ts';
import type { LaunchOptions } from './launch-options.ts';
import type { Settings } from './settings.ts';
import { Supervisor } from './supervisor.ts';

const feedSecretMessage = z.object({ type: z.literal('feed-secret'), secret: z.string().nullable() });

/** What the service is told when it starts. */
interface Init {
  type: 'init';
  dataDir: string;
  institution: { id: string; name: string; demo: boolean; appId: string | null };
  secret: string | null;
  feedSecret: string | null;
  baseUrl: string | null;
  staff: string;
  appVersion: string;
  locale: Language;
  firstSync: boolean;
  background: boolean;
}

/** Who shows the desk's state beside its pages. */
interface Observer {
  serviceState(state: ServiceState): void;
  background(news: BackgroundNews): void;
}

interface Drawing {
  /** The service has posters to draw, or no more. */
  wanted(wanted: boolean): void;
}

/** The present institution at work: its service, for the demo institution its sandbox, and the pages that talk to it. */
export class Desk {
  readonly #settings: Settings;
  readonly #institutions: Institutions;
  readonly #demo: DemoPlatform;
  readonly #firstSync: boolean;
  readonly #background: boolean;
  readonly #service: Supervisor;
  readonly #pages = new Set<WebContents>();
  #init: Init | null = null;
  #observer: Observer | null = null;
  #fetchAhead: (addresses: string[]) => void = () => {};
  #drawing: Drawing | null = null;
  /** Counts openings and closings; what an earlier one still waits for is then of no interest. */
  #turn = 0;

  constructor(settings: Settings, institutions: Institutions, options: LaunchOptions) {
    this.#settings = settings;
    this.#institutions = institutions;
    this.#demo = new DemoPlatform(options);
    this.#firstSync = options.firstSync;
    this.#background = options.background;
    this.#service = new Supervisor(
      () => forkChild('service.js', 'service'),
      (state) => this.#tell(state),
      (message) => this.#hear(message),
    );
  }

  get state(): ServiceState {
    return this.#service.state;
  }

  async open(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#service.announce();
    const institution = this.#institutions.current();
    try {
      const dataDir = this.#institutions.dataFolder(institution.id);
      const platform = institution.demo ? await this.#demo.start(dataDir) : this.#ownPlatform(institution.id);
      if (turn !== this.#turn) return;
      const { appId, secret, baseUrl } = platform;
      this.#init = {
        type: 'init',
        dataDir,
        institution: { id: institution.id, name: institution.name, demo: institution.demo, appId },
        secret,
        feedSecret: this.#institutions.feedSecret(institution.id),
        baseUrl,
        staff: userInfo().username,
        appVersion: app.getVersion(),
        locale: this.#settings.values.language,
        firstSync: this.#firstSync && institution.demo,
        background: this.#background,
      };
      await this.#service.start(this.#init);
    } catch (error) {
      if (turn === this.#turn) this.#service.fail(failureOf(error));
    }
  }

  async close(): Promise<void> {
    this.#turn += 1;
    // The service first: the sandbox's end must not look like an outage to a sync under way.
    await this.#service.stop();
    await this.#demo.stop();
  }

  observe(observer: Observer): void {
    this.#observer = observer;
  }

  /** Hears after a sync which pictures are worth having offline. */
  onPictures(fetchAhead: (addresses: string[]) => void): void {
    this.#fetchAhead = fetchAhead;
  }

  /** Who opens the window posters are drawn in. */
  drawIn(drawing: Drawing): void {
    this.#drawing = drawing;
  }

  /** For the service; lost while there is none, which is told the machine's state again when it is ready. */
  order(order: MainOrder): void {
    this.#service.post(order, []);
  }

  /** Gives a page its way to the service, now or as soon as there is one. */
  connect(page: WebContents): void {
    if (!this.#pages.has(page)) {
      this.#pages.add(page);
      page.once('destroyed', () => this.#pages.delete(page));
    }
    this.#handPort(page);
  }

  #hear(message: unknown): void {
    const { type } = (message ?? {}) as { type?: string };
    if (type === 'drawing') this.#drawing?.wanted((message as { wanted: boolean }).wanted);
    else if (type === 'background') this.#observer?.background(message as BackgroundNews);
    else if (type === 'pictures') this.#wantPictures(message);
    else this.#keepFeedSecret(message);
  }

  #wantPictures(message: unknown): void {
    const { success, data } = pictureNews.safeParse(message);
    if (success) this.#fetchAhead(data.addresses);
  }

  /** The service has a new secret for the feed's signature, which it must find again after its next start. */
  #keepFeedSecret(message: unknown): void {
    const { success, data } = feedSecretMessage.safeParse(message);
    if (!success || !this.#init) return;
    // The same object a fallen service is started with again.
    this.#init.feedSecret = data.secret;
    try {
      this.#institutions.keepFeedSecret(this.#init.institution.id, data.secret);
    } catch (error) {
      log.warn('the feed secret is kept for this session only', error);
    }
  }

  #handPort(page: WebContents): void {
    const { port1, port2 } = new MessageChannelMain();
    if (this.#service.post({ type: 'port' }, [port1])) page.postMessage('desk:port', null, [port2]);
  }

  #tell(state: ServiceState): void {
    // A service that fell takes its batch along.
    if (state.phase !== 'ready') this.#drawing?.wanted(false);
    this.#observer?.serviceState(state);
    for (const page of this.#pages) {
      page.send('desk:service-state', state);
      if (state.phase === 'ready') this.#handPort(page);
    }
  }

  #ownPlatform(id: string): PlatformAccess {
    const credentials = this.#institutions.credentials(id);
    return {
      baseUrl: this.#institutions.baseUrl(id),
      appId: credentials?.appId ?? null,
      secret: credentials?.secret ?? null,
    };
  }
}

function failureOf(error: unknown): BridgeFailure {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof SandboxFailure) return { code: 'sandbox.failed', params: { reason } };
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return { code: 'store.disk_full', params: { file: path ?? null, reason } };
  if (code) return { code: 'store.readonly', params: { file: path ?? null, reason } };
  return { code: 'service.crashed', params: { reason } };
}
