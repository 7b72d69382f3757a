import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyses } from '../../../electron/service/analysis/analyse.ts';
import { orderConditions } from '../../../electron/service/order/filter.ts';
import { sql, where } from '../../../electron/service/store/sql.ts';
import { openStore, type Store } from '../../../electron/service/store/store.ts';
import { readQuestion } from '../../../renderer/rooms/orders/address.ts';
import {
  cohortFilter,
  delayFilter,
  filterOf,
  openRefundFilter,
  refundAgeFilter,
  spanDays,
} from '../../../renderer/rooms/orders/analysis/filter-of.ts';
import { rowsAddress } from '../../../renderer/rooms/orders/analysis/rows-address.ts';
import { DIMENSIONS } from '../../../shared/contract/analysis.ts';
import { type OrderFilter, orderFilter } from '../../../shared/contract/order.ts';
import { fillVaried } from './varied-orders.ts';

let store: Store;
const folder = mkdtempSync(join(tmpdir(), 'league-desk-test-'));
beforeAll(async () => {
  store = await openStore(folder);
  fillVaried(store, 420, 11);
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** How many rows the page shows behind the link: through its address and the service's check of it. */
function behind(filter: OrderFilter): number {
  const address = rowsAddress(filter, null);
  const read = readQuestion(new URLSearchParams(address.slice(address.indexOf('?')))).filter;
  return store.value<number>(
    sql`select count(*) from commission_order ${where(orderConditions(orderFilter.parse(read)))}`,
  )!;
}

const FILTERS: OrderFilter[] = [
  { axis: 'created' },
  { axis: 'settled' },
  { axis: 'paid', from: '2026-03-05', to: '2026-10-20' },
  { axis: 'known', channel: ['promoter'], has_refund: true },
];

describe('a figure leads to exactly the rows it was counted from', () => {
  it.each(DIMENSIONS)('in the pivot by %s', (rows) => {
    for (const filter of FILTERS) {
      const columns = rows === 'week' ? 'channel' : 'week';
      const pivot = analyses['analysis.pivot'](store, { filter, rows, columns, by: 'rows' });
      for (const { value, total } of pivot.rows) expect(behind(filterOf(filter, rows, value))).toBe(total.rows);
      for (const { value, total } of pivot.columns) expect(behind(filterOf(filter, columns, value))).toBe(total.rows);
      for (const cell of pivot.cells.filter((_, at) => at % 7 === 0)) {
        const narrowed = filterOf(filter, rows, pivot.rows[cell.row]!.value);
        expect(behind(filterOf(narrowed, columns, pivot.columns[cell.column]!.value))).toBe(cell.measures.rows);
      }
    }
  });

  it.each(FILTERS)('in the other analyses, %j', (filter) => {
    for (const step of ['day', 'week', 'month'] as const) {
      const trend = analyses['analysis.trend'](store, { filter, step });
      for (const { channel, points } of trend.channels)
        trend.spans.forEach((span, at) => {
          if (at % 5 === 0)
            expect(behind(filterOf(filterOf(filter, step, span), 'channel', channel))).toBe(points[at]!.rows);
        });
    }
    const delays = analyses['analysis.delays'](store, { filter });
    for (const bar of delays.known.bars) expect(behind(delayFilter(filter, 'known_delay', bar, 3600))).toBe(bar.rows);
    for (const bar of delays.settled.bars)
      expect(behind(delayFilter(filter, 'settle_delay', bar, 86_400))).toBe(bar.rows);
    const refunds = analyses['analysis.refunds'](store, { filter });
    const refunded: OrderFilter = { ...filter, has_refund: true };
    expect(behind(refunded)).toBe(refunds.rows);
    for (const { from_days: from, to_days: to, rows } of refunds.bars)
      expect(behind(delayFilter(refunded, 'refund_delay', { from, to }, 86_400))).toBe(rows);
    const waiting = openRefundFilter(filter, refunds.open_statuses);
    expect(refunds.open.reduce((sum, bar) => sum + bar.rows, 0)).toBe(behind(waiting));
    for (const { from_days: from, to_days: to, rows } of refunds.open)
      expect(behind(refundAgeFilter(waiting, { from, to }, refunds.now))).toBe(rows);
    for (const cohort of analyses['analysis.cohorts'](store, { filter }).cohorts)
      cohort.months.forEach((month, later) => {
        expect(behind(cohortFilter(filter, cohort, later)!)).toBe(month.rows);
      });
  });
});

describe('the narrowed filter', () => {
  it('keeps the other conditions and replaces the list of the dimension', () => {
    const filter: OrderFilter = { axis: 'paid', shop_appid: ['a', 'b'], channel: ['promoter'] };
    expect(filterOf(filter, 'shop_appid', 'a')).toEqual({ axis: 'paid', shop_appid: ['a'], channel: ['promoter'] });
    expect(filterOf(filter, 'plan_type', null)).toEqual({ ...filter, plan_type: [null] });
  });

  it('narrows a range and never widens it', () => {
    const filter: OrderFilter = { axis: 'created', from: '2026-11-10', to: '2026-11-20' };
    expect(filterOf(filter, 'month', '2026-11-01')).toEqual(filter);
    expect(filterOf(filter, 'week', '2026-11-16')).toEqual({ ...filter, from: '2026-11-16' });
    expect(filterOf(filter, 'day', '2026-11-12')).toEqual({ axis: 'created', from: '2026-11-12', to: '2026-11-12' });
    expect(filterOf({ axis: 'settled' }, 'month', null)).toEqual({ axis: 'settled', undated: true });
  });

  it('knows the last day of months and weeks', () => {
    expect(spanDays('month', '2028-02-01')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(spanDays('week', '2026-12-28')).toEqual({ from: '2026-12-28', to: '2027-01-03' });
  });

  it('goes on narrowing bars', () => {
    const filter: OrderFilter = { axis: 'created', known_delay_min: 5000, known_delay_max: 9000 };
    expect(delayFilter(filter, 'known_delay', { from: 1, to: 2 }, 3600)).toEqual({
      axis: 'created',
      known_delay_min: 5000,
      known_delay_max: 7199,
    });
  });

  it('names no cohort that is too large, and takes the moment along', () => {
    expect(cohortFilter({ axis: 'created' }, { month: '2026-11', promoter_appids: null }, 2)).toBeNull();
    expect(cohortFilter({ axis: 'paid' }, { month: '2026-11', promoter_appids: ['p'] }, 2)).toEqual({
      axis: 'paid',
      promoter_appid: ['p'],
      from: '2027-01-01',
      to: '2027-01-31',
    });
    expect(rowsAddress({ axis: 'created' }, 1_790_000_000)).toBe('/orders?as_of=1790000000');
    expect(rowsAddress({ axis: 'paid' }, 1_790_000_000)).toBe('/orders?axis=paid&as_of=1790000000');
  });
});
