import type { ReplyState } from '../../../shared/contract/order.ts';
import { parseExactJson } from '../../../shared/exact-json.ts';
import { readOrderState } from '../platform/endpoints/orders.ts';
import { type RawPlace, rawReader } from '../store/raw.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { type EarlierStates, refundOf } from './derive.ts';

type Earlier = Omit<EarlierStates, 'plan_type'>;
type Version = RawPlace & Pick<ReplyState, 'updated_at' | 'order_status' | 'actual_payment_fen'>;

/** The state a stored reply tells. Throws `RangeError` when what stands there is no commission order. */
export function replyReader(reader: StoreReader): (place: RawPlace) => ReplyState {
  const readRaw = rawReader(reader);
  return (place) => {
    const state = readOrderState(parseExactJson(readRaw(place)));
    if (!state) throw new RangeError(`raw block ${place.raw_block_id}: no commission order at ${place.raw_start}`);
    return state;
  };
}

/**
 * Peak payment and first refund before a version, from the columns of the versions before it. Whether a state was paid
 * is not among them: where that decides on a refund, its reply tells.
 */
export function earlierStates(reader: StoreReader): (row: { id: number; seq: number }) => Earlier {
  const replyOf = replyReader(reader);
  return ({ id, seq }) => {
    let before: Earlier = { peak_payment_fen: null, refunded_at: null };
    if (seq === 1) return before;
    const versions = reader.all<Version>(
      sql`select updated_at, order_status, actual_payment_fen, raw_block_id, raw_start, raw_length
        from order_version where commission_order_id = ${id} and seq < ${seq} order by seq`,
    );
    for (const version of versions) {
      const ifPaid = refundOf({ ...version, paid_at: 0 }, before);
      before = ifPaid.refunded === 0 ? ifPaid : refundOf({ ...version, paid_at: replyOf(version).paid_at }, before);
    }
    return before;
  };
}
