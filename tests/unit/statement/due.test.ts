import { describe, expect, it } from 'vitest';
import { dueRuns, nextRun, type Timing } from '../../../electron/service/statement/schedule/due.ts';
import { formatInstant, startOfDay } from '../../../shared/time.ts';

const at = (day: string, hour = 0) => startOfDay(day)! + hour * 3600;
const monthly = (change: Partial<Timing> = {}): Timing => ({
  occasion: 'monthly',
  day: 5,
  hour: 9,
  on_since: at('2026-09-01'),
  last_period: null,
  last_closing_id: null,
  ...change,
});
const periods = (timing: Timing, now: number) => dueRuns(timing, [], now).map(({ period }) => period);
const next = (timing: Timing, now: number) => {
  const instant = nextRun(timing, now);
  return instant === null ? null : formatInstant(instant);
};

describe('a monthly plan', () => {
  it('writes the month before, from its hour of its day in UTC+8 on', () => {
    expect(periods(monthly(), at('2026-09-05', 9) - 1)).toEqual([]);
    expect(periods(monthly(), at('2026-09-05', 9))).toEqual(['2026-08']);
    expect(next(monthly(), at('2026-09-05', 9) - 1)).toBe('2026-09-05 09:00:00');
  });

  it('makes up every month it missed, oldest first, and none it has written', () => {
    expect(periods(monthly(), at('2026-12-06'))).toEqual(['2026-08', '2026-09', '2026-10', '2026-11']);
    expect(periods(monthly({ last_period: '2026-09' }), at('2026-12-06'))).toEqual(['2026-10', '2026-11']);
    expect(next(monthly({ last_period: '2026-09' }), at('2026-12-06'))).toBe('2026-11-05 09:00:00');
    expect(next(monthly({ last_period: '2026-11' }), at('2026-12-06'))).toBe('2027-01-05 09:00:00');
  });

  it('does not make up what was due before it was switched on', () => {
    const timing = monthly({ on_since: at('2026-11-05', 9) + 1 });
    expect(periods(timing, at('2026-12-05'))).toEqual([]);
    expect(next(timing, at('2026-11-06'))).toBe('2026-12-05 09:00:00');
    expect(periods(monthly({ on_since: at('2026-11-05', 9) }), at('2026-11-06'))).toEqual(['2026-10']);
    expect(periods(monthly({ on_since: null }), at('2026-12-06'))).toEqual([]);
    expect(next(monthly({ on_since: null }), at('2026-12-06'))).toBeNull();
  });

  it('does not write a month again when its day is moved, and has an end of making up', () => {
    const moved = monthly({ day: 20, last_period: '2026-10' });
    expect(periods(moved, at('2026-11-21'))).toEqual([]);
    expect(next(moved, at('2026-11-06'))).toBe('2026-12-20 09:00:00');
    expect(periods(monthly({ on_since: at('2000-01-01') }), at('2026-12-06'))).toHaveLength(24);
  });
});

describe('a plan after closings', () => {
  const closed = [
    { closing_id: 4, period: '2026-10', closed_at: at('2026-11-02') },
    { closing_id: 3, period: '2026-09', closed_at: at('2026-11-01') },
    { closing_id: 1, period: '2026-08', closed_at: at('2026-08-30') },
  ];
  const plan = (change: Partial<Timing> = {}) => monthly({ occasion: 'close', day: null, hour: null, ...change });

  it('writes each closing made since it is on, in their order', () => {
    expect(dueRuns(plan(), closed, at('2026-11-03'))).toEqual([
      { period: '2026-09', closing_id: 3 },
      { period: '2026-10', closing_id: 4 },
    ]);
    expect(dueRuns(plan({ last_closing_id: 3 }), closed, at('2026-11-03'))).toEqual([
      { period: '2026-10', closing_id: 4 },
    ]);
    expect(nextRun(plan(), at('2026-11-03'))).toBeNull();
  });

  it('writes a month that was reopened and closed again once more', () => {
    const again = [...closed.slice(1), { closing_id: 5, period: '2026-10', closed_at: at('2026-11-04') }];
    expect(dueRuns(plan({ last_closing_id: 4, last_period: '2026-10' }), again, at('2026-11-05'))).toEqual([
      { period: '2026-10', closing_id: 5 },
    ]);
  });
});
