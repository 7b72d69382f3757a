import type { PayoutItem, ResultRefusal } from '../../../shared/contract/payout.ts';
import type { Fen } from '../../../shared/money.ts';
import type { ResultRow } from './result-file.ts';

/** A payment of the batch with the account it went to; null where the account cannot be opened. */
export type MatchItem = Pick<PayoutItem, 'payee_id' | 'remark' | 'amount_fen' | 'state' | 'paid_fen'> & {
  account: { account_no: string; account_name: string } | null;
};

export interface Matched {
  row: ResultRow;
  payee_id: string;
  paid_fen: Fen;
  /** The books say so already. */
  known: boolean;
}

export interface Matching {
  matched: Matched[];
  refused: { row: ResultRow; reason: ResultRefusal }[];
}

/**
 * Which row tells of which payment: by the remark of ours, else by account, name and amount. A row that fits none or
 * several, or a payment with several rows, is left to a person. Pure.
 */
export function matchResults(items: readonly MatchItem[], rows: readonly ResultRow[]): Matching {
  const refused: Matching['refused'] = [];
  const byPayee = new Map<string, Matched[]>();
  for (const row of rows) {
    const found = matchRow(items, row);
    if (typeof found === 'string') refused.push({ row, reason: found });
    else byPayee.set(found.payee_id, [...(byPayee.get(found.payee_id) ?? []), found]);
  }
  const matched: Matched[] = [];
  for (const found of byPayee.values()) {
    if (found.length === 1) matched.push(found[0]!);
    else refused.push(...found.map(({ row }) => ({ row, reason: 'twice_in_file' as const })));
  }
  return { matched, refused: refused.sort((a, b) => a.row.row - b.row.row) };
}

function matchRow(items: readonly MatchItem[], row: ResultRow): Matched | ResultRefusal {
  if (row.amount_fen === 'unreadable' || row.paid_fen === 'unreadable') return 'amount_unreadable';
  if (row.remarks.length > 1) return 'fits_several';
  const parties = row.remarks.length > 0 ? byRemark(items, row) : byAccount(items, row);
  if (parties.length === 0) return 'fits_nothing';
  const named = row.amount_fen;
  const fitting = named === null ? parties : parties.filter(({ amount_fen }) => amount_fen === named);
  if (fitting.length === 0) return 'amount_differs';
  if (fitting.length > 1) return 'fits_several';
  const item = fitting[0]!;
  const paid = paidOf(row, item);
  if (typeof paid === 'string') return paid;
  const known = item.state !== 'waiting';
  if (known && item.paid_fen !== paid) return 'has_result';
  return { row, payee_id: item.payee_id, paid_fen: paid, known };
}

/** An account that is another one speaks against the remark. */
function byRemark(items: readonly MatchItem[], { remarks, account }: ResultRow): MatchItem[] {
  return items.filter(
    (item) =>
      remarks.includes(item.remark) &&
      (account === null || item.account === null || isSameAccount(item.account.account_no, account)),
  );
}

/** Without a remark the amount has to be there as well: one account may get several payments. */
function byAccount(items: readonly MatchItem[], { account, name, amount_fen }: ResultRow): MatchItem[] {
  if (account === null || amount_fen === null) return [];
  return items.filter(
    (item) =>
      item.account !== null &&
      isSameAccount(item.account.account_no, account) &&
      (name === null || fitsMasked(plain(item.account.account_name), plain(name))),
  );
}

function paidOf({ said, paid_fen }: ResultRow, { amount_fen }: MatchItem): Fen | ResultRefusal {
  if (paid_fen === 'unreadable') return 'amount_unreadable';
  if (paid_fen !== null && paid_fen > amount_fen) return 'amount_differs';
  switch (said) {
    case 'processing':
      return 'still_processing';
    case 'failed':
      return paid_fen ? 'result_unknown' : 0;
    case 'paid':
      return paid_fen ?? amount_fen;
    case 'partly_paid':
    case null:
      return paid_fen ?? 'result_unknown';
    default:
      return 'result_unknown';
  }
}

/** Banks hide the middle of a number; what they show must be the same, and its last four digits among it. */
function isSameAccount(own: string, told: string): boolean {
  const theirs = plain(told);
  return (!theirs.includes('*') || /[^*]{4}$/.test(theirs)) && fitsMasked(plain(own), theirs);
}

/** A run of `*` stands for anything. */
function fitsMasked(own: string, told: string): boolean {
  if (!told.includes('*')) return own === told;
  const parts = told.split(/\*+/);
  const [head = '', tail = ''] = [parts[0], parts.at(-1)];
  return parts.length === 2 && own.length >= head.length + tail.length && own.startsWith(head) && own.endsWith(tail);
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase();
}
