import type { PayeeBalance } from '../../../shared/contract/payee.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { addFen, type Fen } from '../../../shared/money.ts';
import { SPLIT_PAYER } from '../../../shared/status.ts';
import type { Period } from '../../../shared/time.ts';
import { closedMonth } from '../settlement/closed.ts';
import { rangeOf } from '../settlement/source.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { openFen, type PayeeBooks, payeeBooks } from './facts.ts';
import { readMembers } from './member.ts';
import { minimumOf } from './minimum.ts';
import { partyNames, payeeSearch } from './names.ts';

export interface PayeeBalances {
  rows: PayeeBalance[];
  total: PayeeBalance;
}

/**
 * What every payee gets for a closed month: whoever has lines in it, something carried over, paid or written off; the
 * largest balance first. Their sums are those of the closing. Throws `period.invalid` and `period.open`. Ask it in a
 * thread: it reads every line of the month the platform pays for.
 */
export function payeeBalances(reader: StoreReader, period: Period, search?: string | undefined): PayeeBalances {
  rangeOf(period);
  const closed = closedMonth(reader, period);
  if (!closed) throw new DeskError('period.open', { period });
  const books = payeeBooks(reader);
  const names = partyNames(reader);
  const minimum = minimumOf(reader);
  const platform = paidByPlatform(reader, closed.closing_id, period);
  const all = [...books.payees()]
    .map((payeeId) => balanceOf(books, payeeId, period, { name: names.payee(payeeId), minimum: minimum(payeeId) }))
    .map((row) => ({ ...row, platform_fen: platform.get(row.payee_id) ?? 0 }))
    .filter(stands)
    .sort((a, b) => b.closing_fen - a.closing_fen || (a.payee_id < b.payee_id ? -1 : 1));
  const meant = search ? payeeSearch(reader, search) : () => true;
  return { rows: all.filter(({ payee_id }) => meant(payee_id)), total: totalOf(all) };
}

/** One payee's figures of a month, of what the institution pays. */
export function balanceOf(
  books: PayeeBooks,
  payee_id: string,
  period: Period,
  { name, minimum }: { name: string; minimum: Fen },
): PayeeBalance {
  const ledger = books.ledger(payee_id);
  const month = ledger.month(period);
  const left = Math.max(0, ledger.leastSince(period));
  const payable_fen = left >= minimum ? left : 0;
  return {
    payee_id,
    name,
    ...month,
    payable_fen,
    carried: month.closing_fen < 0 ? 'negative' : left > payable_fen ? 'minimum' : null,
    in_payout_fen: Math.min(payable_fen, openFen(books.open(payee_id), period)),
    platform_fen: 0,
  };
}

function stands(row: PayeeBalance): boolean {
  return row.rows > 0 || [row.opening_fen, row.write_offs_fen, row.paid_fen, row.closing_fen].some((fen) => fen !== 0);
}

const SUMMED = [
  'promoters',
  'rows',
  'opening_fen',
  'sales_fen',
  'adjustments_fen',
  'write_offs_fen',
  'paid_fen',
  'closing_fen',
  'payable_fen',
  'in_payout_fen',
  'platform_fen',
] as const satisfies readonly (keyof PayeeBalance)[];

function totalOf(rows: readonly PayeeBalance[]): PayeeBalance {
  const total: PayeeBalance = {
    payee_id: '',
    name: '',
    promoters: 0,
    rows: 0,
    opening_fen: 0,
    sales_fen: 0,
    adjustments_fen: 0,
    write_offs_fen: 0,
    paid_fen: 0,
    closing_fen: 0,
    payable_fen: 0,
    carried: null,
    in_payout_fen: 0,
    platform_fen: 0,
  };
  for (const row of rows) for (const key of SUMMED) total[key] = addFen(total[key], row[key]);
  return total;
}

function paidByPlatform(reader: StoreReader, closingId: number, period: Period): Map<string, Fen> {
  const members = readMembers(reader);
  const paid = new Map<string, Fen>();
  const sums = reader.each<{ promoter_appid: string; amount_fen: Fen | null }>(sql`
    select promoter_appid, sum(line ->> '$.promoter_platform_fen') as amount_fen from closing_line
    where closing_id = ${closingId} and promoter_appid is not null and promoter_payer = ${SPLIT_PAYER.platform}
    group by promoter_appid`);
  for (const { promoter_appid, amount_fen } of sums) {
    const payee = members.of(promoter_appid, period);
    paid.set(payee, addFen(paid.get(payee) ?? 0, amount_fen ?? 0));
  }
  return paid;
}
