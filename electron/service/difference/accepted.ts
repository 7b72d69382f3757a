import type { AcceptReason, Compared, DifferenceRow } from '../../../shared/contract/difference.ts';
import type { OrderKey } from '../../../shared/contract/order.ts';
import type { Fen } from '../../../shared/money.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

/** The word of the table for what was compared; the net fee is what closing a month asks about. */
export function kindOf(of: Compared): string {
  return of === 'service_amount' ? 'fee' : of;
}

/** Who accepted exactly this difference of a commission order; null while nobody did, or when it was another amount. */
export function acceptanceOf(
  reader: StoreReader,
  of: Compared,
  { order_id, sku_id, difference_fen }: OrderKey & { difference_fen: Fen },
): DifferenceRow['accepted'] {
  const found = reader.get<{ reason: AcceptReason; note: string; by: string; at: number }>(
    sql`select reason, note, accepted_by as by, accepted_at as at from accepted_difference
      where kind = ${kindOf(of)} and order_id = ${order_id} and sku_id = ${sku_id}
        and difference_fen = ${difference_fen} and withdrawn_at is null
      order by acceptance_id desc limit 1`,
  );
  return found ?? null;
}
