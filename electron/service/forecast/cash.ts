import { type Forecast, type ForecastWeek, LEARNED_ENOUGH } from '../../../shared/contract/forecast.ts';
import { addFen } from '../../../shared/money.ts';
import { WHOLE } from '../../../shared/rate.ts';
import { DAY_SECONDS, type Unix } from '../../../shared/time.ts';
import { holdSnapshot } from '../report/snapshot.ts';
import type { StoreReader } from '../store/store.ts';
import {
  addOutcome,
  type Curve,
  cancelledShare,
  curveOf,
  noOutcomes,
  type Outcomes,
  settledWithin,
  sum,
} from './curve.ts';
import { dayNumber, dayOfNumber, ordersKnownTo, waitingStatuses } from './known.ts';
import { outcomesSince, type WaitingDay, waitingDays } from './outcomes.ts';
import { weeksOf } from './weeks.ts';

/** Far enough back to hold the slow ones, near enough to follow changes of pace. */
const LEARNED_DAYS = 180;

/**
 * When the waiting commissions are expected to be settled, by how long settled and cancelled ones took: each waiting row
 * is given the chances of those that had waited as long as it has. The band lies between the slowest and the fastest
 * month of payment, widened by what chance alone may do in nine of ten cases.
 */
export function cashForecast(reader: StoreReader): Forecast {
  const release = holdSnapshot(reader);
  try {
    const from = ordersKnownTo(reader);
    if (from === null) return NOTHING_KNOWN;
    const months = learnedMonths(reader, from);
    const all = allOf(months);
    const curve = curveOf(all);
    const paces = [...months].filter((month) => sum(month.settled) >= LEARNED_ENOUGH).map((one) => curveOf(one, curve));
    return {
      ...forecastOf({ from, waiting: waitingDays(reader), all, curve, paces }),
      waiting_statuses: waitingStatuses(reader),
    };
  } finally {
    release();
  }
}

const NOTHING_KNOWN: Forecast = {
  from: null,
  learned_rows: 0,
  learned_months: 0,
  median_days: null,
  p90_days: null,
  waiting_rows: 0,
  waiting_fen: 0,
  waiting_statuses: [],
  weeks: [],
  overdue_rows: 0,
  overdue_fen: 0,
  overdue_paid_to: null,
  cancelled_ppm: null,
};

function learnedMonths(reader: StoreReader, from: Unix): Outcomes[] {
  const recent = [...outcomesSince(reader, from - LEARNED_DAYS * DAY_SECONDS, from).values()];
  if (recent.reduce((rows, { settled }) => rows + sum(settled), 0) >= LEARNED_ENOUGH) return recent;
  return [...outcomesSince(reader, 0, from).values()];
}

function allOf(months: readonly Outcomes[]): Outcomes {
  const all = noOutcomes();
  for (const month of months)
    for (const fate of ['settled', 'cancelled', 'waiting'] as const)
      for (const [day, rows] of month[fate].entries()) addOutcome(all, fate, day, rows);
  return all;
}

interface Learned {
  from: Unix;
  waiting: readonly WaitingDay[];
  all: Outcomes;
  curve: Curve;
  /** Curves of the months whose pace makes up the band. */
  paces: readonly Curve[];
}

/** Pure: what follows from the counts. */
export function forecastOf({ from, waiting, all, curve, paces }: Learned): Omit<Forecast, 'waiting_statuses'> {
  const today = dayNumber(from);
  const longest = settledWithin(all, 99);
  const late = ({ paid }: WaitingDay) => longest !== null && today - paid > longest;
  const overdue = waiting.filter(late);
  const inTime = waiting.filter((group) => !late(group));
  const learned = sum(all.settled);
  const last = overdue.at(-1);
  return {
    from,
    learned_rows: learned,
    learned_months: paces.length,
    median_days: settledWithin(all, 50),
    p90_days: settledWithin(all, 90),
    waiting_rows: sum(waiting.map(({ rows }) => rows)),
    waiting_fen: amountOf(waiting),
    weeks: learned === 0 ? [] : weeksOf(inTime, { today, curve, paces }).map(dated),
    overdue_rows: sum(overdue.map(({ rows }) => rows)),
    overdue_fen: amountOf(overdue),
    overdue_paid_to: last ? dayOfNumber(last.paid) : null,
    cancelled_ppm: learned + sum(all.cancelled) === 0 ? null : Math.round(cancelledShare(curve) * WHOLE),
  };
}

function amountOf(waiting: readonly WaitingDay[]): number {
  return waiting.reduce((total, { amount_fen }) => addFen(total, amount_fen), 0);
}

function dated({ from, to, paid, ...week }: ReturnType<typeof weeksOf>[number]): ForecastWeek {
  return {
    ...week,
    from_day: dayOfNumber(from),
    to_day: dayOfNumber(to),
    paid_from: paid && dayOfNumber(paid.from),
    paid_to: paid && dayOfNumber(paid.to),
  };
}
