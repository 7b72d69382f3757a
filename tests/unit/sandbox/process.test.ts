import { expect, it } from 'vitest';
import { APP_ID, SECRET } from '../../../electron/sandbox/platform.ts';
import { serveParent } from '../../../electron/sandbox/process.ts';
import { NOW } from './caller.ts';

/** The port Electron would give, and a queue of what was posted to it. */
function parentPort() {
  let take: (event: { data: unknown }) => void = () => {};
  const waiting: ((message: unknown) => void)[] = [];
  const posted: unknown[] = [];
  return {
    port: {
      on: (_: 'message', listener: (event: { data: unknown }) => void) => {
        take = listener;
      },
      postMessage: (message: unknown) => {
        const next = waiting.shift();
        if (next === undefined) posted.push(message);
        else next(message);
      },
    },
    send: (data: unknown) => take({ data }),
    next: () =>
      posted.length > 0 ? Promise.resolve(posted.shift()) : new Promise<unknown>((resolve) => waiting.push(resolve)),
  };
}

it('starts and stops by message', async () => {
  const parent = parentPort();
  const exited = new Promise<number>((resolve) => serveParent(parent.port, resolve));
  parent.send({ type: 'start', orders: 100, seed: 7, now: NOW });
  const ready = (await parent.next()) as { url: string };
  expect(ready).toEqual({
    type: 'ready',
    url: expect.stringContaining('http://127.0.0.1:'),
    appId: APP_ID,
    secret: SECRET,
  });
  expect((await fetch(`${ready.url}/__sandbox/clock`)).status).toBe(200);
  parent.send({ type: 'stop' });
  expect(await exited).toBe(0);
  await expect(fetch(ready.url)).rejects.toThrow();
});

it('says what went wrong instead of falling silent', async () => {
  const parent = parentPort();
  serveParent(parent.port, () => {});
  parent.send({ type: 'start', faults: 'nonsense' });
  expect(await parent.next()).toMatchObject({ type: 'failed', message: expect.stringContaining('unknown fault') });
});
