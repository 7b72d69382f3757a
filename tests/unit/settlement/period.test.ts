import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adjustmentPage } from '../../../electron/service/settlement/adjustment-page.ts';
import { brokenClosing } from '../../../electron/service/settlement/chain.ts';
import { closePeriod } from '../../../electron/service/settlement/close.ts';
import { settlementPeriod, settlementPeriods } from '../../../electron/service/settlement/period.ts';
import { reopenPeriod } from '../../../electron/service/settlement/reopen.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { dayOf, periodRange } from '../../../shared/time.ts';
import { addSplit } from '../../support/rules.ts';
import {
  closeMonth,
  orderRow,
  promoterId,
  sampleRows,
  temporaryStore,
  writePromoters,
  writeRows,
} from '../../support/settlement-rows.ts';

const { from, to } = periodRange('2026-10')!;
const staff = { staff: '小李', now: to };

let store: Store;
let dir: string;
let done: () => void;
beforeEach(async () => {
  ({ store, dir, done } = await temporaryStore());
});
afterEach(() => done());

describe('orders refunded behind their settlement', () => {
  const asked = () => settlementPeriod(store, '2026-10').checklist.find(({ check }) => check === 'refunds_decided')!;
  const decide = (state: string, decided_at: number) =>
    store.run(sql`insert or replace into order_review (order_id, sku_id, state, decided_at, decided_by, batch_id)
      select order_id, sku_id, ${state}, ${decided_at}, '小李', 1 from commission_order`);

  it('are asked about while their promoter would be paid, until somebody decides knowing of the refund', () => {
    writeRows(store, [orderRow({ promoter_appid: promoterId(1), settled_at: from + 10 })]);
    store.db.exec(
      `update commission_order set order_status = 200, refunded = 1, refunded_at = ${from + 50}, owed_fen = 40`,
    );
    expect(asked()).toMatchObject({ state: 'asks', count: 1, amount_fen: 40 });
    decide('approved', from + 20);
    expect(asked().state).toBe('asks');
    decide('approved', from + 60);
    expect(asked().state).toBe('ok');
    store.db.exec(`delete from order_review; update commission_order set review_state = 'excluded'`);
    expect(asked().state).toBe('ok');
  });

  it('are nobody’s question where nothing is owed', () => {
    writeRows(store, [orderRow({ settled_at: from + 10, order_status: 200 })]);
    store.db.exec('update commission_order set owed_fen = 0');
    expect(asked()).toMatchObject({ state: 'ok', count: 0 });
  });
});

describe('what belongs to a month', () => {
  it('is what was settled from its first to its last second in UTC+8', () => {
    const settledAt = (settled_at: number | null, sku_id: string) => orderRow({ settled_at, sku_id });
    writeRows(store, [
      settledAt(from - 1, 'a'),
      settledAt(from, 'b'),
      settledAt(to - 1, 'c'),
      settledAt(to, 'd'),
      settledAt(null, 'e'),
    ]);
    expect(settlementPeriod(store, '2026-10').totals).toMatchObject({ rows: 2, orders: 1 });
    expect(settlementPeriod(store, '2026-09').totals.rows).toBe(1);
    expect(settlementPeriod(store, '2026-11').totals.rows).toBe(1);
    expect(settlementPeriod(store, '2026-10').checks.settled_without_time).toBe(1);
  });

  it('keeps estimates beside: paid in the month, neither settled nor cancelled, whatever the status number', () => {
    const open = { settled_at: null, service_amount_fen: 100, paid_at: from };
    writeRows(store, [
      orderRow({ ...open, sku_id: 'a', commission_status: 20 }),
      orderRow({ ...open, sku_id: 'b', commission_status: 999 }),
      orderRow({ ...open, sku_id: 'c', commission_status: null }),
      orderRow({ ...open, sku_id: 'd', commission_status: 200 }),
      orderRow({ ...open, sku_id: 'e', commission_status: 20, paid_at: to }),
    ]);
    const { totals, unsettled } = settlementPeriod(store, '2026-10');
    expect(totals).toMatchObject({ rows: 0, service_amount_fen: 0, unsettled_rows: 3 });
    expect(unsettled).toMatchObject({ rows: 3, service_amount_fen: 300 });
  });

  it('is refused where the text is no month', () => {
    expect(() => settlementPeriod(store, '2026-13')).toThrow('period.invalid');
  });

  it('equals what SQL sums up over the same rows', () => {
    writePromoters(store);
    writeRows(store, sampleRows({ rows: 3000 }));
    const sums = store.get<{ rows: number; orders: number; amount: number }>(sql`
      select count(*) as rows, count(distinct order_id) as orders, sum(service_amount_fen) as amount
      from commission_order where settled_at >= ${from} and settled_at < ${to}`)!;
    expect(sums.rows).toBeGreaterThan(500);
    expect(settlementPeriod(store, '2026-10').totals).toMatchObject({
      rows: sums.rows,
      orders: sums.orders,
      service_amount_fen: sums.amount,
    });
    const listed = settlementPeriods(store).find(({ period }) => period === '2026-10');
    expect(listed).toEqual({
      period: '2026-10',
      state: 'open',
      rows: sums.rows,
      service_amount_fen: sums.amount,
      closed_at: null,
    });
  });
});

describe('rules in the store', () => {
  const sale = orderRow({
    channel: 'promoter',
    promoter_appid: promoterId(1),
    agency_amount_fen: 1000,
    created_at: from + 5 * 86_400,
  });
  const owed = () => settlementPeriod(store, '2026-10').totals.promoter_owed_fen;

  it('let the institution set a default from a day on', () => {
    writePromoters(store);
    writeRows(store, [sale]);
    expect(settlementPeriod(store, '2026-10')).toMatchObject({
      totals: { promoter_owed_fen: 0 },
      checks: { owed_without_rule: 1 },
    });
    addSplit(store, { ratio_ppm: 400_000, from_day: '2026-10-06' }, staff);
    expect(owed()).toBe(400);
    addSplit(store, { ratio_ppm: 500_000, from_day: '2026-10-07' }, staff);
    expect(owed()).toBe(400);
  });

  it('take the share of promoter and product from the day it was set, whatever was set later', () => {
    writePromoters(store);
    writeRows(store, [sale]);
    addSplit(store, { ratio_ppm: 400_000, from_day: '2026-01-01' }, staff);
    const own = { promoter_appid: promoterId(1), product_id: sale.product_id };
    addSplit(store, { ...own, ratio_ppm: 900_000, from_day: dayOf(from + 7 * 86_400) }, staff);
    expect(owed()).toBe(400);
    const [from_day, to_day] = [4, 6].map((days) => dayOf(from + days * 86_400)) as [string, string];
    addSplit(store, { ...own, ratio_ppm: 700_000, from_day, to_day }, staff);
    expect(owed()).toBe(700);
  });
});

describe('closing', () => {
  const close = (period = '2026-10', by: { staff: string; now: number } = staff) =>
    closeMonth({ store, dir }, period, by);
  const someRows = (count: number) =>
    store.all<{ id: number }>(
      sql`select id from commission_order where settled_at >= ${from} and settled_at < ${to} and service_amount_fen > 10
        limit cast(${count} as integer)`,
    );
  /** As a sync would: the row stands anew. */
  const change = (id: number, what: string) =>
    store.db.exec(`update commission_order set ${what}, stands_since = ${to + 500} where id = ${id}`);

  beforeEach(() => {
    writePromoters(store);
    writeRows(store, sampleRows({ rows: 2000 }));
    addSplit(store, { ratio_ppm: 333_333, from_day: '2026-01-01' }, staff);
    store.run(sql`insert into sync_cursor (resource, known_as_of) values ('orders', ${to + 60})`);
  });

  it('waits until the orders are read past the end of the month', async () => {
    store.run(sql`update sync_cursor set known_as_of = ${to - 1}`);
    await expect(close()).rejects.toThrow('period.not_read');
    store.run(sql`delete from sync_cursor`);
    await expect(close()).rejects.toThrow('period.not_read');
  });

  it('waits until the month is over', async () => {
    await expect(close('2026-10', { staff: '小李', now: to - 1 })).rejects.toThrow('period.not_over');
    await expect(closeMonth({ store, dir }, 'x', staff)).rejects.toThrow('period.invalid');
    expect(store.value(sql`select count(*) from closing_line`)).toBe(0);
  });

  it('freezes what the month showed, once, with an audit entry', async () => {
    const before = settlementPeriod(store, '2026-10');
    const closing = await close();
    expect(closing).toMatchObject({ period: '2026-10', number: 1, closed_at: to, closed_by: '小李', reopened: null });
    expect(closing.totals).toEqual(before.totals);
    expect(closing.totals.promoter_owed_fen).toBeGreaterThan(0);
    const after = settlementPeriod(store, '2026-10');
    expect(after).toEqual({ ...before, state: 'closed', closed_at: to, closed_by: '小李', closings: [closing] });
    await expect(close()).rejects.toThrow('period.closed');
    expect(settlementPeriods(store).find(({ period }) => period === '2026-10')).toMatchObject({
      state: 'closed',
      rows: before.totals.rows,
      closed_at: to,
    });
    expect(store.value(sql`select staff from audit_log where action = 'settlement.close'`)).toBe('小李');
  });

  it('refuses while checks ask that nobody has seen, and leaves nothing behind', async () => {
    const rejected = closePeriod(store, dir, {
      period: '2026-10',
      despite: ['hours_complete'],
      ...staff,
      signal: new AbortController().signal,
      onProgress: () => {},
    });
    await expect(rejected).rejects.toMatchObject({ code: 'period.checks_open' });
    expect(store.value(sql`select count(*) from closing_line`)).toBe(0);
  });

  it('holds against later changes, and counts the money that changed', async () => {
    const { totals, known_as_of } = await close();
    const [first, second, third] = someRows(3) as [{ id: number }, { id: number }, { id: number }];
    change(first.id, 'service_amount_fen = 1');
    // Money of the month stays money of the month, whatever time the platform gives it later.
    change(second.id, `settled_at = ${to}`);
    change(third.id, "promoter_name = 'x', versions = 9");
    writeRows(store, [orderRow({ order_id: '1', settled_at: from })]);
    store.db.exec(`update commission_order set stands_since = ${to + 500} where order_id = '1'`);
    store.run(sql`update sync_cursor set known_as_of = ${to + 999}`);
    const after = settlementPeriod(store, '2026-10');
    expect(after.totals).toEqual(totals);
    expect(after.known_as_of).toBe(known_as_of);
    expect(after.checks.changed_since_close).toBe(2);
    const next = settlementPeriod(store, '2026-11');
    expect(next.adjustments.rows).toBe(2);
    expect(
      adjustmentPage(store, { period: '2026-11', limit: 50 })
        .rows.map(({ reason }) => reason)
        .sort(),
    ).toEqual(['changed', 'late']);
  });

  it('leaves lines nobody can change', async () => {
    await close();
    expect(() => store.run(sql`update closing_line set line = '{}'`)).toThrow('frozen');
    expect(() => store.run(sql`delete from closing_line`)).toThrow('frozen');
    expect(() => store.run(sql`delete from settlement_closing`)).toThrow('append-only');
    expect(brokenClosing(store)).toBeNull();
  });

  it('closes a month without a line', async () => {
    expect((await close('2020-01')).totals).toMatchObject({ rows: 0, net_fen: 0 });
  });

  it('takes what became known into the next closing, and never twice', async () => {
    await close();
    const [row] = someRows(1) as [{ id: number }];
    const fee = store.value<number>(sql`select service_amount_fen from commission_order where id = ${row.id}`)!;
    change(row.id, `service_amount_fen = ${fee - 7}`);
    const november = periodRange('2026-11')!.to;
    store.run(sql`update sync_cursor set known_as_of = ${november + 60}`);
    const second = await close('2026-11', { staff: '小李', now: november });
    expect(second.totals).toMatchObject({ adjustment_rows: 1, adjustment_service_fen: -7 });
    expect(settlementPeriod(store, '2026-10').checks.changed_since_close).toBe(0);
    const december = periodRange('2026-12')!.to;
    store.run(sql`update sync_cursor set known_as_of = ${december + 60}`);
    expect((await close('2026-12', { staff: '小李', now: december })).totals.adjustment_rows).toBe(0);
    expect(brokenClosing(store)).toBeNull();
  });

  it('can be taken back with a reason while no later month counts on it; both versions stay', async () => {
    const first = await close();
    const [row] = someRows(1) as [{ id: number }];
    change(row.id, 'service_amount_fen = service_amount_fen + 5');
    reopenPeriod(store, { period: '2026-10', reason: '漏审', ...staff });
    expect(settlementPeriod(store, '2026-10')).toMatchObject({ state: 'reopened', closings: [{ number: 1 }] });
    const again = await close();
    expect(again).toMatchObject({ number: 2, totals: { service_amount_fen: first.totals.service_amount_fen + 5 } });
    expect(settlementPeriod(store, '2026-10').closings).toMatchObject([
      { number: 2, reopened: null },
      { number: 1, reopened: { reason: '漏审', by: '小李' }, totals: first.totals },
    ]);
    const november = periodRange('2026-11')!.to;
    store.run(sql`update sync_cursor set known_as_of = ${november + 60}`);
    await close('2026-11', { staff: '小李', now: november });
    expect(() => reopenPeriod(store, { period: '2026-10', reason: 'x', ...staff })).toThrow('period.later_closed');
    reopenPeriod(store, { period: '2026-11', reason: 'x', ...staff });
    reopenPeriod(store, { period: '2026-10', reason: 'x', ...staff });
    expect(() => reopenPeriod(store, { period: '2026-10', reason: 'x', ...staff })).toThrow('period.open');
  });

  it('leaves the month open when it is stopped', async () => {
    const stop = new AbortController();
    const closing = closeMonth({ store, dir }, '2026-10', { ...staff, signal: stop.signal });
    stop.abort();
    await expect(closing).rejects.toThrow();
    expect(settlementPeriod(store, '2026-10').state).toBe('open');
    expect(store.value(sql`select count(*) from closing_line`)).toBe(0);
  });
});
