import { describe, expect, it } from 'vitest';
import type { BookLine } from '../../../electron/sandbox/admin/books.ts';
import { DAY, NOW, small } from './caller.ts';

const floorShare = (payment: number, ratio: number) => Number((BigInt(payment) * BigInt(ratio)) / 1_000_000n);

describe('the same seed and anchor', () => {
  it('give the same books, in one step or in many', async () => {
    const [once, often] = [await small(), await small()];
    expect(often.sandbox.books()).toEqual(once.sandbox.books());
    once.sandbox.clock.advance(10 * DAY);
    for (let i = 0; i < 240; i++) {
      often.sandbox.clock.advance(3600);
      if (i % 5 === 0) often.sandbox.books();
    }
    expect(often.sandbox.books()).toEqual(once.sandbox.books());
  });

  it('answer about an earlier time as it was then', async () => {
    const caller = await small();
    const then = caller.sandbox.books();
    caller.sandbox.clock.advance(10 * DAY);
    expect(caller.sandbox.books()).not.toEqual(then);
    expect(caller.sandbox.books(NOW)).toEqual(then);
    caller.sandbox.clock.set(NOW);
    expect(caller.sandbox.books()).toEqual(then);
  });

  it('differ from another seed', async () => {
    const [one, other] = [await small(), await small({ seed: 8 })];
    expect(other.sandbox.books()[0]?.order_id).not.toBe(one.sandbox.books()[0]?.order_id);
  });
});

describe('a world of 20 000 orders', () => {
  it('looks as it was asked for', async () => {
    const caller = await small({ orders: 20_000 });
    const books = caller.sandbox.books();
    expect(books.length).toBeGreaterThan(19_000);
    expect(books.length).toBeLessThan(21_000);
    const share = (test: (row: BookLine) => boolean) => books.filter(test).length / books.length;
    expect(share((row) => row.pay_time === null)).toBeCloseTo(0.13, 1);
    expect(share((row) => row.promotion_channel === 1)).toBeGreaterThan(0.35);
    expect(share((row) => row.promotion_channel === null)).toBeGreaterThan(0.01);
    const pairs = new Set(books.map((row) => `${row.order_status}/${row.commission_status}`));
    for (const pair of ['20/20', '30/20', '100/20', '100/100', '200/200', '250/200', '200/100'])
      expect(pairs).toContain(pair);
    const twins = new Set(books.map((row) => row.order_id.slice(0, 18)));
    expect(twins.size).toBeLessThan(new Set(books.map((row) => row.order_id)).size);
    expect(books.every((row) => row.order_id.length === 19 && row.product_id.length === 14)).toBe(true);
    expect(books.every((row) => /^\d{9,11}$/.test(row.sku_id))).toBe(true);
    expect(new Set(books.map((row) => `${row.order_id}/${row.sku_id}`)).size).toBe(books.length);
    const waits = books.filter((row) => row.settled_time !== null).map((row) => row.settled_time! - row.pay_time!);
    waits.sort((a, b) => a - b);
    expect(waits[waits.length >> 1]! / DAY).toBeCloseTo(14, 0);
    expect(waits[waits.length - 1]).toBeLessThanOrEqual(30 * DAY);
  });

  it('is sorted by create_time, order_id, sku_id', async () => {
    const books = (await small({ orders: 5000 })).sandbox.books();
    const text = (row: BookLine) => `${row.create_time}/${row.order_id}/${row.sku_id.padEnd(12)}`;
    expect(books.map(text)).toEqual(books.map(text).sort());
  });

  it('keeps the identities of money', async () => {
    const caller = await small({ orders: 20_000 });
    for (const row of caller.sandbox.books()) {
      if (row.commission_status === 200) {
        expect([row.actual_payment, row.service_amount, row.promoter?.amount ?? 0]).toEqual([0, 0, 0]);
        continue;
      }
      const gross = floorShare(row.actual_payment, row.service_ratio);
      expect(row.service_amount).toBeGreaterThanOrEqual(0);
      expect(row.service_amount).toBeLessThanOrEqual(gross);
      expect(row.service_total_amount ?? gross).toBe(gross);
      if (row.promoter !== null) expect(row.promoter.amount).toBe(floorShare(row.actual_payment, row.promoter.ratio));
      if (row.platform_amount) expect(row.platform_amount).toBe(gross - Math.floor((gross * 9) / 10));
    }
  });

  it('splits the chain as the worked case does', async () => {
    const caller = await small({ orders: 3000 });
    let both = 0;
    for (const row of caller.sandbox.books()) {
      if (row.commission_status === 200) continue;
      const { commssion_order } = await caller.detail(row.order_id, row.sku_id);
      const info = commssion_order.order_detail.commission_info;
      const gross = floorShare(row.actual_payment, row.service_ratio);
      const fee = info.platform_amount ?? 0;
      const sub = info.sub_agency_info?.amount ?? 0;
      const agency = info.promoter_agency_info?.amount ?? 0;
      const sharer = info.sharer_info?.amount ?? 0;
      const isBoth = info.sub_agency_info !== undefined && info.sharer_info !== undefined;
      if (isBoth) both++;
      if (isBoth) expect(row.service_amount).toBe(gross - sub + agency - sharer);
      else expect(row.service_amount).toBe(gross - fee - sub - sharer);
      if (info.sharer_info && !isBoth) expect(agency).toBe(gross);
    }
    expect(both).toBeGreaterThan(20);
  }, 30_000);
});

describe('a life', () => {
  it('never goes backwards', async () => {
    const caller = await small({ orders: 3000 });
    const before = new Map<string, BookLine>();
    const kinds = new Set<string>();
    const broken: unknown[] = [];
    for (let i = 0; i < 60; i++) {
      for (const row of caller.sandbox.books()) {
        const key = `${row.order_id}/${row.sku_id}`;
        const old = before.get(key);
        before.set(key, row);
        if (old === undefined) continue;
        // What changed moved the update time; what did not is the same row.
        const isSame = row.update_time === old.update_time && row.states === old.states;
        if (isSame && JSON.stringify(row) === JSON.stringify(old)) continue;
        if (
          row.update_time <= old.update_time ||
          row.states <= old.states ||
          row.actual_payment > old.actual_payment ||
          (old.commission_status !== 20 && row.commission_status !== old.commission_status) ||
          (old.commission_status === 100 && row.service_amount !== old.service_amount) ||
          (old.pay_time !== null && row.pay_time !== old.pay_time)
        ) {
          broken.push([old, row]);
        }
        for (const kind of kindsOf(old, row)) kinds.add(kind);
      }
      caller.sandbox.clock.advance(12 * 3600);
    }
    expect(broken).toEqual([]);
    expect([...kinds].sort()).toEqual(['fee came', 'fee gone', 'late refund', 'partial refund', 'unknown status']);
  });
});

function kindsOf(old: BookLine, row: BookLine): string[] {
  const open = row.commission_status === 20;
  const kinds: Record<string, boolean> = {
    'partial refund': open && row.actual_payment < old.actual_payment,
    'fee gone': open && (old.platform_amount ?? 0) > 0 && row.platform_amount === 0,
    'fee came': old.platform_amount === 0 && (row.platform_amount ?? 0) > 0,
    'late refund': old.commission_status === 100 && old.order_status === 100 && row.order_status === 200,
    'unknown status': row.order_status === 31,
  };
  return Object.keys(kinds).filter((kind) => kinds[kind]);
}
