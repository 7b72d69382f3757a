import type { FundsRow } from '../../../shared/contract/funds.ts';
import type { Period } from '../../../shared/time.ts';
import { dataStamp } from '../store/data-stamp.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { judgedInMonth } from './judged.ts';

/** A row of the match without what only the rows in sight are asked for. */
export type JudgedRow = Omit<FundsRow, 'in_books' | 'shop_appid' | 'shop_name' | 'flow_ids' | 'accepted'>;

interface Kept {
  period: Period;
  stamp: string;
  rows: JudgedRow[];
}

/** The last month asked for: its sums, every page and every filter are made of the same rows. */
const kept = new WeakMap<StoreReader, Kept>();

/** Every key of a month, judged; in no order. Throws `period.invalid`. */
export function judgedMonth(reader: StoreReader, period: Period): readonly JudgedRow[] {
  const stamp = dataStamp(reader);
  const known = kept.get(reader);
  if (known?.period === period && known.stamp === stamp) return known.rows;
  const rows = reader.all<JudgedRow>(
    sql`${judgedInMonth(reader, period)}
      select key, order_id, state, books_fen, flows_fen, fee_fen, file_fen, difference_fen, file_difference_fen,
        settled_at, booked_at, age_days from judged`,
  );
  kept.set(reader, { period, stamp, rows });
  return rows;
}
