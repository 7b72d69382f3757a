import { describe, expect, it } from 'vitest';
import { rowOffers } from '../../../../../renderer/rooms/orders/table/row-menu.tsx';
import { sumsOf } from '../../../../../renderer/rooms/orders/table/totals.ts';
import type { RowWords } from '../../../../../renderer/rooms/orders/table/use-row-words.ts';
import { orderFilter } from '../../../../../shared/contract/order.ts';
import { inventedOrders } from '../../../../support/renderer/invented-orders.ts';

const words: RowWords = {
  t: ((key: string) => key) as never,
  channel: (row) => row.channel,
  source: (source) => source,
  orderStatus: (row) => String(row.order_status),
  commissionStatus: (row) => String(row.commission_status),
  planType: (row) => String(row.plan_type),
  review: (row) => row.review_state,
  reason: () => null,
};
const rows = inventedOrders(400);

describe('the menu of a row', () => {
  it('offers the conditions of the cell first and each only once', () => {
    const { own, others } = rowOffers(rows[0]!, 'product', words);
    expect(own.map(({ key }) => key)).toEqual(['product_id', 'shop_appid']);
    expect(others.some(({ key }) => key === 'product_id' || key === 'shop_appid')).toBe(false);
  });

  it('offers nothing but what the filter understands, whatever the row holds', () => {
    for (const row of rows) {
      const { own, others } = rowOffers(row, 'created', words);
      for (const { condition } of [...own, ...others]) {
        expect(orderFilter.safeParse({ axis: 'created', ...condition }).success).toBe(true);
      }
    }
  });

  it('has no day for a time that did not come', () => {
    const unpaid = rows.find(({ paid_at }) => paid_at === null)!;
    const { own, others } = rowOffers(unpaid, null, words);
    expect([...own, ...others].some(({ key }) => key === 'day_paid')).toBe(false);
  });
});

describe('sums of chosen rows', () => {
  it('add up what is there', () => {
    const [first, second] = rows as [(typeof rows)[0], (typeof rows)[0]];
    expect(sumsOf([first, second, { ...first, net_fen: null }]).net_fen).toBe(
      (first.net_fen ?? 0) + (second.net_fen ?? 0),
    );
    expect(sumsOf([]).net_fen).toBe(0);
  });
});
