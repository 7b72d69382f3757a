import { describe, expect, it } from 'vitest';
import { formatBytes } from '../../../../renderer/parts/bytes.ts';
import { knownOf } from '../../../../renderer/parts/known-of.ts';
import { quotaOf } from '../../../../renderer/rooms/sync/ledger/quota.ts';
import { clockText, restOf, tomorrowMorning } from '../../../../renderer/rooms/sync/state/next-run.ts';
import { spanOf } from '../../../../renderer/rooms/sync/state/span.ts';
import { DAY_SECONDS, formatInstant, HOUR_SECONDS, startOfDay } from '../../../../shared/time.ts';

const noon = startOfDay('2026-11-22')! + 12 * HOUR_SECONDS;

describe('the time between two runs', () => {
  it('is waiting for the next one, or why none comes', () => {
    expect(restOf({ waiting: null, next_at: noon + 60 }, noon)).toBe('scheduled');
    expect(restOf({ waiting: null, next_at: noon }, noon)).toBe('soon');
    expect(restOf({ waiting: 'battery', next_at: null }, noon)).toBe('battery');
  });

  it('is told by the clock, with the day where it is another', () => {
    expect(clockText(noon + HOUR_SECONDS, noon)).toBe('13:00');
    expect(clockText(tomorrowMorning(noon), noon)).toBe('11-23 08:00');
  });

  it('can last until the next morning, also late at night and early', () => {
    for (const hour of [0, 7, 23])
      expect(formatInstant(tomorrowMorning(startOfDay('2026-11-22')! + hour * HOUR_SECONDS))).toBe(
        '2026-11-23 08:00:00',
      );
  });
});

describe('lengths of time', () => {
  it.each([
    [45, 'seconds', 45],
    [187, 'minutes', 3],
    [DAY_SECONDS, 'hours', 24],
    [4 * DAY_SECONDS, 'days', 4],
  ])('%d s', (seconds, unit, count) => expect(spanOf(seconds)).toEqual({ unit, count }));
});

describe('how far the data of a page is known', () => {
  const known = {
    shops: noon,
    promoters: noon - 60,
    orders: null,
    products: noon - 2 * DAY_SECONDS,
    funds: null,
    live_notices: null,
  };

  it('is as old as the oldest of it', () => {
    expect(knownOf(known, ['shops', 'promoters'], noon)).toEqual({ kind: 'fresh', at: noon - 60 });
    expect(knownOf(known, ['shops', 'products'], noon)).toEqual({ kind: 'old', at: noon - 2 * DAY_SECONDS });
  });

  it('says so when some of it was never read', () => {
    expect(knownOf(known, ['shops', 'orders'], noon).kind).toBe('partial');
    expect(knownOf(known, ['orders', 'funds'], noon)).toEqual({ kind: 'never', at: null });
  });
});

describe('what is left of a day’s calls', () => {
  it('is what the platform said, or less when more was called since', () => {
    expect(quotaOf({ daily_limit: 1000, daily_remain: 900, calls_today: 40 })).toMatchObject({
      rest: 900,
      percent: 10,
      tone: 'ok',
    });
    expect(quotaOf({ daily_limit: 1000, daily_remain: 900, calls_today: 850 })).toMatchObject({
      rest: 150,
      tone: 'warn',
    });
    expect(quotaOf({ daily_limit: 1000, daily_remain: null, calls_today: 1200 })).toMatchObject({
      rest: 0,
      tone: 'bad',
    });
  });

  it('is not guessed where the platform has not said', () => {
    expect(quotaOf({ daily_limit: null, daily_remain: null, calls_today: 3 })).toBeNull();
  });
});

describe('sizes', () => {
  it.each([
    [0, '0 B'],
    [900, '900 B'],
    [332_859_965, '317 MB'],
    [1.4 * 1024 ** 3, '1.4 GB'],
  ])('%d', (bytes, text) => expect(formatBytes(bytes)).toBe(text));
});
