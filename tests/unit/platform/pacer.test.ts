import { describe, expect, it } from 'vitest';
import { type EndpointLimit, type EndpointQuota, pacer } from '../../../electron/service/platform/pacer.ts';
import { DeskError } from '../../../shared/contract/result.ts';

const LIST = '/order/list/get';
const DETAIL = '/order/get';
const NOTHING_SAID: EndpointQuota = {
  daily_limit: null,
  used: null,
  remain: null,
  call_count: null,
  refresh_seconds: null,
};

function world(quota: () => EndpointQuota = () => NOTHING_SAID, concurrency = 4) {
  let ms = 0;
  const waits: number[] = [];
  const learned: EndpointLimit[] = [];
  let asked = 0;
  const paced = pacer({
    concurrency,
    now: () => 1_795_000_000 + Math.floor(ms / 1000),
    monotonicMs: () => ms,
    random: () => 0.5,
    wait: async (pause, signal) => {
      signal?.throwIfAborted();
      waits.push(pause);
      ms += pause;
    },
    askQuota: async () => {
      asked += 1;
      return quota();
    },
    known: [],
    learned: (limit) => learned.push(limit),
  });
  return { paced, waits, learned, asked: () => asked, pass: (seconds: number) => (ms += seconds * 1000) };
}

const refusal = (code: 45009 | 45011) => () => Promise.reject(new DeskError(`platform.${code}`, { endpoint: LIST }));
const fine = async () => 'ok';

describe('the pacer', () => {
  it('lets so many calls run at once for the whole account, and hands places on in order', async () => {
    const { paced } = world(undefined, 2);
    const started: string[] = [];
    const ends: (() => void)[] = [];
    const call = (endpoint: string, name: string) =>
      paced.run(endpoint, () => {
        started.push(name);
        return new Promise<void>((resolve) => ends.push(resolve));
      });
    const all = [call(LIST, 'a'), call(DETAIL, 'b'), call(LIST, 'c'), call(DETAIL, 'd')];
    const settle = () => new Promise((resolve) => setImmediate(resolve));
    await settle();
    expect(started).toEqual(['a', 'b']);
    ends[1]!();
    await settle();
    expect(started).toEqual(['a', 'b', 'c']);
    for (const end of ends) end();
    await settle();
    for (const end of ends) end();
    await Promise.all(all);
    expect(started).toEqual(['a', 'b', 'c', 'd']);
  });

  it('sends one call ahead after a refusal, with growing pauses, and keeps the others back until it passes', async () => {
    const { paced, waits } = world();
    for (let refused = 0; refused < 3; refused += 1)
      await expect(paced.run(LIST, refusal(45011))).rejects.toThrow(DeskError);
    let made = 0;
    const calls = Array.from({ length: 5 }, () =>
      paced.run(LIST, async () => {
        made += 1;
      }),
    );
    await Promise.all(calls);
    expect(made).toBe(5);
    // Two probes were refused, the third opened the endpoint for all.
    expect(waits).toEqual([150, 300, 600]);
  });

  it('holds only the endpoint that was refused', async () => {
    const { paced, waits } = world();
    await expect(paced.run(LIST, refusal(45011))).rejects.toThrow(DeskError);
    await expect(paced.run(DETAIL, fine)).resolves.toBe('ok');
    expect(waits).toEqual([]);
  });

  it('learns a pace from a minute that is really full, keeps below it, and forgets it by and by', async () => {
    const { paced, waits, learned, pass } = world();
    for (let call = 0; call < 100; call += 1) await paced.run(LIST, fine);
    for (let refused = 0; refused < 4; refused += 1)
      await expect(paced.run(LIST, refusal(45011))).rejects.toThrow(DeskError);
    expect(learned.at(-1)).toMatchObject({ endpoint: LIST, learned_per_minute: 90, answer: 'ok' });
    waits.length = 0;
    for (let call = 0; call < 40; call += 1) await paced.run(LIST, fine);
    const slept = waits.reduce((sum, pause) => sum + pause, 0);
    expect(slept).toBeGreaterThan(15_000);
    pass(7200);
    waits.length = 0;
    for (let call = 0; call < 40; call += 1) await paced.run(LIST, fine);
    expect(waits.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(100);
  });

  it('takes the pace the platform tells', async () => {
    const told = { ...NOTHING_SAID, call_count: 60, refresh_seconds: 60 };
    const { paced, waits } = world(() => told);
    for (let refused = 0; refused < 4; refused += 1)
      await expect(paced.run(LIST, refusal(45011))).rejects.toThrow(DeskError);
    await paced.run(LIST, fine);
    waits.length = 0;
    for (let call = 0; call < 30; call += 1) await paced.run(LIST, fine);
    expect(waits.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(20_000);
  });

  it('makes no call while the day is known to be used up, and asks again now and then', async () => {
    let remain = 0;
    const { paced, asked, pass } = world(() => ({ ...NOTHING_SAID, daily_limit: 1000, used: 1000, remain }));
    await expect(paced.run(LIST, refusal(45009))).rejects.toMatchObject({ code: 'platform.45009' });
    let made = 0;
    const call = () =>
      paced.run(LIST, async () => {
        made += 1;
      });
    await expect(call()).rejects.toMatchObject({ code: 'platform.45009', params: { remain: 0 } });
    expect([made, asked()]).toEqual([0, 1]);
    await paced.run(DETAIL, fine);
    pass(90);
    remain = 500;
    await call();
    expect([made, asked()]).toEqual([1, 2]);
  });

  it('tries a refused day again when quota/get says that calls are left, or does not answer', async () => {
    const left = world(() => ({ ...NOTHING_SAID, remain: 10 }));
    await expect(left.paced.run(LIST, refusal(45009))).rejects.toThrow(DeskError);
    await expect(left.paced.run(LIST, fine)).resolves.toBe('ok');
    const silent = world(() => {
      throw new DeskError('platform.48001', { endpoint: '/cgi-bin/openapi/quota/get' });
    });
    await expect(silent.paced.run(LIST, refusal(45009))).rejects.toThrow(DeskError);
    await expect(silent.paced.run(LIST, fine)).resolves.toBe('ok');
    expect(silent.learned.at(-1)).toMatchObject({ answer: 'platform.48001' });
  });

  it('lets go of a call that is cancelled while it waits', async () => {
    const { paced } = world();
    await expect(paced.run(LIST, refusal(45011))).rejects.toThrow(DeskError);
    const abort = new AbortController();
    abort.abort(new Error('cancelled'));
    await expect(paced.run(LIST, fine, abort.signal)).rejects.toThrow('cancelled');
    await expect(paced.run(LIST, fine)).resolves.toBe('ok');
  });

  it.each([5, 10, 30, 80, 300, 3000])(
    'never exceeds a limit of %i a minute, at the start, after a rest or across a restart',
    async (limit) => {
      let ms = 0;
      const starts: number[] = [];
      const program = () =>
        pacer({
          concurrency: 16,
          now: () => 1_795_000_000 + Math.floor(ms / 1000),
          monotonicMs: () => ms,
          wait: async (pause) => {
            ms += pause;
          },
          askQuota: async () => ({ ...NOTHING_SAID, call_count: limit, refresh_seconds: 60 }),
          known: [],
          learned: () => undefined,
        });
      const run = async (calls: number) => {
        const paced = program();
        await paced.learn([LIST]);
        for (let call = 0; call < calls; call += 1) await paced.run(LIST, async () => starts.push(ms));
        ms += 45_000;
        for (let call = 0; call < calls; call += 1) await paced.run(LIST, async () => starts.push(ms));
      };
      await run(limit);
      await run(limit);
      let [most, from] = [0, 0];
      starts.forEach((at, index) => {
        while (starts[from]! <= at - 60_000) from += 1;
        most = Math.max(most, index - from + 1);
      });
      expect(most).toBeLessThanOrEqual(limit);
      expect(starts).toHaveLength(4 * limit);
    },
  );

  it('learns limits before they are met, once a day, and tells the pace', async () => {
    const { paced, asked, pass } = world(() => ({ ...NOTHING_SAID, call_count: 300, refresh_seconds: 60 }));
    expect(paced.pace(LIST)).toBeNull();
    await paced.learn([LIST, DETAIL]);
    expect(paced.pace(LIST)).toBeCloseTo(222.2, 1);
    await paced.learn([LIST, DETAIL]);
    expect(asked()).toBe(2);
    pass(90_000);
    await paced.learn([LIST]);
    expect(asked()).toBe(3);
  });
});
