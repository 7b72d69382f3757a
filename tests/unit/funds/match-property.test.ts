import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgedKeys } from '../../../electron/service/funds/judged.ts';
import { fundsMatch } from '../../../electron/service/funds/match.ts';
import { judgedMonth } from '../../../electron/service/funds/month.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { periodOf } from '../../../shared/time.ts';
import { temporaryStore } from '../../support/settlement-rows.ts';
import { type MatchWorld, MONTHS, matchWorld, type PlainRow, plainMatch } from './match-world.ts';
import { writeWorld } from './write-world.ts';

let store: Store;
let done: () => void;
beforeAll(async () => {
  ({ store, done } = await temporaryStore());
});
afterAll(() => done());

function found(month: string): PlainRow[] {
  return judgedMonth(store, month)
    .map(({ order_id: _, ...row }) => row)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

const add = (amounts: readonly (number | null)[]) => amounts.reduce<number>((sum, one) => sum + (one ?? 0), 0);

describe('the match of any books, flows and files', () => {
  it('is what three lists on paper give, month by month, and adds up to the same sums', () => {
    fc.assert(
      fc.property(matchWorld, (world) => {
        writeWorld(store, world);
        const keys = new Set<string>();
        for (const month of MONTHS) {
          const plain = plainMatch(world, month);
          expect(found(month)).toEqual(plain);
          for (const { key } of plain) {
            expect(keys.has(key)).toBe(false);
            keys.add(key);
          }
          expectSums(world, month, plain);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('judges single orders as it judges their month', () => {
    fc.assert(
      fc.property(matchWorld, (world) => {
        writeWorld(store, world);
        const plain = MONTHS.flatMap((month) => plainMatch(world, month));
        const alone = store.all<PlainRow>(
          sql`${judgedKeys(
            store,
            plain.map(({ key }) => key),
          )} select key, state, books_fen, flows_fen, file_fen,
            difference_fen, file_difference_fen from judged order by key`,
        );
        expect(alone).toEqual(
          plain
            .map(({ key, state, books_fen, flows_fen, file_fen, difference_fen, file_difference_fen }) => ({
              key,
              state,
              books_fen,
              flows_fen,
              file_fen,
              difference_fen,
              file_difference_fen,
            }))
            .sort((a, b) => (a.key < b.key ? -1 : 1)),
        );
      }),
      { numRuns: 100 },
    );
  });
});

function expectSums(world: MatchWorld, month: string, plain: PlainRow[]): void {
  const match = fundsMatch(store, month);
  const files = plain.filter(({ file_fen }) => file_fen !== null);
  const here = world.flows.filter(({ booked, seen }) => periodOf(booked ?? seen) === month);
  expect(match).toMatchObject({
    orders: plain.length,
    books_fen: add(plain.map(({ books_fen }) => books_fen)),
    flows_fen: add(plain.map(({ flows_fen }) => flows_fen)),
    file_fen: files.length > 0 ? add(files.map(({ file_fen }) => file_fen)) : null,
    settled_fen: add(
      world.orders
        .filter(({ status, settled }) => status === 100 && settled !== null && periodOf(settled) === month)
        .map(({ fen }) => fen),
    ),
    booked_fen: add(
      here.map(({ type, fen }) => (fen === null ? 0 : type === 2 ? fen : type === 3 ? -Math.abs(fen) : 0)),
    ),
    unread_flows: world.flows.filter(({ fen }) => fen === null).length,
  });
  expect(add(match.states.map(({ orders }) => orders))).toBe(plain.length);
  for (const { state, orders, difference_fen } of match.states) {
    const among = plain.filter((row) => row.state === state);
    expect([orders, difference_fen]).toEqual([among.length, add(among.map((row) => row.difference_fen))]);
  }
  for (const { from_days, to_days, flow_missing, order_missing } of match.ages)
    for (const [state, { orders, amount_fen }] of Object.entries({ flow_missing, order_missing })) {
      const among = plain.filter(
        (row) =>
          row.state === state &&
          row.age_days !== null &&
          row.age_days >= from_days &&
          (to_days === null || row.age_days <= to_days),
      );
      expect([orders, amount_fen]).toEqual([among.length, add(among.map((row) => row.difference_fen))]);
    }
  const others = here.filter(({ type, fen }) => fen !== null && type !== 2 && type !== 3);
  expect(add(match.other_flows.map(({ flows }) => flows))).toBe(others.length);
  expect(add(match.other_flows.map(({ amount_fen }) => amount_fen))).toBe(add(others.map(({ fen }) => fen)));
}
