import { expect, it } from 'vitest';
import { picturesWanted } from '../../../electron/service/product/pictures.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { testDesk } from '../../support/desk-context.ts';
import { addProduct, productKey } from '../../support/shelf-rows.ts';

it('pictures wanted offline are those of the shelf, then those of what earns most, each once', async () => {
  const desk = await testDesk();
  for (const n of [1, 2, 3, 4])
    addProduct(desk, productKey(n), { images: n === 4 ? [] : [`https://a/${n}.png`], service_ratio_ppm: n * 1000 });
  addProduct(desk, productKey(3, { plan_type: 1 }), { images: ['https://a/3.png'] });
  desk.store.run(sql`insert into listing (shop_appid, product_id, plan_type, listed_at, listed_by)
    values ('wxshop1', ${productKey(1).product_id}, 2, 5, '小林')`);
  expect(picturesWanted(desk.store)).toEqual(['https://a/1.png', 'https://a/3.png', 'https://a/2.png']);
});
