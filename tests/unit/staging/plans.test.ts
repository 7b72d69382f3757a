import { expect, it } from 'vitest';
import { stagedRows } from '../../../electron/service/staging/rows.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { addProduct, addPromoters, productKey, promoterEntry } from '../../support/shelf-rows.ts';
import { shelfDesk, wishes } from './desk.ts';

const PRODUCTS = 100;
const PROMOTERS = 50;

it('stages 5,000 rows in one go, and reads heads and pages of them quickly', async () => {
  const desk = await shelfDesk();
  const numbers = Array.from({ length: PRODUCTS }, (_, n) => n + 10);
  for (const n of numbers) addProduct(desk, productKey(n), { title: `茶 ${n}` });
  const appids = Array.from({ length: PROMOTERS }, (_, n) => `wxpromoter${n}`);
  addPromoters(desk, ...appids.map((appid) => promoterEntry(appid)));
  const { batch } = await desk.staging.call(
    'staging.stage',
    wishes(numbers, Object.fromEntries(appids.map((appid) => [appid, 500_000]))),
  );
  expect(batch).toMatchObject({ rows: PRODUCTS * (PROMOTERS + 1), products: PRODUCTS, promoters: PROMOTERS });
  desk.store.run(sql`analyze`);
  const page = stagedRows(desk, { batch_id: batch.batch_id, limit: 100 });
  expect(page.rows.map((row) => row.place)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
  const rest = stagedRows(desk, { batch_id: batch.batch_id, limit: 100, cursor: page.next_cursor! });
  expect(rest.rows[0]?.place).toBe(101);
  const plan = (text: string) =>
    desk.store.all<{ detail: string }>({ text: `explain query plan ${text}`, values: [] }).map(({ detail }) => detail);
  // Heads count by the index alone, pages walk the key.
  expect(
    plan(
      'select state, action, blocked is not null, count(*) from staged_change where batch_id = 1 group by 1, 2, 3',
    )[0],
  ).toMatch(/COVERING INDEX staged_change_state/);
  expect(plan('select place from staged_change where batch_id = 1 and place > 7 order by place limit 100')).toEqual([
    expect.stringMatching(/PRIMARY KEY \(batch_id=\? AND place>\?\)/),
  ]);
});
