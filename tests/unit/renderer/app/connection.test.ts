import { describe, expect, it } from 'vitest';
import { attachLink, Desk } from '../../../../renderer/app/client/connection.ts';
import type { Frame, Link } from '../../../../shared/contract/client.ts';

/** A service by hand: answers what `reply` says, and can go away. */
function service(reply: (frame: Extract<Frame, { kind: 'call' }>) => unknown) {
  const ends: (() => void)[] = [];
  let receive: (frame: Frame) => void = () => {};
  const calls: string[] = [];
  const link: Link = {
    send: (frame) => {
      if (frame.kind !== 'call') return;
      calls.push(frame.route);
      const data = reply(frame);
      if (data !== undefined)
        queueMicrotask(() => receive({ kind: 'answer', id: frame.id, result: { ok: true, data } }));
    },
    receive: (listener) => {
      receive = listener;
    },
    closed: (listener) => ends.push(listener),
    close: () => {},
  };
  return { link, calls, end: () => ends.map((listener) => listener()) };
}

const silent = () => undefined;

describe('the page and a service that comes and goes', () => {
  it('holds a read back until there is a service', async () => {
    const desk = new Desk();
    const answer = desk.read('job.list', {});
    attachLink(desk, service(() => []).link);
    expect(await answer).toEqual([]);
  });

  it('repeats a read on the next service', async () => {
    const desk = new Desk();
    const first = service(silent);
    const second = service(() => []);
    attachLink(desk, first.link);
    const answer = desk.read('job.list', {});
    await Promise.resolve();
    first.end();
    expect(desk.connection.phase).toBe('gone');
    attachLink(desk, second.link);
    expect(await answer).toEqual([]);
    expect([first.calls, second.calls]).toEqual([['job.list'], ['job.list']]);
  });

  it('never repeats an action', async () => {
    const desk = new Desk();
    const first = service(silent);
    const second = service(() => ({ job_id: 'x' }));
    attachLink(desk, first.link);
    const answer = desk.act('sync.start', {});
    first.end();
    attachLink(desk, second.link);
    await expect(answer).rejects.toMatchObject({ code: 'service.gone' });
    expect(second.calls).toEqual([]);
  });

  it('refuses an action while no service is there', async () => {
    await expect(new Desk().act('sync.start', {})).rejects.toMatchObject({ code: 'service.gone' });
  });

  it('ignores the end of a service that was already replaced', () => {
    const desk = new Desk();
    const first = service(silent);
    attachLink(desk, first.link);
    attachLink(desk, service(silent).link);
    first.end();
    expect(desk.connection.phase).toBe('ready');
  });
});
