import { describe, expect, it, onTestFinished } from 'vitest';
import { jobs } from '../../../electron/service/job.ts';
import { startService } from '../../../electron/service/service.ts';
import { createClient, type Frame, type Link } from '../../../shared/contract/client.ts';
import { ERROR_CODES } from '../../../shared/contract/error-code.ts';
import { routes } from '../../../shared/contract/routes.ts';
import { failureText } from '../../../shared/error-text/failure-text.ts';
import { tempFolder } from '../../support/temp-folder.ts';

async function service(dataDir = tempFolder(), credentials: { appId: string; secret: string } | null = null) {
  const started = await startService({
    dataDir,
    institution: { id: 't', name: '测试机构', demo: false },
    credentials,
    baseUrl: 'http://127.0.0.1:1',
    staff: '小李',
    version: '0.0.0',
  });
  onTestFinished(() => started.close());
  return { client: started.client(), dataDir };
}

describe('the served contract', () => {
  it('answers an unknown route and a wrong input with a code, and never throws', async () => {
    const { client } = await service();
    expect(await client.invoke('no.such' as never, {} as never)).toEqual({
      ok: false,
      error: { code: 'route.unknown', params: { route: 'no.such' } },
    });
    const wrong = await client.invoke('order.page', { filter: { from: 'yesterday' } });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'input.invalid', params: { field: 'filter.from' } } });
  });

  it('survives any input to any route', async () => {
    const { client } = await service();
    for (const name of Object.keys(routes))
      for (const input of [null, 7, 'x', [], { cursor: "';--" }, { filter: null }, { products: [{}] }]) {
        const result = await client.invoke(name as never, input as never);
        if (!result.ok) expect(result.error.code, name).not.toBe('service.internal');
      }
  });

  it('works offline and without credentials, and says so where the platform is needed', async () => {
    const { client } = await service();
    expect(await client.call('desk.status', {})).toMatchObject({ connected: false, known_as_of: null, staff: '小李' });
    expect(await client.call('desk.overview', {})).toMatchObject({ days: [], quarantined: 0 });
    expect(await client.invoke('sync.start', {})).toMatchObject({ ok: false, error: { code: 'credentials.missing' } });
  });

  it('ends a sync that reaches nobody with the code, and keeps the run', async () => {
    const { client } = await service(tempFolder(), { appId: 'wx1', secret: 's' });
    const ended = new Promise((resolve) => client.on('job.changed', (job) => job.state !== 'running' && resolve(job)));
    await client.call('sync.start', {});
    expect(await ended).toMatchObject({ state: 'failed', error: { code: 'network.unreachable' } });
    expect((await client.call('sync.status', {})).last_run).toMatchObject({
      state: 'failed',
      error_code: 'network.unreachable',
    });
    expect((await client.call('desk.status', {})).last_failure).toMatchObject({ code: 'network.unreachable' });
  });
});

describe('the client', () => {
  it('answers what waits when the other side goes away', async () => {
    const listeners: (() => void)[] = [];
    const link: Link = {
      send: (_frame: Frame) => {},
      receive: () => {},
      closed: (listener) => listeners.push(listener),
      close: () => {},
    };
    const client = createClient(link);
    const waiting = client.invoke('desk.status', {});
    for (const listener of listeners) listener();
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'service.gone' } });
    expect(await client.invoke('desk.status', {})).toMatchObject({ ok: false, error: { code: 'service.gone' } });
  });
});

describe('jobs', () => {
  it('tell progress and end, and cancel by signal', async () => {
    const told: string[] = [];
    const all = jobs((job) => told.push(job.state));
    const { job_id } = all.start(
      'report',
      (handle) =>
        new Promise((_resolve, reject) => {
          handle.progress(1, 2, null);
          handle.signal.addEventListener('abort', () => reject(handle.signal.reason));
        }),
    );
    await Promise.resolve();
    all.cancel(job_id);
    await all.close();
    expect(told).toEqual(['running', 'cancelled']);
    expect(all.get(job_id)).toMatchObject({ state: 'cancelled', error: { code: 'job.cancelled' } });
    expect(() => all.get('none')).toThrow(expect.objectContaining({ code: 'job.unknown' }));
  });
});

describe('error codes', () => {
  it('each have a title and a next step in both languages', () => {
    for (const code of [...ERROR_CODES, 'platform.40164', 'platform.123', 'network.http_502'])
      for (const language of ['zh', 'en'] as const) {
        const { title, next } = failureText({ code, params: {} }, language);
        expect(title, code).not.toBe('');
        expect(next, code).not.toBe('');
        expect(title, code).not.toBe(failureText({ code: 'no.such', params: {} }, language).title);
      }
  });
});
