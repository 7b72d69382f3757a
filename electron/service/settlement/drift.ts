import type { SettlementLine } from './line.ts';

/** What payees would argue about; a new nickname or a further look at the same figures is none of it. */
const FIGURES = [
  'shop_appid',
  'promoter_appid',
  'channel',
  'order_status',
  'commission_status',
  'settled_at',
  'actual_payment_fen',
  'service_ratio_ppm',
  'service_total_fen',
  'platform_amount_fen',
  'service_amount_fen',
  'agency_amount_fen',
  'sub_agency_amount_fen',
  'promoter_payer',
  'promoter_ratio_ppm',
  'promoter_platform_fen',
  'promoter_owed_fen',
  'net_fen',
] as const satisfies readonly (keyof SettlementLine)[];

function compareKeys(a: SettlementLine, b: SettlementLine): number {
  if (a.order_id !== b.order_id) return a.order_id < b.order_id ? -1 : 1;
  if (a.sku_id !== b.sku_id) return a.sku_id < b.sku_id ? -1 : 1;
  return 0;
}

/**
 * Counts lines that differ between a closed month and what the same month would be now: changed, gone or new. Both
 * sides come sorted by order and SKU as text, so neither has to fit into memory.
 */
export function countDrift(frozen: Iterator<SettlementLine>, present: Iterator<SettlementLine>): number {
  let count = 0;
  let before = frozen.next();
  let now = present.next();
  while (!before.done || !now.done) {
    const order = before.done ? 1 : now.done ? -1 : compareKeys(before.value, now.value);
    if (order !== 0) count += 1;
    else if (FIGURES.some((key) => before.value[key] !== now.value[key])) count += 1;
    if (order <= 0) before = frozen.next();
    if (order >= 0) now = present.next();
  }
  return count;
}
