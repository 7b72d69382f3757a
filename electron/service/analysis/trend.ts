import { type Measures, TREND_SPANS, type Trend } from '../../../shared/contract/analysis.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import { addDays, type Day } from '../../../shared/time.ts';
import type { StoreReader } from '../store/store.ts';
import { type Step, spanDay } from './dimension.ts';
import { sharedOrders, sumGroups } from './groups.ts';
import { noMeasures } from './measures.ts';
import { ordersOnce } from './pivot.ts';

/**
 * Sums by channel along the filter's axis, spans without rows as zeros. At most TREND_SPANS of them, the newest: one
 * wrong date in the past must not make a picture of fifty years.
 */
export function trend(reader: StoreReader, { filter, step }: RouteParsed<'analysis.trend'>): Trend {
  const channels = new Map<string, Map<Day, Measures>>();
  let undated = 0;
  const orders = new Map<Day, number>();
  const count = (day: Day, more: number) => orders.set(day, (orders.get(day) ?? 0) + more);
  for (const { a, b, ...measures } of sumGroups(reader, filter, 'channel', step)) {
    if (b === null) {
      undated += measures.rows;
      continue;
    }
    const day = spanDay(step, b);
    count(day, measures.orders);
    const points = channels.get(String(a)) ?? new Map<Day, Measures>();
    channels.set(String(a), points.set(day, measures));
  }
  for (const { b: keys, parts } of ordersOnce(sharedOrders(reader, filter, 'channel', step))) {
    for (const key of keys) if (key !== null) count(spanDay(step, key), 1);
    for (const { a, b } of parts) {
      if (b !== null) channels.get(String(a))!.get(spanDay(step, b))!.orders += 1;
    }
  }

  const spans = spansOf([...orders.keys()].sort(), step);
  const first = spans[0] ?? '';
  let earlier = 0;
  for (const points of channels.values())
    for (const [day, measures] of points) if (day < first) earlier += measures.rows;
  return {
    spans,
    channels: [...channels].map(([channel, points]) => ({
      channel,
      points: spans.map((day) => points.get(day) ?? noMeasures()),
    })),
    orders: spans.map((day) => orders.get(day) ?? 0),
    earlier_rows: earlier,
    undated_rows: undated,
  };
}

function spansOf(days: readonly Day[], step: Step): Day[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const spans: Day[] = [];
  for (let day = last; day >= first && spans.length < TREND_SPANS; day = before(day, step)) spans.push(day);
  return spans.reverse();
}

function before(day: Day, step: Step): Day {
  if (step === 'day') return addDays(day, -1);
  if (step === 'week') return addDays(day, -7);
  return `${addDays(day, -1).slice(0, 7)}-01`;
}
