import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { KEPT_DIGITS, type Rounded } from '../table-file/order-number.ts';

/** Fewer digits than this fit too many orders to be a hint. */
const ENOUGH_DIGITS = 12;
const SHOWN = 5;
const LOOKED_AT = 50;

/** Orders of the books that may have been the number before a spreadsheet rounded it, the nearest first. */
export function candidatesFor(reader: StoreReader, { digits, length }: Rounded): string[] {
  if (digits.length < ENOUGH_DIGITS || digits.length > length) return [];
  const kept = digits.slice(0, KEPT_DIGITS);
  const unit = 10n ** BigInt(length - kept.length);
  const value = BigInt(kept) * unit;
  // Some programs cut the digits off, others round the last one that is left.
  const from = String(value - unit / 2n).padStart(length, '0');
  const to = String(value + unit).padStart(length, '0');
  const near = BigInt(digits.padEnd(length, '0'));
  return reader
    .all<{ order_id: string }>(
      sql`select distinct order_id from commission_order
        where order_id >= ${from} and order_id < ${to} and length(order_id) = ${length}
        order by order_id limit ${LOOKED_AT}`,
    )
    .map(({ order_id }) => order_id)
    .filter((orderId) => /^\d+$/.test(orderId))
    .sort((one, other) => Number(distance(BigInt(one), near) - distance(BigInt(other), near)))
    .slice(0, SHOWN);
}

function distance(one: bigint, other: bigint): bigint {
  return one < other ? other - one : one - other;
}
