import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPast, type PastBooks } from '../../../electron/service/reading/past-books.ts';
import { openStore, type Store } from '../../../electron/service/store/store.ts';
import { orderReply } from '../../support/order-rows.ts';
import { record } from './past-world.ts';

const THEN = 1_795_000_000;

let store: Store;
let past: PastBooks;
const dataDir = mkdtempSync(join(tmpdir(), 'league-desk-past-'));

beforeAll(async () => {
  store = await openStore(dataDir);
  const replies = (step: number, count: number) => Array.from({ length: count }, (_, index) => orderReply(index, step));
  record(store, replies(0, 1200), THEN);
  record(store, replies(1, 600), THEN + 100);
  // Plans must hold with statistics present.
  store.db.exec('analyze');
  past = openPast(dataDir, THEN + 50);
}, 60_000);

afterAll(() => {
  past.close();
  store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** How SQLite reads the rows of a past moment, branch by branch. */
function planOf(question: string): string[] {
  const lines = past.reader.all<{ detail: string }>({ text: `explain query plan ${question}`, values: [] });
  return lines
    .map(({ detail }) => detail)
    .filter((detail) => /commission_order\b|past_order|TEMP B-TREE|CO-ROUTINE/.test(detail));
}

const COLUMNS = 'id, order_id, sku_id, created_at, actual_payment_fen, service_amount_fen, last_read_at';

describe('plans of the past', () => {
  it('merges the branches by the index of the sort', () => {
    expect(
      planOf(`select ${COLUMNS} from commission_order where created_at is not null
        order by created_at desc, id desc limit 50`),
    ).toEqual([
      'SEARCH main.commission_order USING INDEX commission_order_created (created_at>? AND created_at<?)',
      'SEARCH main.commission_order USING INDEX commission_order_created (created_at=?)',
      'SEARCH temp.past_order USING INDEX commission_order_created (created_at>?)',
    ]);
  });

  it('and by the index of a filter that goes on by creation', () => {
    expect(
      planOf(`select ${COLUMNS} from commission_order where shop_appid = 'wxshop000000000003'
        and created_at is not null and created_at <= 1794000000 and (created_at < 1794000000 or id < 7)
        order by created_at desc, id desc limit 50`),
    ).toEqual([
      'SEARCH main.commission_order USING INDEX commission_order_shop (shop_appid=? AND created_at>? AND created_at<?)',
      'SEARCH main.commission_order USING INDEX commission_order_shop (shop_appid=? AND created_at=?)',
      'SEARCH temp.past_order USING INDEX commission_order_shop (shop_appid=? AND created_at>? AND created_at<?)',
    ]);
  });

  it('finds one order by its key in each', () => {
    expect(planOf(`select ${COLUMNS} from commission_order where order_id = '37' order by sku_id`)).toEqual(
      expect.arrayContaining([
        'SEARCH main.commission_order USING INDEX commission_order_key (order_id=?)',
        'SEARCH temp.past_order USING INDEX commission_order_key (order_id=?)',
      ]),
    );
  });
});
