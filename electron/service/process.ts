import type { MainOrder } from '../../shared/background-link.ts';
import type { Frame, Link } from '../../shared/contract/client.ts';
import type { PictureNews } from '../../shared/picture-link.ts';
import { failureOf } from './failure-of.ts';
import { type Service, startService } from './service.ts';

/** Electron's port to main, as far as it is used here; the service imports nothing of Electron. */
interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown; ports: PagePort[] }) => void): void;
  postMessage(message: unknown): void;
}

interface PagePort {
  on(event: 'message', listener: (message: { data: Frame }) => void): void;
  on(event: 'close', listener: () => void): void;
  postMessage(frame: Frame): void;
  start(): void;
  close(): void;
}

/** What main sends once, before any port. */
interface Init {
  type: 'init';
  dataDir: string;
  institution: { id: string; name: string; demo: boolean; appId: string | null };
  secret: string | null;
  feedSecret: string | null;
  baseUrl: string | null;
  staff: string;
  appVersion: string;
  /** Begin with a sync when there was never one. */
  firstSync: boolean;
  /** Sync by itself from then on. */
  background: boolean;
}

const parent = (process as unknown as { parentPort: ParentPort }).parentPort;
let service: Promise<Service | null> = Promise.resolve(null);

parent.on('message', ({ data, ports }) => {
  const message = data as Init | { type: 'port' } | { type: 'stop' } | MainOrder;
  if (message.type === 'init') service = start(message);
  else if (message.type === 'port') void service.then((running) => running?.serve(pageLink(ports[0]!)));
  else if (message.type === 'stop') void stop();
  else void service.then((running) => running && obey(running, message));
});

async function start(init: Init): Promise<Service | null> {
  try {
    const { appId } = init.institution;
    const running = await startService({
      dataDir: init.dataDir,
      institution: init.institution,
      credentials: appId && init.secret ? { appId, secret: init.secret } : null,
      baseUrl: init.baseUrl ?? undefined,
      staff: init.staff,
      version: init.appVersion,
      feedSecret: init.feedSecret,
      keepFeedSecret: (secret) => parent.postMessage({ type: 'feed-secret', secret }),
      background: init.background,
      onDrawing: (wanted) => parent.postMessage({ type: 'drawing', wanted }),
      onBackground: (news) => parent.postMessage(news),
      onPictures: (addresses) => parent.postMessage({ type: 'pictures', addresses } satisfies PictureNews),
      log: (line) => console.log(line),
    });
    parent.postMessage({ type: 'ready' });
    void running.probe();
    if (init.firstSync) void firstSync(running);
    return running;
  } catch (error) {
    parent.postMessage({ type: 'failed', error: failureOf(error) });
    return null;
  }
}

async function firstSync(running: Service): Promise<void> {
  const client = running.client();
  const status = await client.invoke('sync.status', {});
  if (status.ok && status.data.last_run === null) await client.invoke('sync.start', {});
}

/** What the tray's menu and the machine say; failures show as everyone else's do. */
function obey(running: Service, order: MainOrder): void {
  if (order.type === 'machine') running.machine(order.news);
  else void ask(running, order);
}

async function ask(running: Service, order: Exclude<MainOrder, { type: 'machine' }>): Promise<void> {
  const client = running.client();
  if (order.type === 'pause') await client.invoke('background.pause', { until: order.until });
  else await client.invoke('sync.start', {});
  client.close();
}

async function stop(): Promise<void> {
  await (await service)?.close();
  process.exit(0);
}

function pageLink(port: PagePort): Link {
  return {
    send: (frame) => port.postMessage(frame),
    receive: (listener) => {
      port.on('message', ({ data }) => listener(data));
      port.start();
    },
    closed: (listener) => port.on('close', listener),
    close: () => port.close(),
  };
}
