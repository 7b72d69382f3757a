import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LedgerFacts, type PayeeAmount, payeeLedgers } from '../../../electron/service/payee/ledgers.ts';
import { memberBook, ownPayee } from '../../../electron/service/payee/member.ts';
import type { OwedMonth } from '../../../electron/service/payee/owed.ts';
import { adjustmentsOf, type StandingRow } from '../../../electron/service/settlement/adjustment.ts';
import { type SettlementLine, settlementLine } from '../../../electron/service/settlement/line.ts';
import { payerBook } from '../../../electron/service/settlement/payer.ts';
import { ruleBook } from '../../../electron/service/settlement/split-rule.ts';
import { sumFen } from '../../../shared/money.ts';
import { shareOf } from '../../../shared/rate.ts';
import { type Period, periodOf, periodRange } from '../../../shared/time.ts';
import { orderRow, promoterId } from '../../support/settlement-rows.ts';

const MONTHS: readonly Period[] = ['2026-08', '2026-09', '2026-10', '2026-11'];
const PROMOTERS = [promoterId(0), promoterId(1), promoterId(3), promoterId(5)];

describe('a ledger', () => {
  const month = (period: Period, sales_fen: number, adjustments_fen = 0): OwedMonth => ({
    period,
    owed: new Map([['wxp', { rows: 1, sale_rows: 1, sales_fen, adjustments_fen }]]),
  });
  const ledgerOf = (months: OwedMonth[], more: Partial<LedgerFacts> = {}) =>
    payeeLedgers({ months, members: memberBook([]), write_offs: [], payments: [], ...more }).get(ownPayee('wxp'))!;

  it('carries what is not paid over to the next month, debts too', () => {
    const ledger = ledgerOf([month('2026-09', 100), month('2026-10', 50, -180), month('2026-11', 70)]);
    expect(ledger.month('2026-09')).toMatchObject({ opening_fen: 0, closing_fen: 100 });
    expect(ledger.month('2026-10')).toMatchObject({ opening_fen: 100, adjustments_fen: -180, closing_fen: -30 });
    expect(ledger.month('2026-11')).toMatchObject({ opening_fen: -30, sales_fen: 70, closing_fen: 40 });
    expect(ledger.month('2026-12')).toMatchObject({ opening_fen: 40, rows: 0, closing_fen: 40 });
    expect(ledger.month('2020-01')).toMatchObject({ opening_fen: 0, closing_fen: 0 });
    expect(ledger.balance_fen).toBe(40);
  });

  it('says what of a month can still be paid after all that came since', () => {
    const ledger = ledgerOf([month('2026-09', 100), month('2026-10', 0, -180), month('2026-11', 200)]);
    expect(ledger.leastSince('2026-09')).toBe(-80);
    expect(ledger.leastSince('2026-11')).toBe(120);
  });

  it('says what of a debt later months have not netted yet', () => {
    const ledger = ledgerOf([month('2026-09', 0, -100), month('2026-10', 30), month('2026-11', 100)]);
    expect(ledger.mostSince('2026-09')).toBe(30);
    expect(ledgerOf([month('2026-09', 0, -100), month('2026-10', 30)]).mostSince('2026-09')).toBe(-70);
  });

  it('knows since when a balance is negative', () => {
    const ledger = ledgerOf([month('2026-08', 10), month('2026-09', 0, -100), month('2026-11', 5)]);
    expect(ledger.negativeSince('2026-08')).toBeNull();
    expect(ledger.negativeSince('2026-10')).toBe('2026-09');
    expect(ledger.negativeSince('2026-11')).toBe('2026-09');
  });

  it('counts what was paid on a month that was opened again, and so shows it as paid too much', () => {
    const ledger = ledgerOf([month('2026-10', 40)], {
      payments: [{ payee_id: ownPayee('wxp'), period: '2026-09', amount_fen: 100 }],
    });
    expect(ledger.month('2026-10')).toMatchObject({ opening_fen: -100, closing_fen: -60 });
  });

  it('refuses sums that cannot be exact', () => {
    expect(() => ledgerOf([month('2026-09', Number.MAX_SAFE_INTEGER), month('2026-10', 1)])).toThrow('safe range');
  });
});

/** How an order stands at one of the closings. */
const state = fc.record({
  fee: fc.integer({ min: 0, max: 30_000 }),
  commission: fc.constantFrom(20, 100, 100, 100, 200),
  refunded: fc.boolean(),
  review: fc.constantFrom('open', 'open', 'approved', 'held', 'excluded'),
});
type State = typeof state extends fc.Arbitrary<infer S> ? S : never;
const history = fc.record({
  orders: fc.array(
    fc.record({
      promoter: fc.constantFrom(null, ...PROMOTERS),
      month: fc.nat({ max: MONTHS.length - 1 }),
      states: fc.array(state, { minLength: MONTHS.length, maxLength: MONTHS.length }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  ratio: fc.integer({ min: 0, max: 1_000_000 }),
  members: fc.array(
    fc.record({
      promoter_appid: fc.constantFrom(...PROMOTERS),
      from_period: fc.constantFrom(...MONTHS),
      payee_id: fc.constantFrom('payee:a', 'payee:b', ownPayee(PROMOTERS[1]!)),
    }),
    { maxLength: 4 },
  ),
  /** What is paid or written off behind each closing, in thousandths of what may be. */
  deeds: fc.array(fc.record({ month: fc.nat({ max: MONTHS.length - 1 }), part: fc.nat({ max: 1000 }) }), {
    maxLength: 12,
  }),
});

function standing(state: State, promoter: string | null, period: Period): StandingRow {
  const at = periodRange(period)!.from + 1000;
  const passed = promoter === promoterId(0) ? shareOf(state.fee, 500_000) : 0;
  const base = orderRow({
    channel: promoter === null ? 'talent' : 'promoter',
    promoter_appid: promoter,
    promoter_amount_fen: promoter === null ? null : passed,
    agency_amount_fen: promoter === null ? null : state.fee,
    service_total_fen: state.fee,
    service_amount_fen: state.fee - passed,
    commission_status: state.commission,
    order_status: state.refunded ? 200 : 100,
    settled_at: at,
    created_at: at - 100,
  });
  return {
    ...base,
    review_state: state.review as never,
    refunded: state.refunded ? 1 : 0,
    refunded_at: 5,
    decided_at: 9,
  };
}

/** The lines of every closing, one closing after the other, as the books write them. */
function closings({ orders, ratio }: typeof history extends fc.Arbitrary<infer H> ? H : never) {
  const context = {
    rules: ruleBook([
      { promoter_appid: null, product_id: null, ratio_ppm: ratio, from_day: '2020-01-01', to_day: null },
    ]),
    payers: payerBook(
      PROMOTERS.map((promoter_appid, n) => ({ promoter_appid, payer: n === 0 ? 0 : 1 })),
      [],
    ),
  };
  const booked = orders.map((): SettlementLine[] => []);
  const lines = new Map<Period, SettlementLine[]>();
  MONTHS.forEach((period, now) => {
    const frozen: SettlementLine[] = [];
    orders.forEach(({ promoter, month, states }, n) => {
      if (month > now) return;
      const row = standing(states[now]!, promoter, MONTHS[month]!);
      const before = booked[n]!;
      const home = periodOf(row.settled_at!);
      const fresh =
        before.length === 0 && month === now
          ? row.commission_status === 100
            ? [settlementLine(row, context)]
            : []
          : adjustmentsOf(row, { home, booked: before }, context);
      before.push(...fresh);
      frozen.push(...fresh);
    });
    lines.set(period, frozen);
  });
  return { lines };
}

function owedMonth(period: Period, lines: readonly SettlementLine[]): OwedMonth {
  const owed = new Map<string, { rows: number; sale_rows: number; sales_fen: number; adjustments_fen: number }>();
  for (const line of lines) {
    if (line.promoter_appid === null) continue;
    const one = owed.get(line.promoter_appid) ?? { rows: 0, sale_rows: 0, sales_fen: 0, adjustments_fen: 0 };
    one.rows += 1;
    const amount = line.promoter_payer === 1 ? (line.promoter_owed_fen ?? 0) : 0;
    if (line.kind === 'sale') one.sales_fen += amount;
    else one.adjustments_fen += amount;
    owed.set(line.promoter_appid, one);
  }
  return { period, owed };
}

describe('10,000 random histories with refunds before and after their months are closed', () => {
  it('give statements that sum to their month, and ledgers that sum to everything booked, paid and given up', () => {
    fc.assert(
      fc.property(history, (given) => {
        const { lines } = closings(given);
        const months = MONTHS.map((period) => owedMonth(period, lines.get(period)!));
        const members = memberBook(given.members);
        const payments: PayeeAmount[] = [];
        const write_offs: PayeeAmount[] = [];
        const ledgers = () => payeeLedgers({ months, members, write_offs, payments });
        for (const { month, part } of given.deeds) {
          const period = MONTHS[month]!;
          for (const [payee_id, ledger] of ledgers()) {
            const left = Math.max(0, ledger.leastSince(period));
            const debt = Math.max(0, -ledger.mostSince(period));
            const amount_fen = Math.floor(((left || debt) * part) / 1000);
            if (amount_fen > 0) (left > 0 ? payments : write_offs).push({ payee_id, period, amount_fen });
          }
        }

        const all = ledgers();
        const sum = (of: (payee: string) => number) => sumFen([...all.keys()].map(of));
        for (const period of MONTHS) {
          const at = (payee: string) => all.get(payee)!.month(period);
          const of = (kind: 'sale' | 'adjustment') =>
            sumFen(lines.get(period)!.map((line) => (line.kind === kind ? (line.promoter_owed_fen ?? 0) : 0)));
          expect(sum((payee) => at(payee).sales_fen)).toBe(of('sale'));
          expect(sum((payee) => at(payee).adjustments_fen)).toBe(of('adjustment'));
          for (const payee of all.keys()) {
            const { opening_fen, sales_fen, adjustments_fen, write_offs_fen, paid_fen, closing_fen } = at(payee);
            expect(opening_fen + sales_fen + adjustments_fen + write_offs_fen - paid_fen).toBe(closing_fen);
          }
        }
        const booked = [...lines.values()].flat();
        const paid = sumFen(payments.map(({ amount_fen }) => amount_fen));
        const given_up = sumFen(write_offs.map(({ amount_fen }) => amount_fen));
        expect(sum((payee) => all.get(payee)!.balance_fen)).toBe(
          sumFen(booked.map((line) => line.promoter_owed_fen ?? 0)) - paid + given_up,
        );
        // Splits sum to the whole: what the institution keeps and what it owes is what it was given.
        for (const line of booked)
          expect((line.net_fen ?? 0) + (line.promoter_owed_fen ?? 0)).toBe(line.service_amount_fen ?? 0);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it('leave in all ledgers together exactly what the orders stand for at the end', () => {
    fc.assert(
      fc.property(history, (given) => {
        const { lines } = closings(given);
        const months = MONTHS.map((period) => owedMonth(period, lines.get(period)!));
        const all = payeeLedgers({ months, members: memberBook(given.members), write_offs: [], payments: [] });
        const last = MONTHS.length - 1;
        const standingFee = given.orders.map(({ promoter, month, states }) => {
          const row = standing(states[last]!, promoter, MONTHS[month]!);
          return row.commission_status === 100 ? (row.service_amount_fen ?? 0) : 0;
        });
        const booked = [...lines.values()].flat();
        expect(sumFen(booked.map((line) => line.service_amount_fen ?? 0))).toBe(sumFen(standingFee));
        const nets = sumFen(booked.map((line) => line.net_fen ?? 0));
        expect(sumFen([...all.values()].map((ledger) => ledger.balance_fen))).toBe(sumFen(standingFee) - nets);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);
});
