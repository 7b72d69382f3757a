import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adjustmentsOf, CORRECTED, type StandingRow } from '../../../electron/service/settlement/adjustment.ts';
import { brokenClosing } from '../../../electron/service/settlement/chain.ts';
import { closedLines, closedMonths } from '../../../electron/service/settlement/closed.ts';
import {
  type SettlementContext,
  type SettlementLine,
  settlementLine,
} from '../../../electron/service/settlement/line.ts';
import { payerBook } from '../../../electron/service/settlement/payer.ts';
import { ruleBook } from '../../../electron/service/settlement/split-rule.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { shareOf } from '../../../shared/rate.ts';
import { type Period, periodOf, periodRange } from '../../../shared/time.ts';
import {
  closeMonth,
  orderRow,
  promoterId,
  randomOf,
  temporaryStore,
  writePromoters,
  writeRows,
} from '../../support/settlement-rows.ts';

const rule = { promoter_appid: null, product_id: null, ratio_ppm: 333_333, from_day: '2026-01-01', to_day: null };
const contextOf = (ratio: number): SettlementContext => ({
  rules: ruleBook([{ ...rule, ratio_ppm: ratio }]),
  payers: payerBook(
    [
      { promoter_appid: promoterId(0), payer: 0 },
      { promoter_appid: promoterId(1), payer: 1 },
    ],
    [],
  ),
});

/** How a commission order may stand at a closing: what the platform may say of it, and what staff decide. */
const state = fc.record({
  payment: fc.integer({ min: 0, max: 200_000 }),
  commission: fc.constantFrom(20, 100, 100, 100, 200),
  order: fc.constantFrom(100, 100, 200),
  promoter: fc.constantFrom(null, promoterId(0), promoterId(1), promoterId(1)),
  review: fc.constantFrom('open', 'open', 'approved', 'held', 'excluded'),
  /** Rules of today: closed lines must not follow them. */
  ratio: fc.integer({ min: 0, max: 1_000_000 }),
});
type State = typeof state extends fc.Arbitrary<infer S> ? S : never;

function standing({ payment, commission, order, promoter, review }: State): StandingRow {
  const gross = shareOf(payment, 123_456);
  const passed = promoter === promoterId(0) ? shareOf(gross, 500_000) : 0;
  const base = orderRow({
    channel: promoter === null ? 'talent' : 'promoter',
    promoter_appid: promoter,
    promoter_ratio_ppm: promoter === null ? null : 500_000,
    promoter_amount_fen: promoter === null ? null : passed,
    agency_amount_fen: promoter === null ? null : gross,
    actual_payment_fen: payment,
    service_total_fen: gross,
    service_amount_fen: gross - passed,
    commission_status: commission,
    order_status: order,
  });
  return { ...base, review_state: review as never, refunded: order === 200 ? 1 : 0, refunded_at: 5, decided_at: 9 };
}

const sums = (lines: readonly SettlementLine[]) =>
  Object.fromEntries(CORRECTED.map((key) => [key, lines.reduce((sum, line) => sum + (line[key] ?? 0), 0)]));

/** One order through its closings: a sale once it is settled, from then on only what became known. */
function booksOf(history: readonly State[]): {
  lines: SettlementLine[];
  last: StandingRow;
  first: SettlementLine | null;
} {
  const lines: SettlementLine[] = [];
  let last = standing(history[0]!);
  for (const one of history) {
    last = standing(one);
    if (lines.length > 0) lines.push(...adjustmentsOf(last, { home: '2026-10', booked: lines }, contextOf(one.ratio)));
    else if (last.commission_status === 100) lines.push(settlementLine(last, contextOf(one.ratio)));
  }
  return { lines, last, first: lines[0] ?? null };
}

describe('10,000 random histories of an order, with refunds before and after its month is closed', () => {
  const history = fc.array(state, { minLength: 1, maxLength: 7 });

  it('add up to how the order stands: what was booked plus its corrections', () => {
    fc.assert(
      fc.property(history, (states) => {
        const { lines, last, first } = booksOf(states);
        if (first === null) return;
        const booked = sums(lines);
        const settled = last.commission_status === 100;
        expect(booked.service_amount_fen).toBe(settled ? last.service_amount_fen : 0);
        expect(booked.actual_payment_fen).toBe(settled ? last.actual_payment_fen : 0);
        expect(booked.net_fen).toBe(booked.service_amount_fen! - booked.promoter_owed_fen!);
        // A rule that changed afterwards changes nothing while the order is its promoter's.
        if (settled && last.promoter_appid === first.promoter_appid && first.promoter_payer === 1) {
          const refunded = last.order_status === 200 && first.order_status !== 200 && last.review_state !== 'approved';
          const withheld = last.review_state === 'held' || last.review_state === 'excluded' || refunded;
          const whole = shareOf(last.agency_amount_fen ?? 0, first.promoter_ratio_ppm ?? 0);
          expect(booked.promoter_owed_fen).toBe(withheld ? 0 : whole);
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('never correct twice: looking again finds nothing', () => {
    fc.assert(
      fc.property(history, (states) => {
        const { lines, last } = booksOf(states);
        if (lines.length === 0) return;
        const again = adjustmentsOf(last, { home: '2026-10', booked: lines }, contextOf(states.at(-1)!.ratio));
        expect(again).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });

  it('leave each promoter with what is his, also when the order changes hands', () => {
    fc.assert(
      fc.property(history, (states) => {
        const { lines, last } = booksOf(states);
        const owed = new Map<string | null, number>();
        for (const line of lines)
          owed.set(line.promoter_appid, (owed.get(line.promoter_appid) ?? 0) + (line.promoter_owed_fen ?? 0));
        for (const [promoter, amount] of owed) if (promoter !== last.promoter_appid) expect(amount).toBe(0);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('months in the books', () => {
  let store: Store;
  let dir: string;
  let done: () => void;
  beforeEach(async () => {
    ({ store, dir, done } = await temporaryStore());
  });
  afterEach(() => done());

  it('hold together all that was ever settled, whatever changed in between and in whatever order months are closed', async () => {
    const random = randomOf(11);
    const below = (limit: number) => Math.floor(random() * limit);
    const months: Period[] = ['2026-07', '2026-08', '2026-09', '2026-10'];
    writePromoters(store);
    store.run(sql`insert into split_rule (promoter_appid, product_id, ratio_ppm, from_day, set_by, set_at)
      values (null, null, 400000, '2026-01-01', '', 1)`);
    store.run(sql`insert into sync_cursor (resource, known_as_of) values ('orders', 0)`);
    let clock = periodRange(months[0]!)!.from;
    let made = 0;
    const add = (period: Period, count: number) => {
      const { from, to } = periodRange(period)!;
      const rows = Array.from({ length: count }, () => {
        made += 1;
        const promoter = below(3) === 0 ? null : promoterId(below(6));
        const gross = below(5000);
        return orderRow({
          order_id: String(3_701_000_000_000_000_000n + BigInt(made)),
          promoter_appid: promoter,
          channel: promoter === null ? 'talent' : 'promoter',
          promoter_amount_fen: 0,
          agency_amount_fen: promoter === null ? null : gross,
          service_total_fen: gross,
          service_amount_fen: gross,
          settled_at: from + below(to - from),
        });
      });
      writeRows(store, rows);
      store.db.exec(`update commission_order set stands_since = ${clock} where stands_since = 0`);
    };
    const change = (count: number) => {
      for (let n = 0; n < count; n += 1) {
        const id = 1 + below(made);
        const what = [
          'service_amount_fen = service_amount_fen / 2, agency_amount_fen = agency_amount_fen / 2, refunded = 1',
          'commission_status = 200, order_status = 200, refunded = 1, service_amount_fen = 0',
          'order_status = 200, refunded = 1',
          `promoter_appid = '${promoterId(below(6))}'`,
          "review_state = 'excluded'",
        ][below(5)]!;
        store.db.exec(`update commission_order set ${what}, stands_since = ${clock} where id = ${id}`);
      }
    };
    for (const month of months) {
      add(month, 60);
      clock = periodRange(month)!.to + 3600;
      store.run(sql`update sync_cursor set known_as_of = ${clock}`);
      if (month !== months[1]) await closeMonth({ store, dir }, month, { staff: '小李', now: clock });
      clock += 86_400;
      change(25);
      // Late ones of a month that is closed already.
      add(months[0]!, 5);
    }
    const last = periodOf(periodRange('2026-11')!.from);
    clock = periodRange(last)!.to + 3600;
    store.run(sql`update sync_cursor set known_as_of = ${clock}`);
    await closeMonth({ store, dir }, months[1]!, { staff: '小李', now: clock });
    await closeMonth({ store, dir }, last, { staff: '小李', now: clock });

    const ledger = closedMonths(store).reduce(
      (sum, { totals }) => sum + totals.service_amount_fen + totals.adjustment_service_fen,
      0,
    );
    const stands = store.value<number>(
      sql`select sum(service_amount_fen) from commission_order where commission_status = 100`,
    );
    expect(ledger).toBe(stands);
    const lines = closedMonths(store).flatMap(({ closing_id }) => [...closedLines(store, closing_id)]);
    expect(new Set(lines.filter(({ kind }) => kind === 'sale').map(({ order_id }) => order_id)).size).toBe(
      lines.filter(({ kind }) => kind === 'sale').length,
    );
    expect(lines.filter(({ kind }) => kind === 'adjustment').length).toBeGreaterThan(20);
    expect(brokenClosing(store)).toBeNull();
    store.db.exec(`drop trigger closing_line_no_update;
      update closing_line set line = replace(line, '"channel":"talent"', '"channel":"promoter"') where seq = 3`);
    expect(brokenClosing(store)).not.toBeNull();
  }, 60_000);
});
