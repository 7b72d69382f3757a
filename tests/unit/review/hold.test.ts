import { describe, expect, it } from 'vitest';
import { recentBatches } from '../../../electron/service/review/batches.ts';
import { decide } from '../../../electron/service/review/decide.ts';
import { applyHoldRules, holdAfterSync, setRules } from '../../../electron/service/review/hold.ts';
import { undo } from '../../../electron/service/review/undo.ts';
import type { ReviewRules } from '../../../shared/contract/review.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';
import { NOON, type TestDesk, testDesk } from '../../support/desk-context.ts';
import { addOrder, changeOrder, keysOf, stateOf } from './rows.ts';

const rules = (some: Partial<ReviewRules>): ReviewRules => ({
  difference_fen: null,
  refund_open: false,
  self_purchase: null,
  rate_jump_ppm: null,
  two_person: false,
  ...some,
});
const states = (desk: TestDesk, ...ns: number[]) => ns.map((n) => stateOf(desk.store, n));
const sync = (desk: TestDesk) => holdAfterSync(desk, new AbortController().signal);

describe('rules that hold by themselves', () => {
  it('hold differences of so many fen either way', async () => {
    const desk = await testDesk();
    for (const [n, difference_fen] of [99, 100, -100, 0].entries()) addOrder(desk.store, n, { difference_fen });
    addOrder(desk.store, 4);
    expect(await setRules(desk, rules({ difference_fen: 100 }))).toMatchObject({ held: 2 });
    expect(states(desk, 0, 1, 2, 3, 4)).toEqual([
      'open',
      'held rule_difference',
      'held rule_difference',
      'open',
      'open',
    ]);
    expect(recentBatches(desk.store, 5)).toMatchObject([{ action: 'rule', staff: '', rows: 2, undoable: true }]);
  });

  it('hold refunds whose commission has not ended, and let go when it has', async () => {
    const desk = await testDesk();
    for (const [n, commission_status] of [20, 100, 200].entries())
      addOrder(desk.store, n, { refunded: 1, commission_status });
    expect((await setRules(desk, rules({ refund_open: true }))).held).toBe(1);
    expect(states(desk, 0, 1, 2)).toEqual(['held rule_refund_open', 'open', 'open']);
    desk.time += 600;
    changeOrder(desk.store, 0, { commission_status: 200, stands_since: desk.time - 5 });
    await sync(desk);
    expect(states(desk, 0)).toEqual(['open']);
    expect(desk.topics.at(-1)).toBe('reviews');
  });

  it('hold a burst of one buyer with one promoter, its earlier orders too', async () => {
    const desk = await testDesk();
    const buy = (n: number, day: number, buyer_id: string, promoter_appid = 'wxp1') =>
      addOrder(desk.store, n, { buyer_id, promoter_appid, created_at: NOON + day * DAY_SECONDS });
    buy(0, 0, 'b1');
    buy(1, 6, 'b1');
    // Two rows of one order are one order.
    addOrder(desk.store, 2, { buyer_id: 'b2', promoter_appid: 'wxp1', created_at: NOON });
    buy(3, 1, 'b2');
    buy(4, 2, 'b1', 'wxp2');
    buy(5, 1, 'b3');
    buy(6, 9, 'b3');
    addOrder(desk.store, 7, { self_purchase: 1 });
    expect((await setRules(desk, rules({ self_purchase: { orders: 3, days: 7 } }))).held).toBe(1);
    expect(states(desk, 7)).toEqual(['held rule_self_purchase']);
    desk.time += 600;
    addOrder(desk.store, 8, { buyer_id: 'b1', promoter_appid: 'wxp1', created_at: NOON + 3, stands_since: desk.time });
    await sync(desk);
    expect(states(desk, 0, 1, 8)).toEqual(Array(3).fill('held rule_self_purchase'));
    expect(states(desk, 2, 3, 4, 5, 6)).toEqual(Array(5).fill('open'));
    // A day longer is no burst any more.
    await setRules(desk, rules({ self_purchase: { orders: 3, days: 6 } }));
    expect(states(desk, 0, 1, 8, 7)).toEqual(['open', 'open', 'open', 'held rule_self_purchase']);
  });

  it('hold a rate off the one before of the same product', async () => {
    const desk = await testDesk();
    const sell = (n: number, service_ratio_ppm: number, product_id = 'p1', stands_since = NOON) =>
      addOrder(desk.store, n, { service_ratio_ppm, product_id, stands_since });
    sell(0, 100_000);
    sell(1, 120_000);
    sell(2, 170_000);
    sell(3, 500_000, 'p2');
    addOrder(desk.store, 4, { product_id: 'p1' });
    sell(5, 120_000);
    await setRules(desk, rules({ rate_jump_ppm: 50_000 }));
    expect(states(desk, 0, 1, 2, 3, 4, 5)).toEqual([
      'open',
      'open',
      'held rule_rate_jump',
      'open',
      'open',
      'held rule_rate_jump',
    ]);
    desk.time += 600;
    sell(6, 70_000, 'p1', desk.time);
    await sync(desk);
    expect(states(desk, 6)).toEqual(['held rule_rate_jump']);
  });

  it('never touch what staff decided, a reopening included', async () => {
    const desk = await testDesk();
    for (const n of [0, 1, 2]) addOrder(desk.store, n, { difference_fen: 500 });
    decide(desk, { action: 'approve', target: keysOf(0) });
    await setRules(desk, rules({ difference_fen: 100 }));
    expect(states(desk, 0, 1, 2)).toEqual(['approved', 'held rule_difference', 'held rule_difference']);
    decide(desk, { action: 'reopen', target: keysOf(1) });
    desk.time += 60;
    await setRules(desk, rules({ difference_fen: 200 }));
    expect(states(desk, 0, 1, 2)).toEqual(['approved', 'open', 'held rule_difference']);
    // Without the rule what it held is open again; staff's words stay.
    await setRules(desk, rules({}));
    expect(states(desk, 0, 1, 2)).toEqual(['approved', 'open', 'open']);
  });

  it('are taken back by staff and come again only with a change', async () => {
    const desk = await testDesk();
    for (const n of [0, 1]) addOrder(desk.store, n, { difference_fen: 500, stands_since: NOON - 60 });
    await setRules(desk, rules({ difference_fen: 100 }));
    undo(desk, { batch_id: 1 });
    expect(states(desk, 0, 1)).toEqual(['open', 'open']);
    desk.time += 600;
    changeOrder(desk.store, 1, { difference_fen: 600, stands_since: desk.time });
    await sync(desk);
    expect(states(desk, 0, 1)).toEqual(['open', 'held rule_difference']);
  });

  it('do one batch for many rows, and stop with the sync run, to go on with the next', async () => {
    const desk = await testDesk();
    await setRules(desk, rules({ difference_fen: 100 }));
    desk.store.transaction(() => {
      for (let n = 0; n < 5000; n += 1) addOrder(desk.store, n, { difference_fen: 500, stands_since: NOON + 1 });
    });
    const stop = new AbortController();
    const run = applyHoldRules(desk.store, { now: NOON + 5, since: NOON, signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(run).rejects.toThrow('stopped');
    expect(recentBatches(desk.store, 5)).toEqual([]);
    await sync(desk);
    expect(recentBatches(desk.store, 5)).toMatchObject([{ rows: 5000, action: 'rule' }]);
  });
});
