import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { deriveStep } from '../../../electron/service/order/derive-tasks.ts';
import { completeOrderBooks } from '../../../electron/service/order/deriver.ts';
import { rebuildSums } from '../../../electron/service/order/sums.ts';
import { migrate, readMigrations } from '../../../electron/service/store/migrate.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { openStore, type StoreReader } from '../../../electron/service/store/store.ts';
import { fillWorld } from '../../support/order-world.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const LATER = 1_900_000_000;

/** Since when figures stand is the time they were worked out; plans are known of later than the orders here. */
const rowsOf = (store: StoreReader) =>
  store
    .all<Record<string, unknown>>(sql`select * from commission_order order by id`)
    .map(({ stands_since: _, plan_type: __, ...row }) => row);

it('brings books of a program without figures, sums and names to what this one would have written', async () => {
  const folder = tempFolder();
  const now = await openStore(tempFolder());
  fillWorld(now, 1_500, { versions: 0.5 });

  const old = new Database(join(folder, 'desk.db'));
  await migrate(old, readMigrations().slice(0, 2), join(folder, 'backups'));
  old.exec(`attach '${now.file}' as now`);
  for (const table of [
    'setting',
    'raw_block',
    'commission_order',
    'order_version',
    'product',
    'promoter',
    'promoter_state',
    'split_rule',
  ]) {
    const columns = (old.pragma(`main.table_info(${table})`) as { name: string }[]).map(({ name }) => name).join(', ');
    old.exec(`insert or replace into main.${table} (${columns}) select ${columns} from now.${table}`);
  }
  old.exec('detach now');
  old.close();

  const store = await openStore(folder);
  onTestFinished(() => {
    store.close();
    now.close();
  });
  completeOrderBooks(store);
  expect(store.value(sql`select sum(rows) from order_sum where axis = 0 and dim = 0 and grain <> 0`)).toBe(1_500);
  while (deriveStep(store, LATER));
  expect(rowsOf(store)).toEqual(rowsOf(now));
  expect(
    store.value(sql`select count(*) from commission_order where talent_name <> '' and not exists
      (select 1 from order_name where kind = 'talent' and id = talent_key and name = talent_name)`),
  ).toBe(0);
  const kept = store.all(sql`select * from order_sum order by 1, 2, 3, 4, 5, 6, 7, 8, 9`);
  rebuildSums(store);
  expect(kept).toEqual(store.all(sql`select * from order_sum order by 1, 2, 3, 4, 5, 6, 7, 8, 9`));
});
