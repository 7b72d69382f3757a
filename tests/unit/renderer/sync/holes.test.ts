import { describe, expect, it } from 'vitest';
import { dayName, weekdayName } from '../../../../renderer/rooms/sync/completeness/day-name.ts';
import { holeClock, holesOf, openHours, withoutUndue } from '../../../../renderer/rooms/sync/completeness/holes.ts';
import type { ReadHour } from '../../../../shared/contract/sync.ts';
import { HOUR_SECONDS, startOfDay } from '../../../../shared/time.ts';

const start = startOfDay('2026-09-03')!;
const hours = (states: string): ReadHour[] =>
  [...states].map((letter, index) => ({
    hour_at: start + index * HOUR_SECONDS,
    state: letter === 'u' ? 'unread' : letter === 'o' ? 'open' : 'read',
    first_read_at: null,
    last_read_at: null,
    rows_then: 0,
    rows_now: 0,
    late: 0,
  }));

describe('hours nobody read', () => {
  it('are named as stretches, not one by one', () => {
    expect(holesOf(hours('rruuurruro'))).toEqual([
      { from: start + 2 * HOUR_SECONDS, to: start + 5 * HOUR_SECONDS, hours: 3 },
      { from: start + 7 * HOUR_SECONDS, to: start + 8 * HOUR_SECONDS, hours: 1 },
    ]);
    expect(holesOf(hours('rrr'))).toEqual([]);
    expect(openHours(hours('rruoo'))).toBe(2);
  });

  it('are not those still to come', () => {
    const knownAsOf = start + 4 * HOUR_SECONDS + 900;
    expect(withoutUndue(hours('ruruuu'), knownAsOf).map(({ state }) => state)).toEqual([
      'read',
      'unread',
      'read',
      'unread',
      'open',
      'open',
    ]);
    expect(holesOf(withoutUndue(hours('uu'), null))).toHaveLength(1);
  });

  it('are told by the clock of UTC+8', () => {
    const [hole] = holesOf(hours('rruuu'));
    expect(holeClock(hole!)).toMatchObject({ from: '02:00', to: '05:00', sameDay: true });
    expect(dayName(hole!.from, 'zh')).toBe('9月3日');
    expect(dayName(hole!.from, 'en')).toBe('Sep 3');
    expect(weekdayName(start, 'zh')).toBe('周四');
  });

  it('end at the 24:00 of their own day', () => {
    const hole = { from: start + 22 * HOUR_SECONDS, to: start + 24 * HOUR_SECONDS, hours: 2 };
    expect(holeClock(hole)).toMatchObject({ from: '22:00', to: '24:00', sameDay: true });
    expect(holeClock({ ...hole, to: start + 26 * HOUR_SECONDS })).toMatchObject({ to: '02:00', sameDay: false });
  });
});
