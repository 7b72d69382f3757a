import { expect, it } from 'vitest';
import { orderSums, rebuildSums, SUMMED_COLUMNS, type SummedRow } from '../../../electron/service/order/sums.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { openStore, type Store } from '../../../electron/service/store/store.ts';
import { fillWorld } from '../../support/order-world.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const everySum = (store: Store) =>
  store.all(sql`select * from order_sum
    order by axis, grain, dim, span, value, channel, order_status, commission_status, flags`);

it('keeps sums that are what the rows add up to, after orders came, changed and got company', async () => {
  const store = await openStore(tempFolder());
  fillWorld(store, 6_000, { versions: 0.4 });
  const kept = everySum(store);
  expect(store.value(sql`select count(*) from order_sum where rows <= 0`)).toBe(0);
  rebuildSums(store);
  expect(kept).toEqual(everySum(store));
  expect(kept.length).toBeGreaterThan(1000);

  // Taking every row away leaves nothing behind.
  const columns = { text: SUMMED_COLUMNS.join(', '), values: [] };
  store.transaction(() => {
    const sums = orderSums(store);
    for (const row of store.all<SummedRow>(sql`select ${columns} from commission_order`)) sums.take(row);
    sums.flush();
  });
  expect(everySum(store)).toEqual([]);
  store.close();
});
