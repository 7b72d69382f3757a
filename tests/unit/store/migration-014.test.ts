import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { findProducts } from '../../../electron/service/product/search.ts';
import { completeCatalogue } from '../../../electron/service/product/title-index.ts';
import { migrate, readMigrations } from '../../../electron/service/store/migrate.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { openStore } from '../../../electron/service/store/store.ts';
import { tempFolder } from '../../support/temp-folder.ts';

it('gives the products of an older program a first point and makes their titles findable', async () => {
  const folder = tempFolder();
  const old = new Database(join(folder, 'desk.db'));
  await migrate(old, readMigrations().slice(0, 12), join(folder, 'backups'));
  old.exec(`insert into product (shop_appid, product_id, plan_type, title, price_min_fen, price_max_fen, stock,
      service_ratio_ppm, state_hash, first_seen_at, last_read_at)
    values ('wxs', '1', 2, '桂花茶 🎁', 100, 200, 7, 30000, x'00', 10, 20), ('wxs', '2', 2, '杯', null, null, null, null, x'00', 10, 30)`);
  old.close();
  const store = await openStore(folder);
  onTestFinished(() => store.close());
  expect(
    store.all(
      sql`select product_id, at, price_min_fen, price_max_fen, stock, service_ratio_ppm from product_point order by 1`,
    ),
  ).toEqual([
    { product_id: '1', at: 20, price_min_fen: 100, price_max_fen: 200, stock: 7, service_ratio_ppm: 30000 },
    { product_id: '2', at: 30, price_min_fen: null, price_max_fen: null, stock: null, service_ratio_ppm: null },
  ]);
  completeCatalogue(store);
  completeCatalogue(store);
  const number = store.value(sql`select number from product where product_id = '1'`);
  expect(findProducts(store, '茶 🎁').numbers).toEqual([number]);
});
