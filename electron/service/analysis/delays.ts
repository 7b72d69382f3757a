import type { Delays, Distribution } from '../../../shared/contract/analysis.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import { addFen, type Fen } from '../../../shared/money.ts';
import { addDays, DAY_SECONDS, type Day, dayOf, HOUR_SECONDS, startOfDay, type Unix } from '../../../shared/time.ts';
import { orderConditions } from '../order/filter.ts';
import { type Sql, sql, where } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { barOf, barsFrom } from './bars.ts';

/** First hours by the schedule of a sync, then days, then what only catching up on history brings. */
const KNOWN_HOURS = [0, 1, 2, 4, 8, 12, 24, 48, 72, 168, 336, 720];
/** Most commissions settle 15 to 25 days after payment: days there, weeks around. */
const SETTLED_DAYS = [0, 3, 7, 10, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 30, 35, 45, 60];

export function delays(reader: StoreReader, input: RouteParsed<'analysis.delays'>): Delays {
  const rows = orderConditions(input.filter);
  const from = input.without_first_sync ? dayAfterFirstSync(reader) : null;
  const later = from === null ? rows : [...rows, sql`created_at >= ${startOfDay(from)}`];
  return {
    known: distribution(reader, later, sql`first_seen_at - created_at`, 'hours', KNOWN_HOURS),
    settled: distribution(reader, rows, sql`settled_at - paid_at`, 'days', SETTLED_DAYS),
    known_from: from,
  };
}

/**
 * By creation, not by reading: so history stays out that a later run read for an interrupted first one, or that staff
 * asked for afterwards. A whole day, so that the orders page can be asked for the same rows. Null without any order.
 */
function dayAfterFirstSync(reader: StoreReader): Day | null {
  const ended = reader.value<Unix | null>(
    sql`select min(ended_at) from sync_run, json_each(outcome) as tally
      where tally.value ->> 'resource' = 'orders' and tally.value ->> 'error_code' is null`,
  );
  // Orders that came in another way than by a run of ours count from when they came.
  const first = ended ?? reader.value<Unix | null>(sql`select min(first_seen_at) from commission_order`) ?? null;
  return first === null ? null : addDays(dayOf(first), 1);
}

const SECONDS = { hours: HOUR_SECONDS, days: DAY_SECONDS } as const;

/** What came before it began (two clocks, or a wrong time) counts in the first bar. */
function distribution(
  reader: StoreReader,
  conditions: readonly Sql[],
  delay: Sql,
  unit: Distribution['unit'],
  edges: readonly number[],
): Distribution {
  const seconds = SECONDS[unit];
  const found = reader.each<{ delay: number; rows: number; service_amount_fen: Fen }>(
    sql`select ${delay} as delay, count(*) as rows, coalesce(sum(service_amount_fen), 0) as service_amount_fen
      from commission_order ${where([...conditions, sql`${delay} is not null`])} group by 1 order by 1`,
  );
  const bars = barsFrom(edges, () => ({ rows: 0, service_amount_fen: 0 }));
  const steps: { delay: number; upTo: number }[] = [];
  let rows = 0;
  for (const step of found) {
    const bar = barOf(bars, step.delay / seconds);
    bar.rows += step.rows;
    bar.service_amount_fen = addFen(bar.service_amount_fen, step.service_amount_fen);
    rows += step.rows;
    steps.push({ delay: step.delay, upTo: rows });
  }
  // The nearest rank: the least value that so many of the rows do not exceed. Ranks in whole numbers, no rounding.
  const atLeast = (percent: number) => {
    const rank = Math.ceil((rows * percent) / 100);
    const step = steps.find(({ upTo }) => upTo >= rank);
    return step ? step.delay / seconds : null;
  };
  return { unit, bars, rows, median: atLeast(50), p90: atLeast(90), p99: atLeast(99) };
}
