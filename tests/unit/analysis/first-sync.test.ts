import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { analyses } from '../../../electron/service/analysis/analyse.ts';
import { orderConditions } from '../../../electron/service/order/filter.ts';
import { sql, where } from '../../../electron/service/store/sql.ts';
import { openStore, type Store } from '../../../electron/service/store/store.ts';
import { createdFrom, delayFilter } from '../../../renderer/rooms/orders/analysis/filter-of.ts';
import type { OrderFilter } from '../../../shared/contract/order.ts';
import { addDays, dayOf, startOfDay } from '../../../shared/time.ts';
import { referenceDelays } from '../../support/analysis-reference.ts';
import { fillVaried, NOW, rowsOf } from './varied-orders.ts';

const DAY = 86_400;
const filter: OrderFilter = { axis: 'created' };
const END = NOW - 150 * DAY;

let store: Store;
const folder = mkdtempSync(join(tmpdir(), 'league-desk-test-'));
beforeAll(async () => {
  store = await openStore(folder);
  fillVaried(store, 420, 23);
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (ended: number, outcome: object[]) =>
  store.run(sql`insert into sync_run (started_at, ended_at, state, outcome)
    values (${ended - 600}, ${ended}, 'done', ${JSON.stringify(outcome)})`);
const without = (of: OrderFilter = filter) =>
  analyses['analysis.delays'](store, { filter: of, without_first_sync: true });

it('is left in unless asked otherwise', () => {
  expect(analyses['analysis.delays'](store, { filter })).toEqual(referenceDelays(rowsOf(store)));
});

it('counts as from the first reading while no run has told of its end', () => {
  const first = store.value<number>(sql`select min(first_seen_at) from commission_order`)!;
  expect(without().known_from).toBe(addDays(dayOf(first), 1));
});

it('ends with the first run that read the orders to their end, and what was created before the next day is left out', () => {
  run(END - 9 * DAY, [{ resource: 'shops', error_code: null }]);
  run(END - 5 * DAY, [{ resource: 'orders', error_code: 'platform.unreachable' }]);
  run(END, [
    { resource: 'shops', error_code: 'platform.unreachable' },
    { resource: 'orders', error_code: null },
  ]);
  run(END + 3 * DAY, [{ resource: 'orders', error_code: null }]);
  const day = addDays(dayOf(END), 1);
  const rows = rowsOf(store);
  const later = rows.filter((row) => row.created_at! >= startOfDay(day)!);
  expect(later.length).toBeGreaterThan(80);
  expect(later.length).toBeLessThan(250);
  // When commissions are settled has nothing to do with when they were read.
  expect(without()).toEqual({
    known: referenceDelays(later).known,
    settled: referenceDelays(rows).settled,
    known_from: day,
  });
});

it('leaves bars that lead to exactly their rows, where the page has room for the days', () => {
  const day = dayOf(END + DAY);
  for (const asked of [
    filter,
    { axis: 'paid', channel: ['promoter'] },
    { axis: 'created', from: '2026-09-30', to: '2026-10-20' },
    { axis: 'created', from: '2020-01-01' },
  ] satisfies OrderFilter[]) {
    const { known } = without(asked);
    expect(known.rows).toBeGreaterThan(0);
    for (const bar of known.bars) {
      const conditions = orderConditions(delayFilter(createdFrom(asked, day)!, 'known_delay', bar, 3600));
      expect(store.value<number>(sql`select count(*) from commission_order ${where(conditions)}`)).toBe(bar.rows);
    }
  }
  expect(createdFrom({ axis: 'paid', from: '2026-09-01' }, day)).toBeNull();
  expect(createdFrom({ axis: 'settled', undated: true }, day)).toBeNull();
});
