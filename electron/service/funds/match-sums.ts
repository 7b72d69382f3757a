import { FUNDS_STATES, type FundsMatch, type FundsState, type Matched } from '../../../shared/contract/funds.ts';
import { addFen, type Fen } from '../../../shared/money.ts';
import type { JudgedRow } from './month.ts';

/** First day of each bar of ages; settlement waits for receipt and after-sale days, so the first weeks are told apart. */
const AGE_FROM = [0, 4, 8, 16, 31, 61] as const;

export type MatchSums = Pick<
  FundsMatch,
  'orders' | 'books_fen' | 'flows_fen' | 'file_fen' | 'states' | 'ages' | 'not_in_file' | 'file_differs'
>;

/** What the rows of a month add up to. Throws `MoneyRangeError` for amounts that cannot be added. */
export function matchSums(rows: readonly JudgedRow[]): MatchSums {
  const books = new Sum();
  const flows = new Sum();
  const file = new Sum();
  const notInFile = new Sum();
  const fileDiffers = new Sum();
  const states = new Map<FundsState, Sum>(FUNDS_STATES.map((state) => [state, new Sum()]));
  const ages = AGE_FROM.map((from) => ({ from, flow_missing: new Sum(), order_missing: new Sum() }));
  for (const row of rows) {
    books.add(row.books_fen);
    flows.add(row.flows_fen);
    file.add(row.file_fen);
    if (row.file_fen === null) notInFile.add(row.books_fen);
    else if (row.file_difference_fen !== 0) fileDiffers.add(row.file_difference_fen);
    states.get(row.state)!.add(row.difference_fen);
    if (row.age_days === null || (row.state !== 'flow_missing' && row.state !== 'order_missing')) continue;
    ages.findLast(({ from }) => row.age_days! >= from)![row.state].add(row.difference_fen);
  }
  return {
    orders: rows.length,
    books_fen: books.fen,
    flows_fen: flows.fen,
    file_fen: file.count === 0 ? null : file.fen,
    states: [...states].map(([state, { count, fen }]) => ({ state, orders: count, difference_fen: fen })),
    ages: ages.map(({ from, flow_missing, order_missing }, at) => ({
      from_days: from,
      to_days: at + 1 < AGE_FROM.length ? AGE_FROM[at + 1]! - 1 : null,
      flow_missing: flow_missing.matched(),
      order_missing: order_missing.matched(),
    })),
    not_in_file: file.count === 0 ? { orders: 0, amount_fen: 0 } : notInFile.matched(),
    file_differs: fileDiffers.matched(),
  };
}

class Sum {
  count = 0;
  fen: Fen = 0;

  /** Null: there is nothing to count. */
  add(fen: Fen | null): void {
    if (fen === null) return;
    this.count += 1;
    this.fen = addFen(this.fen, fen);
  }

  matched(): Matched {
    return { orders: this.count, amount_fen: this.fen };
  }
}
