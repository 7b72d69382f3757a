import { describe, expect, it } from 'vitest';
import type { BookLine } from '../../../electron/sandbox/admin/books.ts';
import { asBook, type Caller, DAY, NOW, ORDER_LIST, type Reply, small } from './caller.ts';

const HOUR = 3600;
const keyOf = (row: { order_id: string; sku_id: string }) => `${row.order_id}/${row.sku_id}`;
const byKey = (rows: BookLine[]) => new Map(rows.map((row) => [keyOf(row), row]));
const hits = async (caller: Caller, fault: string): Promise<number> => (await caller.door('faults')).hits[fault] ?? 0;
const detailOf = (caller: Caller, row: BookLine) => caller.detail(row.order_id, row.sku_id);

/** Lists and details say what the books say, now. */
async function expectTold(caller: Caller): Promise<void> {
  const { sandbox } = caller;
  const now = sandbox.clock.now();
  const books = sandbox.books();
  const listed = await caller.orderKeys({ update_time_range: { start_time: now - 3 * DAY, end_time: now } });
  expect(listed).toEqual(
    books
      .filter((row) => row.update_time >= now - 3 * DAY)
      .sort((a, b) => a.update_time - b.update_time || (keyOf(a) < keyOf(b) ? -1 : 1))
      .map(keyOf),
  );
  for (const row of books.filter((each) => each.update_time >= now - DAY)) {
    expect(asBook(await detailOf(caller, row), row.states)).toEqual(row);
  }
}

describe('faults of orders', () => {
  it('never let lists, details and books tell different things, nor rows go back, whatever is switched when', async () => {
    const caller = await small({ orders: 1500, faults: 'late-visible:0.3,late-change:0.4,unknown-codes:0.5' });
    const lists = [
      '',
      'late-change:0.5',
      'late-visible:0.5,unknown-codes:0.2',
      'late-change:0.2,late-visible:0.2,unknown-codes:1',
    ];
    let before = byKey(caller.sandbox.books());
    for (let step = 0; step < 24; step++) {
      await expectTold(caller);
      const now = caller.sandbox.clock.now();
      expect(caller.sandbox.books(now)).toEqual(caller.sandbox.books());
      if (step % 3 === 2) await caller.door('faults', { faults: lists[step % 4], seed: step });
      await expectTold(caller);
      const after = byKey(caller.sandbox.books());
      for (const [key, row] of before) {
        expect(after.get(key)?.update_time, key).toBeGreaterThanOrEqual(row.update_time);
        if (after.get(key)?.update_time === row.update_time) expect(after.get(key)).toEqual(row);
      }
      before = after;
      caller.sandbox.clock.advance([HOUR / 2, 5 * HOUR, DAY][step % 3] as number);
    }
  }, 60_000);

  it('belong to the instant: books of an earlier one stay, also after a switch was turned', async () => {
    const caller = await small({ orders: 6000, faults: 'late-visible:0.5,late-change:0.5,unknown-codes:0.5' });
    const then = caller.sandbox.books();
    await caller.door('faults', { faults: '' });
    caller.sandbox.clock.advance(12 * HOUR);
    const all = caller.sandbox.books();
    expect(caller.sandbox.books(NOW - 1)).not.toEqual(all);
    expect(byKey(caller.sandbox.books(NOW + 1)).size).toBeGreaterThan(then.length);
    const early = await small({ orders: 6000, faults: 'late-visible:0.5,late-change:0.5,unknown-codes:0.5' });
    expect(caller.sandbox.books(NOW - 1)).toEqual(early.sandbox.books(NOW - 1));
  });
});

describe('missing-detail', () => {
  it('keeps details of listed keys back for hours, then gives them', async () => {
    const caller = await small({ orders: 6000 });
    await caller.door('faults', { faults: 'missing-detail:0.5' });
    const recent = caller.sandbox.books().filter((row) => row.update_time > NOW - 1800);
    const missing = async () => {
      let count = 0;
      for (const row of recent) if ((await detailOf(caller, row)).errcode === 10024006) count++;
      return count;
    };
    const keys = await caller.orderKeys({ update_time_range: { start_time: NOW - 1800 } });
    for (const row of recent) expect(keys).toContain(keyOf(row));
    const before = await missing();
    expect(before).toBeGreaterThan(0);
    expect(await hits(caller, 'missing-detail')).toBe(before);
    // Nobody is hit for ever: a row keeps its hours counted from its last change.
    caller.sandbox.clock.advance(40 * DAY);
    expect(await missing()).toBe(0);
  });
});

describe('late-visible', () => {
  it('keeps orders out of lists, details and books for hours', async () => {
    const all = (await small({ orders: 6000 })).sandbox.books();
    const caller = await small({ orders: 6000, faults: 'late-visible:0.5' });
    const fewer = caller.sandbox.books();
    expect(fewer.length).toBeLessThan(all.length);
    const keys = await caller.orderKeys({ update_time_range: { start_time: NOW - DAY } });
    expect(keys).toHaveLength(fewer.filter((row) => row.update_time >= NOW - DAY).length);
    expect(await hits(caller, 'late-visible')).toBeGreaterThan(0);
    const there = byKey(fewer);
    const hidden = all.find((row) => !there.has(keyOf(row)))!;
    expect(await detailOf(caller, hidden)).toMatchObject({ errcode: 10024006 });
    caller.sandbox.clock.advance(7 * HOUR);
    expect(byKey(caller.sandbox.books()).has(keyOf(hidden))).toBe(true);
  });

  it('leaves alone what was seen before, and shows the rest when it is turned off', async () => {
    const caller = await small({ orders: 6000 });
    const before = caller.sandbox.books();
    await caller.door('faults', { faults: 'late-visible' });
    expect(caller.sandbox.books()).toEqual(before);
    caller.sandbox.clock.advance(HOUR);
    expect(caller.sandbox.books()).toHaveLength(before.length);
    await caller.door('faults', { faults: '' });
    expect(caller.sandbox.books().length).toBeGreaterThan(before.length);
  });
});

describe('late-change', () => {
  it('shows the old state in lists, details and books for one to six hours, then the new one with its older time', async () => {
    const [caller, plain] = [await small({ orders: 6000 }), await small({ orders: 6000 })];
    const before = byKey(caller.sandbox.books());
    await caller.door('faults', { faults: 'late-change' });
    for (const each of [caller, plain]) each.sandbox.clock.advance(HOUR - 60);
    const now = caller.sandbox.clock.now();
    const truth = plain.sandbox.books().filter((row) => before.has(keyOf(row)) && row.update_time > NOW);
    expect(truth.length).toBeGreaterThan(5);
    const shown = byKey(caller.sandbox.books());
    for (const row of truth) {
      expect(shown.get(keyOf(row))).toEqual(before.get(keyOf(row)));
      expect((await detailOf(caller, row)).commssion_order.update_time).toBe(before.get(keyOf(row))?.update_time);
    }
    expect(await hits(caller, 'late-change')).toBeGreaterThanOrEqual(truth.length);
    const listed = await caller.orderKeys({ update_time_range: { start_time: NOW + 1, end_time: now } });
    for (const row of truth) expect(listed).not.toContain(keyOf(row));
    for (const each of [caller, plain]) each.sandbox.clock.advance(6 * HOUR);
    const later = byKey(caller.sandbox.books());
    for (const row of truth) expect(later.get(keyOf(row))?.update_time).toBeGreaterThanOrEqual(row.update_time);
    const only = truth.filter((row) => byKey(plain.sandbox.books()).get(keyOf(row))?.update_time === row.update_time);
    const late = await caller.orderKeys({ update_time_range: { start_time: NOW + 1, end_time: now } });
    expect(only.length).toBeGreaterThan(0);
    for (const row of only) expect(late).toContain(keyOf(row));
  });

  it('takes nothing back and shows everything when it is turned off; money never waits', async () => {
    const [caller, plain] = [await small({ orders: 6000 }), await small({ orders: 6000 })];
    await caller.door('faults', { faults: 'late-change' });
    for (const each of [caller, plain]) each.sandbox.clock.advance(HOUR / 2);
    expect(caller.sandbox.books()).not.toEqual(plain.sandbox.books());
    expect(await caller.door('books/balance')).toEqual(await plain.door('books/balance'));
    await caller.door('faults', { faults: '' });
    expect(caller.sandbox.books()).toEqual(plain.sandbox.books());
    await expectTold(caller);
  });
});

describe('stale-detail', () => {
  it('gives the state before now and then, of orders that changed lately; books and lists have the newest', async () => {
    const caller = await small({ orders: 6000 });
    await caller.door('faults', { faults: 'stale-detail:0.5' });
    const books = caller.sandbox.books();
    const changed = books.filter((row) => row.states > 1 && row.update_time > NOW - HOUR);
    let stale = 0;
    let fresh = 0;
    for (let i = 0; i < 10; i++) {
      for (const row of changed) {
        const reply = await detailOf(caller, row);
        if (reply.commssion_order.update_time < row.update_time) stale++;
        else {
          fresh++;
          expect(asBook(reply, row.states)).toEqual(row);
        }
      }
    }
    expect(stale).toBeGreaterThan(0);
    expect(fresh).toBeGreaterThan(0);
    expect(await hits(caller, 'stale-detail')).toBe(stale);
    expect(caller.sandbox.books()).toEqual(books);
    const settled = books.filter((row) => row.update_time < NOW - 2 * HOUR).slice(-50);
    for (const row of settled) expect(asBook(await detailOf(caller, row), row.states)).toEqual(row);
  });
});

describe('unknown-codes', () => {
  it('stand in one field for a while, the same in every detail and in the books, and move the update time', async () => {
    const caller = await small({ orders: 3000, faults: 'unknown-codes:0.5' });
    const known = { status: [20, 100, 200], order_status: [10, 12, 17, 20, 21, 30, 31, 100, 200, 250] };
    const isOdd = (row: BookLine) =>
      !known.status.includes(row.commission_status) ||
      !known.order_status.includes(row.order_status) ||
      ![null, 0, 1, 7].includes(row.promotion_channel) ||
      ![null, 0, 3, 4, 6].includes(row.channel_type);
    const odd = caller.sandbox.books().filter(isOdd);
    expect(odd.length).toBeGreaterThan(10);
    for (const row of odd) {
      for (let i = 0; i < 2; i++) expect(asBook(await detailOf(caller, row), row.states)).toEqual(row);
    }
    expect(await hits(caller, 'unknown-codes')).toBe(2 * odd.length);
    const fields = odd.map((row) => [
      known.status.includes(row.commission_status),
      known.order_status.includes(row.order_status),
      [null, 0, 1, 7].includes(row.promotion_channel),
    ]);
    for (const field of [0, 1, 2])
      expect(new Set(fields.map((each) => each[field])), `${field}`).toEqual(new Set([true, false]));
    caller.sandbox.clock.advance(3 * DAY);
    const later = byKey(caller.sandbox.books());
    for (const row of odd) {
      const now = later.get(keyOf(row))!;
      expect(isOdd(now)).toBe(false);
      expect(now.update_time).toBeGreaterThan(row.update_time);
    }
  });
});

describe('shifting-pages', () => {
  /** Keys of all pages, read naively, with another page size if wanted. */
  const naive = async (caller: Caller, end: number): Promise<string[]> => {
    const keys: string[] = [];
    let next = '';
    do {
      const page: Reply = await caller.call(ORDER_LIST, {
        page_size: 10,
        next_key: next,
        update_time_range: { start_time: end - 20 * DAY, end_time: end },
      });
      expect(page.errcode).toBe(0);
      keys.push(...page.list.map(keyOf));
      next = page.next_key;
      expect(page.has_more).toBe(next !== '');
    } while (next !== '');
    return keys;
  };

  it('moves rows on while a list is read, so that a plain reader misses others, and the books know', async () => {
    const caller = await small();
    const before = byKey(caller.sandbox.books());
    await caller.door('faults', { faults: 'shifting-pages:0.5' });
    const keys = new Set(await naive(caller, NOW - DAY));
    const strikes = await hits(caller, 'shifting-pages');
    expect(strikes).toBeGreaterThan(3);
    const after = byKey(caller.sandbox.books());
    const moved = [...after.values()].filter((row) => row.update_time !== before.get(keyOf(row))?.update_time);
    expect(moved).toHaveLength(strikes);
    for (const row of moved) {
      const old = before.get(keyOf(row))!;
      expect(row).toEqual({ ...old, update_time: NOW, states: old.states + 1 });
      expect(asBook(await detailOf(caller, row), row.states)).toEqual(row);
    }
    const inRange = [...before.values()].filter(
      (row) => row.update_time >= NOW - 21 * DAY && row.update_time <= NOW - DAY,
    );
    const missed = inRange.filter((row) => !keys.has(keyOf(row)));
    expect(missed).toHaveLength(strikes);
    // But for those that slipped forward and were moved on in their turn.
    const stayed = missed.filter((row) => !moved.some((other) => keyOf(other) === keyOf(row)));
    expect(stayed.length).toBeGreaterThan(1);
    for (const row of stayed) expect(after.get(keyOf(row))).toEqual(row);
    // Moved rows are found where they went.
    const late = await caller.orderKeys({ update_time_range: { start_time: NOW, end_time: NOW } });
    for (const row of moved) expect(late).toContain(keyOf(row));
  });

  it('counts rows exactly, also when the world moves between pages, and leaves lists by create time alone', async () => {
    const caller = await small({ orders: 1500 });
    await caller.door('faults', { faults: 'shifting-pages:0.0000001' });
    const keys: string[] = [];
    let next = '';
    const list = () =>
      caller.sandbox
        .books()
        .filter((row) => row.update_time >= NOW - 20 * DAY && row.update_time <= NOW)
        .sort((a, b) => a.update_time - b.update_time || (keyOf(a) < keyOf(b) ? -1 : 1))
        .map(keyOf);
    for (let i = 0; ; i++) {
      const body = { page_size: 30, next_key: next, update_time_range: { start_time: NOW - 20 * DAY, end_time: NOW } };
      const page = await caller.call(ORDER_LIST, body);
      expect(page.list.map(keyOf)).toEqual(list().slice(keys.length, keys.length + 30));
      keys.push(...page.list.map(keyOf));
      next = page.next_key;
      if (next === '') break;
      if (i % 2 === 0) caller.sandbox.clock.advance(HOUR);
    }
    await caller.door('faults', { faults: 'shifting-pages' });
    const all = caller.sandbox.books().map(keyOf).sort();
    expect((await caller.orderKeys({ create_time_range: { start_time: 0 } })).sort()).toEqual(all);
    expect(await hits(caller, 'shifting-pages')).toBe(0);
  });

  it('remembers what it moved', async () => {
    const caller = await small();
    await caller.door('faults', { faults: 'shifting-pages' });
    await naive(caller, NOW - DAY);
    const books = caller.sandbox.books();
    caller.sandbox.clock.advance(DAY);
    caller.sandbox.books();
    caller.sandbox.clock.set(NOW);
    expect(caller.sandbox.books()).toEqual(books);
  });
});
