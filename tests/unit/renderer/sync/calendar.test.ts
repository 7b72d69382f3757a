import { describe, expect, it } from 'vitest';
import {
  calendarDays,
  heatLevel,
  heatScale,
  isReadByHour,
  nextCell,
  shownDays,
} from '../../../../renderer/rooms/sync/completeness/calendar.ts';
import type { ReadHour } from '../../../../shared/contract/sync.ts';
import { HOUR_SECONDS, startOfDay } from '../../../../shared/time.ts';

const at = (day: string, hour: number) => startOfDay(day)! + hour * HOUR_SECONDS;
const hour = (hour_at: number, more: Partial<ReadHour> = {}): ReadHour => ({
  hour_at,
  state: 'read',
  first_read_at: hour_at + 4000,
  last_read_at: hour_at + 8000,
  rows_then: 3,
  rows_now: 3,
  late: 0,
  ...more,
});

describe('the calendar', () => {
  it('has a row a day, newest first, and leaves the future open', () => {
    const hours = [
      hour(at('2026-11-21', 23), { late: 2, rows_now: 5 }),
      hour(at('2026-11-22', 0), { state: 'unread', rows_now: 0 }),
    ];
    const days = calendarDays(hours, '2026-11-21', '2026-11-22');
    expect(days.map(({ day, rows, unread, late }) => ({ day, rows, unread, late }))).toEqual([
      { day: '2026-11-22', rows: 0, unread: 1, late: 0 },
      { day: '2026-11-21', rows: 5, unread: 0, late: 2 },
    ]);
    expect(days[0]!.hours).toHaveLength(24);
    expect(days[0]!.hours[1]).toBeNull();
    expect(days[1]!.hours[23]?.hour_at).toBe(at('2026-11-21', 23));
  });

  it('takes the fullest colour from nine hours in ten, so that a sale does not bleach the rest', () => {
    const hours = Array.from({ length: 20 }, (_, index) =>
      hour(index * HOUR_SECONDS, { rows_now: index === 7 ? 9000 : 40 }),
    );
    expect(heatScale(hours)).toBe(40);
    expect(heatScale([])).toBe(0);
  });

  it('colours no rows and few rows differently, and never above the last step', () => {
    expect([0, 1, 10, 25, 64, 100, 9000].map((rows) => heatLevel(rows, 100))).toEqual([0, 1, 2, 3, 4, 5, 5]);
    expect(heatLevel(3, 0)).toBe(1);
  });

  it('shows the last 31 days, or a month as far as it has come', () => {
    const now = at('2026-11-22', 14);
    expect(shownDays(null, now)).toEqual({ from: '2026-10-23', to: '2026-11-22' });
    expect(shownDays('2026-09', now)).toEqual({ from: '2026-09-01', to: '2026-09-30' });
    expect(shownDays('2026-11', now)).toEqual({ from: '2026-11-01', to: '2026-11-22' });
    for (const senseless of ['2027-01', '2026-13', 'x'])
      expect(shownDays(senseless, now)).toEqual(shownDays(null, now));
  });

  it('moves by arrow keys and stays within', () => {
    expect(nextCell('ArrowDown', 5, 31)).toBe(29);
    expect(nextCell('ArrowUp', 5, 31)).toBe(5);
    expect(nextCell('End', 30, 31)).toBe(47);
    expect(nextCell('Home', 30, 31)).toBe(24);
    expect(nextCell('ArrowRight', 31 * 24 - 1, 31)).toBe(31 * 24 - 1);
    expect(nextCell('Enter', 5, 31)).toBeNull();
  });

  it('knows what can have holes', () => {
    expect([isReadByHour('orders'), isReadByHour('funds'), isReadByHour('shops')]).toEqual([true, true, false]);
  });
});
