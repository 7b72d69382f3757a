import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pairNotes } from '../../../electron/service/order/note-pairs.ts';
import { orderPage } from '../../../electron/service/order/page.ts';
import { type Sql, sql } from '../../../electron/service/store/sql.ts';
import { openStore, type Store, type StoreReader } from '../../../electron/service/store/store.ts';
import { ORDER_SORTS, type OrderFilter, orderFilter, orderSort } from '../../../shared/contract/order.ts';
import { fillWorld, PARTIES } from '../../support/order-world.ts';

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'league-desk-test-'));
  store = await openStore(folder);
  fillWorld(store, 5_000);
  store.run(
    sql`insert into review_batch (batch_id, at, staff, action, rows, detail) values (1, 1, '', 'hold', 1, '{}')`,
  );
  store.run(sql`insert into order_review (order_id, sku_id, state, note, decided_at, decided_by, batch_id)
    select order_id, sku_id, 'held', '', 1, '', 1 from commission_order where id % 100 = 0`);
  store.run(sql`insert into order_tag (order_id, sku_id, tag, tagged_at, tagged_by)
    select order_id, sku_id, '复查', 1, '' from commission_order where id % 90 = 0`);
  store.run(sql`insert into order_note (order_id, sku_id, text, folded, written_at, written_by, batch_id)
    select order_id, sku_id, '等商家', '等商家', 1, '', 1 from commission_order where id % 80 = 0`);
  pairNotes(store, 0);
  store.db.exec('analyze');
}, 60_000);
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Steps of the plans of every query over commission_order that a page asks, first and second page. */
function plansOf(filter: Partial<OrderFilter>, by: (typeof ORDER_SORTS)[number] = 'created_at'): string[] {
  const plans: string[] = [];
  const spy: StoreReader = {
    ...store,
    all<Row>(query: Sql): Row[] {
      if (query.text.includes('from commission_order') && query.text.includes(' limit ') && !isCount(query))
        plans.push(
          store
            .all<{ detail: string }>(sql`explain query plan ${query}`)
            .map((step) => step.detail)
            .join('; '),
        );
      return store.all(query);
    },
  };
  const question = { filter: orderFilter.parse(filter), sort: orderSort.parse({ by }), limit: 20 };
  const first = orderPage(spy, question, { limited: false });
  if (first.next_cursor) orderPage(spy, { ...question, cursor: first.next_cursor }, { limited: false });
  return plans;
}

/** Rare words are looked up first: each part through an index, never further than it counts. */
function isCount({ text }: Sql): boolean {
  return text.startsWith('select id from (');
}

const shop = PARTIES.shops[3]!.appid;
const promoter = PARTIES.promoters[5]!.appid;
const product = PARTIES.products[2]!.id;

const FILTERS: [name: string, filter: Partial<OrderFilter>][] = [
  ['nothing', {}],
  ['channel', { channel: ['promoter'] }],
  ['two channels', { channel: ['promoter', 'talent'] }],
  ['unknown channel', { channel: ['unknown:7'] }],
  ['source', { source: ['official_account'] }],
  ['order status', { order_status: [30] }],
  ['rare order status', { order_status: [999] }],
  ['commission status', { commission_status: [20] }],
  ['shop', { shop_appid: [shop] }],
  ['no promoter', { promoter_appid: [null] }],
  ['promoter', { promoter_appid: [promoter] }],
  ['three promoters', { promoter_appid: PARTIES.promoters.slice(1, 4).map((one) => one.appid) }],
  ['product', { product_id: [product] }],
  ['plan', { plan_type: [1] }],
  ['talent', { talent_key: [PARTIES.talents.find((one) => one.appid)!.appid!] }],
  ['role', { role: ['both'] }],
  ['payment', { payment_min: 100_000 }],
  ['service fee', { service_min: 1, service_max: 2 }],
  ['rate', { ratio_min: 333_333 }],
  ['held', { review_state: ['held'] }],
  ['open', { review_state: ['open'] }],
  ['tag', { tag: ['复查'] }],
  ['note', { has_note: true }],
  ['difference', { has_difference: true }],
  ['no difference', { has_difference: false }],
  ['refund', { has_refund: true }],
  ['self-purchase', { self_purchase: true }],
  ['order id', { order_id: '4321' }],
  ['order ids', { order_ids: ['3710000000000000001', '1'] }],
  ['text', { text: '茶' }],
  ['created days', { from: '2026-01-01', to: '2026-01-31' }],
  ['paid days', { axis: 'paid', from: '2026-01-01', to: '2026-01-31' }],
  ['updated days', { axis: 'updated', from: '2026-01-01', to: '2026-01-31' }],
  ['settled days', { axis: 'settled', from: '2026-01-01', to: '2026-01-31' }],
  ['known days', { axis: 'known', from: '2026-01-01', to: '2026-01-31' }],
  ['shop and status', { shop_appid: [shop], commission_status: [100] }],
  ['promoter and shop', { promoter_appid: [promoter], shop_appid: [shop] }],
];

describe('how a page is read', () => {
  it.each(FILTERS)('for %s: through an index', (_name, filter) => {
    const plans = plansOf(filter);
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) {
      // A bare SCAN looks at every row in no order.
      expect(plan).not.toMatch(/SCAN commission_order(;|$)/);
      expect(plan).toMatch(/commission_order USING (COVERING )?(INDEX|INTEGER PRIMARY KEY)/);
    }
  });

  it.each(
    FILTERS.slice(0, 2).concat(
      FILTERS.filter(([name]) => /status|shop$|promoter$|product$|difference$|refund/.test(name)),
    ),
  )('for %s: in the order of an index, nothing sorted', (_name, filter) => {
    for (const plan of plansOf(filter))
      if (!plan.includes('created_at=? AND')) expect(plan).not.toContain('TEMP B-TREE FOR ORDER BY');
  });

  it.each(['created_at', 'paid_at', 'updated_at', 'settled_at', 'first_seen_at'] as const)(
    'sorted by %s: along its index',
    (by) => {
      for (const plan of plansOf({}, by))
        expect(plan).toMatch(/^(SCAN|SEARCH) commission_order USING INDEX \w+( \([^)]*\))?$/);
    },
  );

  it.each(ORDER_SORTS)('sorted by %s within a shop: through an index', (by) => {
    for (const plan of plansOf({ shop_appid: [shop] }, by)) expect(plan).toMatch(/commission_order USING INDEX/);
  });
});
