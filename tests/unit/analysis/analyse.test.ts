import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyses } from '../../../electron/service/analysis/analyse.ts';
import { orderConditions } from '../../../electron/service/order/filter.ts';
import { join } from '../../../electron/service/store/sql.ts';
import { openStore, type Store } from '../../../electron/service/store/store.ts';
import { analysisRoutes, DIMENSIONS, type Pivot } from '../../../shared/contract/analysis.ts';
import { AXES, type OrderFilter, type OrderRow } from '../../../shared/contract/order.ts';
import {
  referenceCohorts,
  referenceDelays,
  referencePivot,
  referenceRefunds,
  referenceTrend,
} from '../../support/analysis-reference.ts';
import { fillVaried, NOW, rowsOf } from './varied-orders.ts';

let store: Store;
const folder = mkdtempSync(pathOf(tmpdir(), 'league-desk-test-'));
beforeAll(async () => {
  store = await openStore(folder);
  fillVaried(store, 420);
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const FILTERS: OrderFilter[] = [
  { axis: 'created' },
  { axis: 'settled' },
  { axis: 'paid', from: '2026-03-05', to: '2026-10-20' },
  { axis: 'known', channel: ['promoter'] },
  { axis: 'updated', has_refund: true },
  { axis: 'created', promoter_appid: [null] },
  { axis: 'created', shop_appid: ['nobody'] },
];

const found = (filter: OrderFilter): OrderRow[] => {
  const conditions = orderConditions(filter);
  return rowsOf(store, conditions.length ? join(conditions, ' and ') : undefined);
};

/** Sets have no order of their own in an answer. */
const sorted = <Value>(values: Value[], by: (value: Value) => string) =>
  values.toSorted((a, b) => (by(a) < by(b) ? -1 : 1));
const withoutLabels = (pivot: Pivot) => ({
  ...pivot,
  rows: pivot.rows.map(({ label, ...row }) => row),
  columns: pivot.columns.map(({ label, ...column }) => column),
});

describe('the pivot', () => {
  it('has something to tell apart', () => {
    const rows = found({ axis: 'created' });
    expect(rows).toHaveLength(420);
    expect(new Set(rows.map((row) => row.order_id)).size).toBeLessThan(400);
    expect(rows.filter((row) => row.refunded).length).toBeGreaterThan(40);
  });

  it.each(DIMENSIONS)('by %s equals the plain computation', (rows) => {
    DIMENSIONS.forEach((columns, at) => {
      const filter = FILTERS[at % FILTERS.length]!;
      const by = (['rows', 'actual_payment_fen', 'service_amount_fen', 'net_fen'] as const)[at % 4]!;
      const answer = analyses['analysis.pivot'](store, { filter, rows, columns, by });
      const expected = referencePivot(found(filter), filter.axis, { rows, columns, by });
      expect(withoutLabels(answer)).toEqual(withoutLabels(expected));
    });
  });

  it.each(AXES)('takes days, weeks and months from the axis %s', (axis) => {
    for (const rows of ['day', 'week', 'month'] as const) {
      const answer = analyses['analysis.pivot'](store, { filter: { axis }, rows, columns: null, by: 'rows' });
      const expected = referencePivot(found({ axis }), axis, { rows, columns: null, by: 'rows' });
      expect(withoutLabels(answer)).toEqual(withoutLabels(expected));
    }
  });

  it('counts an order once in each cell, row and column and in all, wherever its rows lie', () => {
    const { total, rows } = analyses['analysis.pivot'](store, {
      filter: { axis: 'created' },
      rows: 'product_id',
      columns: 'channel',
      by: 'rows',
    });
    expect(total.orders).toBe(new Set(found({ axis: 'created' }).map((row) => row.order_id)).size);
    expect(rows.reduce((sum, row) => sum + row.total.orders, 0)).toBeGreaterThan(total.orders);
  });

  it('says how much is not shown, and keeps it in the totals', () => {
    const answer = analyses['analysis.pivot'](store, {
      filter: { axis: 'created' },
      rows: 'product_id',
      columns: 'day',
      by: 'service_amount_fen',
    });
    expect(answer.columns).toHaveLength(60);
    expect(answer.hidden_columns).toBeGreaterThan(100);
    expect(answer.total.rows).toBe(420);
    expect(answer.rows.reduce((sum, row) => sum + row.total.rows, 0)).toBe(420);
    expect(answer.columns.reduce((sum, column) => sum + column.total.rows, 0)).toBeLessThan(420);
  });

  it('names shops, products, promoters and talents', () => {
    const labels = (rows: 'shop_appid' | 'product_id' | 'promoter_appid' | 'talent_key') =>
      new Map(
        analyses['analysis.pivot'](store, { filter: { axis: 'created' }, rows, columns: null, by: 'rows' }).rows.map(
          ({ value, label }) => [value, label],
        ),
      );
    expect(labels('product_id').get('10000007')).toBe('商品 7');
    expect(labels('promoter_appid').get('wxpromoter3')).toBe('=小鱼');
    expect(labels('promoter_appid').get(null)).toBeNull();
    expect(labels('talent_key').get('name:达人 2')).toBe('达人 2');
    expect([...labels('shop_appid').values()].every((label) => label?.startsWith('小店'))).toBe(true);
  });
});

describe('the other analyses equal the plain computation', () => {
  it.each(FILTERS)('%j', (filter) => {
    const rows = found(filter);
    for (const step of ['day', 'week', 'month'] as const) {
      const answer = analyses['analysis.trend'](store, { filter, step });
      const expected = referenceTrend(rows, filter.axis, step);
      const byChannel = (one: typeof answer) => ({ ...one, channels: sorted(one.channels, ({ channel }) => channel) });
      expect(byChannel(answer)).toEqual(byChannel(expected));
    }
    expect(analyses['analysis.delays'](store, { filter })).toEqual(referenceDelays(rows));
    expect(analyses['analysis.refunds'](store, { filter })).toEqual(referenceRefunds(rows, NOW));
    expect(analyses['analysis.refunds'](store, { filter, as_of: NOW + 86_400 * 9 })).toEqual(
      referenceRefunds(rows, NOW + 86_400 * 9),
    );
    expect(analyses['analysis.cohorts'](store, { filter })).toEqual(referenceCohorts(rows, filter.axis));
  });

  it('has refunds, settlements and cohorts to compute', () => {
    const filter: OrderFilter = { axis: 'created' };
    const refunds = analyses['analysis.refunds'](store, { filter });
    expect(refunds.refunded_fen).toBeGreaterThan(100_000);
    expect(refunds.unknown_rows).toBeGreaterThan(0);
    expect(refunds.unknown_rows).toBeLessThan(refunds.rows / 2);
    expect(analyses['analysis.delays'](store, { filter }).settled.rows).toBeGreaterThan(100);
    expect(analyses['analysis.cohorts'](store, { filter }).cohorts.length).toBeGreaterThan(2);
  });
});

describe('the routes', () => {
  it('fill in what is left out', () => {
    expect(analysisRoutes['analysis.pivot'].input.parse({ filter: {}, rows: 'channel' })).toEqual({
      filter: { axis: 'created' },
      rows: 'channel',
      columns: null,
      by: 'service_amount_fen',
    });
  });
});
