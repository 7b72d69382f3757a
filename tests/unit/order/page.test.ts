import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderFacets } from '../../../electron/service/order/facets.ts';
import { orderConditions } from '../../../electron/service/order/filter.ts';
import { orderPage } from '../../../electron/service/order/page.ts';
import { orderTotals } from '../../../electron/service/order/totals.ts';
import { sql, where } from '../../../electron/service/store/sql.ts';
import { openStore, type Store } from '../../../electron/service/store/store.ts';
import { type OrderFilter, type OrderSort, orderFilter, orderSort } from '../../../shared/contract/order.ts';
import { addDays, dayOf, startOfDay } from '../../../shared/time.ts';
import { ourRows } from '../../support/books.ts';
import { fillOrders } from '../../support/order-rows.ts';

let store: Store;
let folder: string;
let rows: Record<string, unknown>[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'league-desk-test-'));
  store = await openStore(folder);
  fillOrders(store, 3000);
  // Many rows of the same second, to see that ties are neither lost nor doubled at a page's edge.
  store.run(sql`update commission_order set created_at = 1790000000 where id % 7 = 0`);
  store.db.exec('analyze');
  rows = ourRows(store);
});

afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const filter = (part: Partial<OrderFilter> = {}) => orderFilter.parse(part);
const sort = (part: Partial<OrderSort> = {}) => orderSort.parse(part);

function allPages(chosen: OrderFilter, sorted: OrderSort, limit: number) {
  const found = [];
  let cursor: string | undefined;
  do {
    const page = orderPage(store, { filter: chosen, sort: sorted, cursor, limit });
    found.push(...page.rows);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return found;
}

describe('pages of commission orders', () => {
  it.each([
    ['created_at', 'desc'],
    ['created_at', 'asc'],
    ['paid_at', 'desc'],
    ['paid_at', 'asc'],
    ['settled_at', 'desc'],
    ['updated_at', 'asc'],
    ['service_amount_fen', 'desc'],
  ] as const)('give every row once, by %s %s, those without a value last', (by, direction) => {
    const found = allPages(filter(), sort({ by, direction }), 97);
    expect(new Set(found.map((row) => `${row.order_id}/${row.sku_id}`)).size).toBe(rows.length);
    const values = found.map((row) => row[by]);
    const known = values.filter((value) => value !== null);
    expect(values.slice(known.length).every((value) => value === null)).toBe(true);
    const sorted = [...known].sort((a, b) => (direction === 'asc' ? a - b : b - a));
    expect(known).toEqual(sorted);
  });

  it.each<[string, Partial<OrderFilter>, (row: Record<string, unknown>) => boolean]>([
    ['channel', { channel: ['promoter'] }, (row) => row.channel === 'promoter'],
    ['commission status', { commission_status: [20, 100] }, (row) => row.commission_status !== 200],
    ['order status', { order_status: [250] }, (row) => row.order_status === 250],
    ['shop', { shop_appid: ['wxshop000000000003'] }, (row) => row.shop_appid === 'wxshop000000000003'],
    ['promoter', { promoter_appid: ['wxpromoter00000005'] }, (row) => row.promoter_appid === 'wxpromoter00000005'],
    ['product', { product_id: ['10000123000042'] }, (row) => row.product_id === '10000123000042'],
    ['end of an id', { order_id: '0042' }, (row) => String(row.order_id).endsWith('0042')],
    [
      'two at once',
      { channel: ['talent'], commission_status: [100] },
      (row) => row.channel === 'talent' && row.commission_status === 100,
    ],
  ])('filter by %s', (_name, chosen, keep) => {
    const expected = rows.filter(keep);
    expect(expected.length).toBeGreaterThan(0);
    const found = allPages(filter(chosen), sort(), 50);
    expect(found).toHaveLength(expected.length);
    expect(found.every((row) => keep(row as unknown as Record<string, unknown>))).toBe(true);
    expect(orderTotals(store, filter(chosen))).toMatchObject({
      rows: expected.length,
      service_amount_fen: expected.reduce((sum, row) => sum + Number(row.service_amount_fen), 0),
    });
  });

  it('takes whole days of UTC+8 on the chosen axis, both ends included', () => {
    const day = dayOf(Number(rows[1500]!.paid_at ?? rows[1501]!.paid_at));
    const from = startOfDay(day)!;
    const to = startOfDay(addDays(day, 2))!;
    const expected = rows.filter(
      (row) => row.paid_at !== null && Number(row.paid_at) >= from && Number(row.paid_at) < to,
    );
    expect(allPages(filter({ axis: 'paid', from: day, to: addDays(day, 1) }), sort(), 40)).toHaveLength(
      expected.length,
    );
  });

  it('refuses a day that does not exist and a cursor of its own making', () => {
    expect(() => orderConditions(filter({ from: '2026-02-30' }))).toThrow(
      expect.objectContaining({ code: 'input.invalid' }),
    );
    expect(() => orderPage(store, { filter: filter(), sort: sort(), cursor: "1' or 1", limit: 5 })).toThrow(
      expect.objectContaining({ code: 'input.invalid' }),
    );
  });

  it('counts each facet without its own condition', () => {
    const facets = orderFacets(store, filter({ channel: ['promoter'] }), ['channel', 'commission_status']);
    expect(facets.channel?.values.map((one) => one.value).sort()).toEqual(['promoter', 'talent']);
    expect(facets.commission_status?.values.reduce((sum, one) => sum + one.rows, 0)).toBe(
      rows.filter((row) => row.channel === 'promoter').length,
    );
  });

  it.each<[string, Partial<OrderFilter>, Partial<OrderSort>]>([
    ['nothing', {}, {}],
    ['channel', { channel: ['promoter'] }, {}],
    ['shop', { shop_appid: ['wxshop000000000003'] }, {}],
    ['promoter', { promoter_appid: ['wxpromoter00000005'] }, {}],
    ['product', { product_id: ['10000123000042'] }, {}],
    ['paid days', { axis: 'paid', from: '2026-10-01', to: '2026-10-02' }, { by: 'paid_at' }],
    ['settled days', { axis: 'settled', from: '2026-10-01', to: '2026-10-31' }, { by: 'settled_at' }],
  ])('walks an index for %s, with statistics present', (_name, chosen, sorted) => {
    const { by, direction } = sort(sorted);
    const conditions = [...orderConditions(filter(chosen)), sql`${{ text: by, values: [] }} is not null`];
    const query = sql`explain query plan select * from commission_order ${where(conditions)}
      order by ${{ text: `${by} ${direction}, id ${direction}`, values: [] }} limit 51`;
    const plan = store.all<{ detail: string }>(query).map((step) => step.detail);
    expect(plan.join('; ')).toMatch(/^(SCAN|SEARCH) commission_order USING INDEX/);
    expect(plan.join('; ')).not.toContain('TEMP B-TREE');
  });
});
