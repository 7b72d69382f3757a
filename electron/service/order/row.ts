import type { OrderFigures, OrderState, ReplyState } from '../../../shared/contract/order.ts';
import type { Sql } from '../store/sql.ts';

/** What a reply of order/get tells of a commission order; the table's words are the contract's words. */
export const STATE_COLUMNS = [
  'shop_appid',
  'shop_name',
  'product_id',
  'product_title',
  'thumb_url',
  'product_count',
  'channel',
  'promotion_type',
  'source',
  'source_name',
  'promoter_appid',
  'promoter_name',
  'promoter_ratio_ppm',
  'promoter_amount_fen',
  'talent_appid',
  'talent_name',
  'talent_amount_fen',
  'talent_key',
  'agency_appid',
  'agency_amount_fen',
  'sub_agency_appid',
  'sub_agency_amount_fen',
  'buyer_id',
  'self_purchase',
  'order_status',
  'commission_status',
  'actual_payment_fen',
  'service_ratio_ppm',
  'service_amount_fen',
  'service_total_fen',
  'platform_amount_fen',
  'created_at',
  'updated_at',
  'paid_at',
  'settled_at',
] as const satisfies readonly (keyof ReplyState)[];

/** What follows from it. */
export const FIGURE_COLUMNS = [
  'plan_type',
  'role',
  'refunded',
  'refunded_at',
  'peak_payment_fen',
  'expected_fen',
  'difference_fen',
  'owed_fen',
  'net_fen',
] as const satisfies readonly (keyof OrderFigures)[];

/** Columns of `OrderState`. */
export const ORDER_COLUMNS = [
  'order_id',
  'sku_id',
  ...STATE_COLUMNS,
  'versions',
  'first_seen_at',
  'last_read_at',
  ...FIGURE_COLUMNS,
] as const satisfies readonly (keyof OrderState)[];

/** `order_id, sku_id, …` for a select. */
export const orderColumns: Sql = { text: ORDER_COLUMNS.join(', '), values: [] };
