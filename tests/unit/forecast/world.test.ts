import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cashForecast } from '../../../electron/service/forecast/cash.ts';
import { tracks } from '../../../electron/service/forecast/tracks.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { addDays, dayOf, type Period, periodOf } from '../../../shared/time.ts';
import { NOW } from '../../support/order-world.ts';
import { openReferenceWorld, type ReferenceWorld } from '../../support/reference-world.ts';
import { temporaryStore } from '../../support/settlement-rows.ts';

let world: ReferenceWorld;
interface State {
  status: number;
  order: number;
  paid: number;
  settled: number;
  net: number | null;
}
const histories: State[][] = [];

beforeAll(async () => {
  world = await openReferenceWorld(5000, () => {});
  for (const replies of world.replies.values())
    histories.push(
      replies.map((reply) => {
        const order = JSON.parse(reply).commssion_order;
        const { order_info: info, commission_info: fees } = order.order_detail;
        return {
          status: order.status,
          order: info.order_status ?? info.status,
          paid: info.pay_time || 0,
          settled: fees.profit_sharding_suc_time || 0,
          net: fees.service_amount ?? null,
        };
      }),
    );
}, 120_000);
afterAll(() => world?.close());

describe('the two tracks', () => {
  it('give for every month of payment what a second computation over the replies gives', () => {
    const { months, waiting_statuses } = tracks(world.store, { months: 30 });
    expect(waiting_statuses).toEqual([999, 20]);
    expect(months.map(({ period }) => period)).toEqual(
      Array.from({ length: 30 }, (_, at) => monthsBack(periodOf(NOW), 29 - at)),
    );
    for (const month of months) {
      const paid = histories.filter((states) => states.at(-1)!.paid && periodOf(states.at(-1)!.paid) === month.period);
      const of = (status: number) => paid.filter((states) => states.at(-1)!.status === status);
      const waiting = paid.filter((states) => ![100, 200].includes(states.at(-1)!.status));
      const estimated = paid.flatMap((states) => {
        const first = states.find((state) => state.paid && ![100, 200].includes(state.status));
        return first && first.net !== null ? [{ first: first.net, last: states.at(-1)! }] : [];
      });
      const compared = estimated.filter(({ last }) => last.status === 100 && last.net !== null);
      const sum = (amounts: (number | null)[]) => amounts.reduce<number>((total, one) => total + (one ?? 0), 0);
      const nets = (list: State[][]) => sum(list.map((states) => states.at(-1)!.net));
      expect(month).toEqual({
        period: month.period,
        rows: paid.length,
        estimated_rows: estimated.length,
        estimated_fen: sum(estimated.map(({ first }) => first)),
        settled_rows: of(100).length,
        settled_fen: nets(of(100)),
        cancelled_rows: of(200).length,
        cancelled_estimate_fen: sum(estimated.map(({ first, last }) => (last.status === 200 ? first : 0))),
        waiting_rows: waiting.length,
        waiting_fen: nets(waiting),
        compared_rows: compared.length,
        variance_fen: sum(compared.map(({ first, last }) => last.net! - first)),
      });
    }
    expect(months.reduce((rows, month) => rows + month.rows, 0)).toBe(
      histories.filter((states) => states.at(-1)!.paid).length,
    );
  });
});

describe('the forecast of cash', () => {
  it('is of exactly the rows that wait, and opens them by their days of payment', () => {
    const forecast = cashForecast(world.store);
    const now = histories.map((states) => states.at(-1)!);
    const waiting = now.filter(({ paid, status }) => paid && ![100, 200].includes(status));
    expect(forecast.waiting_rows).toBe(waiting.length);
    expect(forecast.waiting_fen).toBe(waiting.reduce((sum, { net }) => sum + (net ?? 0), 0));
    expect(new Set(forecast.waiting_statuses)).toEqual(new Set(waiting.map(({ status }) => status)));
    const between = (from: string, to: string) =>
      waiting.filter(({ paid }) => dayOf(paid) >= from && dayOf(paid) <= to);
    expect(between('2000-01-01', forecast.overdue_paid_to!)).toHaveLength(forecast.overdue_rows);
    for (const { rows, paid_from, paid_to } of forecast.weeks)
      if (paid_from && paid_to) expect(between(paid_from, paid_to)).toHaveLength(rows);
    const inWeeks = forecast.weeks.reduce((rows, week) => rows + week.rows, 0);
    expect(inWeeks + forecast.overdue_rows).toBe(forecast.waiting_rows);
    const expected = forecast.weeks.reduce((sum, week) => sum + week.expected_fen, 0);
    expect(expected).toBeLessThanOrEqual(forecast.waiting_fen - forecast.overdue_fen);
    for (const [at, week] of forecast.weeks.entries())
      if (at > 0) expect(week.from_day).toBe(addDays(forecast.weeks[at - 1]!.to_day, 1));
  });

  it('learns from the half year before, by days of UTC+8', () => {
    const forecast = cashForecast(world.store);
    const from = world.store.value<number>(sql`select max(updated_at) from commission_order`)!;
    expect(forecast.from).toBe(from);
    const delays = histories
      .map((states) => states.at(-1)!)
      .filter(({ paid, status, settled }) => paid >= from - 180 * 86_400 && status === 100 && settled)
      .map(({ paid, settled }) => day(settled) - day(paid))
      .sort((a, b) => a - b);
    expect(forecast.learned_rows).toBe(delays.length);
    expect(forecast.median_days).toBe(delays[Math.ceil(delays.length / 2) - 1]);
    expect(forecast.p90_days).toBe(delays[Math.ceil(delays.length * 0.9) - 1]);
  });

  it('would have been near what really came, asked three weeks earlier', () => {
    // What was waiting then, and came within the two weeks after; the world's own pace does not change.
    const past = NOW - 21 * 86_400;
    const { weeks } = cashForecast(world.store);
    const share =
      weeks.slice(0, 3).reduce((sum, week) => sum + week.expected_fen, 0) /
      weeks.reduce((sum, week) => sum + week.expected_fen, 0);
    const last = histories.map((states) => states.at(-1)!);
    const then = last.filter(({ paid, settled }) => paid && paid < past && settled > past);
    const came = then.filter(({ settled }) => settled <= past + 19 * 86_400);
    const really =
      came.reduce((sum, { net }) => sum + (net ?? 0), 0) / then.reduce((sum, { net }) => sum + (net ?? 0), 0);
    expect(Math.abs(share - really)).toBeLessThan(0.1);
  });

  it('says nothing of books without orders', async () => {
    const empty = await temporaryStore();
    expect(cashForecast(empty.store)).toMatchObject({ from: null, weeks: [], learned_rows: 0, cancelled_ppm: null });
    expect(tracks(empty.store, { months: 12 })).toEqual({ months: [], waiting_statuses: [] });
    empty.done();
  });
});

const day = (instant: number) => Math.floor((instant + 28_800) / 86_400);

function monthsBack(period: Period, months: number): Period {
  const [year, month] = period.split('-').map(Number);
  const count = year! * 12 + month! - 1 - months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
