import type { Sql } from '../store/sql.ts';

/**
 * `funds_type` of a flow. 1 and 2 are documented, 3 is known from software of others only. Every other value is shown
 * as it came and never counted.
 */
export const FUNDS_TYPE = { withdrawal: 1, profit_sharing: 2, service_fee: 3 } as const;

/** Of a `funds_flow f`: its amount is commission, or a fee taken from it. */
export const IS_COMMISSION: Sql = {
  text: `f.funds_type in (${FUNDS_TYPE.profit_sharing}, ${FUNDS_TYPE.service_fee}) and f.amount_fen is not null`,
  values: [],
};

/** Of a `funds_flow f`: it is known and of another kind, or of one nobody told us of. */
export const IS_OTHER: Sql = {
  text: `f.amount_fen is not null and (f.funds_type is null
    or f.funds_type not in (${FUNDS_TYPE.profit_sharing}, ${FUNDS_TYPE.service_fee}))`,
  values: [],
};

/**
 * What the flow brings. A fee goes out however it is signed, which is not documented; of profit sharing the sign is
 * kept, so that one that is taken back counts against its order.
 */
export const BRINGS: Sql = {
  text: `(case f.funds_type when ${FUNDS_TYPE.service_fee} then -abs(f.amount_fen) else f.amount_fen end)`,
  values: [],
};

/** The part of it that is a fee, positive. */
export const TAKES: Sql = {
  text: `(case f.funds_type when ${FUNDS_TYPE.service_fee} then abs(f.amount_fen) else 0 end)`,
  values: [],
};

/** A flow without a readable booking time stands where it was first seen. */
export const BOOKED_AT: Sql = { text: 'coalesce(f.booked_at, f.first_seen_at)', values: [] };
