import { expect, it, onTestFinished } from 'vitest';
import { deriveContext, deriveFigures } from '../../../electron/service/order/derive.ts';
import { deriveStep } from '../../../electron/service/order/derive-tasks.ts';
import { FIGURE_COLUMNS } from '../../../electron/service/order/row.ts';
import { rebuildSums } from '../../../electron/service/order/sums.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { openStore, type Store } from '../../../electron/service/store/store.ts';
import type { OrderState } from '../../../shared/contract/order.ts';
import { fillWorld, NOW } from '../../support/order-world.ts';
import { addSplit } from '../../support/rules.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const LATER = NOW + 1000;

function expectDerived(store: Store): void {
  const context = deriveContext(store);
  for (const row of store.all<OrderState>(sql`select * from commission_order`)) {
    const stored = Object.fromEntries(FIGURE_COLUMNS.map((column) => [column, row[column]]));
    expect(stored).toEqual(deriveFigures(row, row, context));
  }
  const sums = () => store.all(sql`select * from order_sum order by 1, 2, 3, 4, 5, 6, 7, 8, 9`);
  const kept = sums();
  rebuildSums(store);
  expect(kept).toEqual(sums());
}

it('works every figure out anew when a rule changes, step by step when rows are many', async () => {
  const store = await openStore(tempFolder());
  onTestFinished(() => store.close());
  fillWorld(store, 3_000);
  const owed = () => store.value<number>(sql`select sum(owed_fen) from commission_order`)!;
  const before = owed();
  addSplit(store, { ratio_ppm: 730_000, from_day: '2024-01-01', to_day: '2025-02-28' }, { now: LATER });
  expect(store.value(sql`select count(*) from derive_task`)).toBe(1);
  let steps = 0;
  while (deriveStep(store, LATER)) steps += 1;
  expect(steps).toBeGreaterThan(3);
  expect(owed()).not.toBe(before);
  expectDerived(store);
  const moved = store.value<number>(sql`select count(*) from commission_order where stands_since = ${LATER}`)!;
  expect(moved).toBeGreaterThan(0);
  expect(moved).toBeLessThan(3_000);

  // Few rows are done with the deed itself.
  addSplit(store, { ratio_ppm: 100_000, from_day: '2026-11-17' }, { now: LATER + 1 });
  expect(store.value(sql`select count(*) from derive_task`)).toBe(0);
  expectDerived(store);
});
