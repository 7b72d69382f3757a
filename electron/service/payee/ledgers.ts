import { addFen, type Fen } from '../../../shared/money.ts';
import type { Period } from '../../../shared/time.ts';
import type { MemberBook } from './member.ts';
import type { OwedMonth } from './owed.ts';

/** An amount of one payee in one month: positive fen. */
export interface PayeeAmount {
  payee_id: string;
  period: Period;
  amount_fen: Fen;
}

/** Everything that decides what payees are owed. */
export interface LedgerFacts {
  /** Closings that count, by month. */
  months: readonly OwedMonth[];
  members: MemberBook;
  write_offs: Iterable<PayeeAmount>;
  /** What was really paid, in the month whose balance it pays, also when that month was opened again since. */
  payments: Iterable<PayeeAmount>;
}

export interface LedgerMonth {
  rows: number;
  promoters: number;
  opening_fen: Fen;
  sales_fen: Fen;
  adjustments_fen: Fen;
  write_offs_fen: Fen;
  paid_fen: Fen;
  closing_fen: Fen;
}

export interface Ledger {
  /** Of a month without anything the balance is carried over. */
  month(period: Period): LedgerMonth;
  /** Over everything there is. */
  readonly balance_fen: Fen;
  /** What of a month's balance is still there: the least it came to at the end of that month or since. */
  leastSince(period: Period): Fen;
  /** What of a month's debt is still there: the most it came to at the end of that month or since. */
  mostSince(period: Period): Fen;
  /** The month since whose end the balance has been negative up to the end of `period`; null when it is not. */
  negativeSince(period: Period): Period | null;
}

type Cell = Omit<LedgerMonth, 'opening_fen' | 'closing_fen'>;

/** One ledger for every payee with a line, a payment or a write-off. Pure. Throws `MoneyRangeError`. */
export function payeeLedgers({ months, members, write_offs, payments }: LedgerFacts): Map<string, Ledger> {
  const cells = new Map<string, Map<Period, Cell>>();
  const cellOf = (payee: string, period: Period): Cell => {
    const own = cells.get(payee) ?? new Map<Period, Cell>();
    cells.set(payee, own);
    const cell = own.get(period) ?? { ...EMPTY };
    own.set(period, cell);
    return cell;
  };
  for (const { period, owed } of months)
    for (const [promoter, one] of owed) {
      const cell = cellOf(members.of(promoter, period), period);
      cell.rows += one.rows;
      cell.promoters += 1;
      cell.sales_fen = addFen(cell.sales_fen, one.sales_fen);
      cell.adjustments_fen = addFen(cell.adjustments_fen, one.adjustments_fen);
    }
  for (const { payee_id, period, amount_fen } of write_offs) {
    const cell = cellOf(payee_id, period);
    cell.write_offs_fen = addFen(cell.write_offs_fen, amount_fen);
  }
  for (const { payee_id, period, amount_fen } of payments) {
    const cell = cellOf(payee_id, period);
    cell.paid_fen = addFen(cell.paid_fen, amount_fen);
  }
  return new Map([...cells].map(([payee, own]) => [payee, ledgerOf(own)]));
}

const EMPTY: Cell = { rows: 0, promoters: 0, sales_fen: 0, adjustments_fen: 0, write_offs_fen: 0, paid_fen: 0 };

/** The ledger of a payee nothing was ever booked for. */
export const NO_LEDGER: Ledger = ledgerOf(new Map());

function ledgerOf(cells: ReadonlyMap<Period, Cell>): Ledger {
  let balance = 0;
  const periods = [...cells.keys()].sort();
  const months = periods.map((period): LedgerMonth => {
    const cell = cells.get(period)!;
    const opening_fen = balance;
    for (const amount of [cell.sales_fen, cell.adjustments_fen, cell.write_offs_fen, -cell.paid_fen])
      balance = addFen(balance, amount);
    return { ...cell, opening_fen, closing_fen: balance };
  });
  const at = (period: Period) => periods.findLastIndex((one) => one <= period);
  const closingAt = (index: number) => months[index]?.closing_fen ?? 0;
  const since = (period: Period) => {
    const first = at(period);
    return [closingAt(first), ...months.slice(first + 1).map(({ closing_fen }) => closing_fen)];
  };
  return {
    balance_fen: balance,
    month(period) {
      const index = at(period);
      if (periods[index] === period) return months[index]!;
      return { ...EMPTY, opening_fen: closingAt(index), closing_fen: closingAt(index) };
    },
    leastSince: (period) => Math.min(...since(period)),
    mostSince: (period) => Math.max(...since(period)),
    negativeSince(period) {
      let first = at(period);
      if (closingAt(first) >= 0) return null;
      while (closingAt(first - 1) < 0) first -= 1;
      return periods[first]!;
    },
  };
}
