/** What staff are told of a product: an event (lower fee, higher price) or a state that may end by itself. */
export const ALERT_KINDS = [
  'taken_off',
  'plan_ends',
  'stock_low',
  'fee_lowered',
  'price_up',
  'exclusive_price',
  'exclusive_stock',
  'exclusive_title',
  'exclusive_picture',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];
