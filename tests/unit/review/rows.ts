import { sql } from '../../../electron/service/store/sql.ts';
import type { Store, StoreReader } from '../../../electron/service/store/store.ts';
import type { ReviewTarget } from '../../../shared/contract/review.ts';
import { NOON } from '../../support/desk-context.ts';

interface Given {
  shop_appid?: string;
  product_id?: string;
  promoter_appid?: string;
  buyer_id?: string;
  self_purchase?: 0 | 1;
  commission_status?: number;
  actual_payment_fen?: number;
  service_amount_fen?: number;
  service_ratio_ppm?: number;
  difference_fen?: number;
  net_fen?: number;
  refunded?: 0 | 1;
  created_at?: number;
  stands_since?: number;
}

export const keyOf = (n: number) => ({ order_id: String(3_700_000_000_000_000_000n + BigInt(n)), sku_id: `sku${n}` });
export const keysOf = (...ns: number[]): ReviewTarget => ({ keys: ns.map(keyOf) });

/** A commission order of the books with nothing but what is given. */
export function addOrder(store: Store, n: number, given: Given = {}): void {
  const row = {
    ...keyOf(n),
    channel: 'promoter',
    versions: 1,
    first_seen_at: NOON,
    last_read_at: NOON,
    stands_since: NOON,
    created_at: NOON - 1000 + n,
    actual_payment_fen: 10_000,
    service_amount_fen: 1000,
    net_fen: 400,
    commission_status: 20,
    state_hash: Buffer.from(String(n)),
    ...given,
  };
  const columns = Object.keys(row);
  store
    .prepare(`insert into commission_order (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`)
    .run(...Object.values(row));
}

/** Changes a row as a sync would. */
export function changeOrder(store: Store, n: number, given: Given): void {
  const columns = Object.keys(given);
  store
    .prepare(`update commission_order set ${columns.map((column) => `${column} = ?`).join(', ')} where order_id = ?`)
    .run(...Object.values(given), keyOf(n).order_id);
}

/** State and reason of a row, `open` where nobody decided. */
export function stateOf(reader: StoreReader, n: number): string {
  const { order_id } = keyOf(n);
  const row = reader.get<{ state: string; reason: string | null }>(
    sql`select state, reason from order_review where order_id = ${order_id}`,
  );
  return row ? [row.state, row.reason].filter((part) => part !== null).join(' ') : 'open';
}
