import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../../renderer/rooms/orders/review/findings.ts';
import { decidedToday } from '../../../../renderer/rooms/orders/review/my-day.ts';
import {
  chosenRange,
  NONE_CHOSEN,
  nextPlace,
  queueFilter,
  rowKey,
  targetOf,
  toggled,
  withFresh,
} from '../../../../renderer/rooms/orders/review/queue.ts';
import { tagChange } from '../../../../renderer/rooms/orders/review/tag-change.ts';
import { draftOf, rulesOf } from '../../../../renderer/rooms/settings/review-rules-draft.ts';
import { orderFilter } from '../../../../shared/contract/order-filter.ts';
import type { ReviewBatch } from '../../../../shared/contract/review.ts';
import { inventedOrders } from '../../../support/renderer/invented-orders.ts';

const rows = inventedOrders(8);
const keys = rows.map(rowKey);

describe('the queue', () => {
  it('shows what waits unless states are asked for', () => {
    expect(queueFilter(orderFilter.parse({})).review_state).toEqual(['open', 'proposed', 'held']);
    expect(queueFilter(orderFilter.parse({ review_state: ['approved'] })).review_state).toEqual(['approved']);
  });

  it('goes on to the next row that was not decided, then back to what was passed over', () => {
    expect(nextPlace(rows, 2, new Set([keys[2]!, keys[3]!]))).toBe(4);
    expect(nextPlace(rows, 7, new Set(keys.slice(5)))).toBe(4);
    expect(nextPlace(rows, 7, new Set(keys))).toBe(7);
  });

  it('chooses ranges on top of what was chosen, and single rows', () => {
    const base = toggled(NONE_CHOSEN, keys[7]!);
    const range = chosenRange(base, rows, 3, 1);
    expect([...range.keys].sort()).toEqual([keys[1], keys[2], keys[3], keys[7]].sort());
    expect(toggled(range, keys[7]!).keys.has(keys[7]!)).toBe(false);
  });

  it('acts on the filter, the chosen rows, or the one at hand', () => {
    const filter = orderFilter.parse({ channel: ['talent'] });
    expect(targetOf({ keys: new Set(), all: true }, rows, rows[0], filter)?.target).toEqual({ filter });
    expect(targetOf(NONE_CHOSEN, rows, rows[4], filter)?.rows).toEqual([rows[4]]);
    expect(targetOf(toggled(NONE_CHOSEN, keys[2]!), rows, rows[4], filter)?.target).toEqual({
      keys: [{ order_id: rows[2]!.order_id, sku_id: rows[2]!.sku_id }],
    });
    expect(targetOf(NONE_CHOSEN, [], undefined, filter)).toBeNull();
  });

  it('keeps its rows where they stand when newer readings come', () => {
    const newer = { ...rows[3]!, review_state: 'approved' as const, review_reason: null };
    const fresh = withFresh(rows, new Map([[keys[3]!, newer]]));
    expect(fresh.map(rowKey)).toEqual(keys);
    expect(fresh[3]).toBe(newer);
    expect(withFresh(rows, new Map([[keys[0]!, { ...rows[0]! }]]))).toBe(rows);
  });
});

describe('what a reviewer is told', () => {
  const order = {
    ...rows[0]!,
    created_at: 1_795_000_000,
    buyer_id: 'b1',
    service_ratio_ppm: 100_000,
    difference_fen: -45,
    refunded: 1 as const,
    peak_payment_fen: 10_000,
    actual_payment_fen: 4000,
    commission_status: 20,
    self_purchase: 0 as const,
  };

  it('is the difference, the refund, a buyer who comes again, and another rate', () => {
    const again = { ...order, order_id: '1', created_at: order.created_at - 100 };
    const older = { ...order, order_id: '2', created_at: order.created_at - 500, service_ratio_ppm: 80_000 };
    expect(findingsOf(order, { promoter: [again, order], product: [order, older] })).toEqual([
      { kind: 'difference', fen: -45 },
      { kind: 'refund', lost_fen: 6000, ended: false },
      { kind: 'same_buyer', orders: 2 },
      { kind: 'rate', before_ppm: 80_000, after_ppm: 100_000 },
    ]);
  });

  it('is nothing where nothing is odd, nor of buyers nobody knows', () => {
    const plain = { ...order, difference_fen: 0, refunded: 0 as const, buyer_id: null };
    expect(findingsOf(plain, { promoter: [{ ...plain, order_id: '1' }], product: [] })).toEqual([]);
  });
});

it('counts what I decided today and did not take back', () => {
  const now = 1_795_147_200;
  const batch = (given: Partial<ReviewBatch>): ReviewBatch => ({
    batch_id: 1,
    at: now - 60,
    staff: '林',
    action: 'approve',
    rows: 5,
    reason: null,
    note: null,
    undone: false,
    undoable: true,
    ...given,
  });
  const batches = [
    batch({}),
    batch({ action: 'hold', rows: 2 }),
    batch({ undone: true }),
    batch({ staff: '陈' }),
    batch({ action: 'note' }),
    batch({ at: now - 86_400 }),
  ];
  expect(decidedToday(batches, '林', now)).toBe(7);
});

it('reads tags as put on and taken off', () => {
  expect(tagChange(['a', 'b'], [' b ', 'c', 'c', ' '])).toEqual({ add: ['c'], remove: ['a'] });
});

it('keeps the values of a rule that is off, and sets none', () => {
  const rules = {
    difference_fen: 29,
    refund_open: true,
    self_purchase: null,
    rate_jump_ppm: 15_000,
    two_person: false,
  };
  const draft = draftOf(rules);
  expect(draft).toMatchObject({ yuan: 0.29, points: 1.5, buyer: false, orders: 3, days: 7 });
  expect(rulesOf(draft)).toEqual(rules);
  expect(rulesOf({ ...draft, difference: false }).difference_fen).toBeNull();
});
