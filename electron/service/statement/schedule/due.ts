import {
  HOUR_SECONDS,
  type Period,
  periodOf,
  periodRange,
  previousPeriod,
  startOfDay,
  type Unix,
} from '../../../../shared/time.ts';
import type { Closed } from '../../settlement/closed.ts';

/** A plan as far as its times go. */
export interface Timing {
  occasion: 'close' | 'monthly';
  day: number | null;
  hour: number | null;
  /** Null while it is off. */
  on_since: Unix | null;
  last_period: Period | null;
  last_closing_id: number | null;
}

export interface DueRun {
  period: Period;
  /** The closing it is written from; null for a monthly one, which takes the month as it stands. */
  closing_id: number | null;
}

/** So many months are made up at most, the latest ones. */
const MOST_MADE_UP = 24;

/** What a plan has not written yet, oldest first. Nothing that was due before it was switched on. Pure. */
export function dueRuns(
  timing: Timing,
  closed: readonly Pick<Closed, 'closing_id' | 'period' | 'closed_at'>[],
  now: Unix,
): DueRun[] {
  const { occasion, on_since } = timing;
  if (on_since === null) return [];
  return occasion === 'close' ? closingsSince(timing, on_since, closed) : monthsSince(timing, on_since, now);
}

/** When a monthly plan runs next; null for others and while it is off. */
export function nextRun(timing: Timing, now: Unix): Unix | null {
  const { occasion, on_since, last_period } = timing;
  if (occasion === 'close' || on_since === null) return null;
  const [due] = dueRuns(timing, [], now);
  if (due) return runAt(timing, due.period);
  let period = previousPeriod(periodOf(now));
  while (runAt(timing, period) <= now || runAt(timing, period) < on_since || written(last_period, period))
    period = followingPeriod(period);
  return runAt(timing, period);
}

function closingsSince(
  { last_closing_id }: Timing,
  since: Unix,
  closed: readonly Pick<Closed, 'closing_id' | 'period' | 'closed_at'>[],
): DueRun[] {
  return closed
    .filter(({ closing_id, closed_at }) => closed_at >= since && closing_id > (last_closing_id ?? 0))
    .sort((a, b) => a.closing_id - b.closing_id)
    .map(({ period, closing_id }) => ({ period, closing_id }));
}

function monthsSince(timing: Timing, since: Unix, now: Unix): DueRun[] {
  const found: DueRun[] = [];
  let period = previousPeriod(periodOf(now));
  for (let n = 0; n < MOST_MADE_UP; n++) {
    const at = runAt(timing, period);
    if (at < since || written(timing.last_period, period)) break;
    if (at <= now) found.unshift({ period, closing_id: null });
    period = previousPeriod(period);
  }
  return found;
}

const written = (last: Period | null, period: Period): boolean => last !== null && period <= last;

/** The hour of the day of the month behind the period, UTC+8. */
function runAt({ day, hour }: Timing, period: Period): Unix {
  const text = `${followingPeriod(period)}-${String(day ?? 1).padStart(2, '0')}`;
  return startOfDay(text)! + (hour ?? 0) * HOUR_SECONDS;
}

function followingPeriod(period: Period): Period {
  return periodOf(periodRange(period)!.to);
}
