import type { AlertKind } from '../../../shared/alert-kind.ts';
import type { ProductKey } from '../../../shared/contract/product.ts';
import { type Ppm, WHOLE } from '../../../shared/rate.ts';
import type { Unix } from '../../../shared/time.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { readAlertSettings } from './alert-settings.ts';
import { type Columns, priceText } from './columns.ts';
import { isProduct } from './identity.ts';
import { ON_SALE, PLAN_LIVE } from './promotable.ts';

export interface News {
  kind: Exclude<AlertKind, 'plan_ends'>;
  before: string | null;
  after: string | null;
}

/** Tells staff of it. An open alert of the kind is over: a product has at most one, the newest. */
export function raiseAlert(store: Store, key: ProductKey, news: News, at: Unix): void {
  endAlert(store, key, news.kind, at);
  store.run(sql`insert into product_alert (shop_appid, product_id, plan_type, head_supplier_appid, kind, at, before, after)
    values (${key.shop_appid}, ${key.product_id}, ${key.plan_type}, ${key.head_supplier_appid}, ${news.kind}, ${at},
      ${news.before}, ${news.after})`);
}

/** What an alert of the kind told of is no longer so. */
export function endAlert(store: Store, key: ProductKey, kind: AlertKind, at: Unix): void {
  store.run(sql`update product_alert set ended_at = ${at}
    where ${isProduct(key)} and kind = ${kind} and done_at is null and ended_at is null`);
}

/** The value before the change an open alert of the kind tells of; null without one. */
function beforeOf(store: Store, key: ProductKey, kind: AlertKind): number | null {
  const before = store.value<string | null>(sql`select before from product_alert
    where ${isProduct(key)} and kind = ${kind} and done_at is null and ended_at is null`);
  return before == null ? null : Number.parseInt(before, 10);
}

/** What a new reading of a known product gives to tell, by the thresholds of staff. In the transaction of the reading. */
export function raiseChangeAlerts(store: Store, key: ProductKey, before: Columns, after: Columns, at: Unix): void {
  const limits = readAlertSettings(store);
  feeAlert(store, key, before.service_ratio_ppm, after.service_ratio_ppm, limits.fee_lowered_ppm, at);
  priceAlert(store, key, before, after, limits.price_up_ppm, at);
  stockAlert(store, key, before.stock, after.stock, limits.stock_low, at);
  const reason = takenOff(after);
  if (reason === null) endAlert(store, key, 'taken_off', at);
  else if (takenOff(before) === null) raiseAlert(store, key, { kind: 'taken_off', before: null, after: reason }, at);
}

/** `change` of `from` is at least the threshold, and something. */
function isMuch(change: number, from: number, threshold: Ppm): boolean {
  return change > 0 && change * WHOLE >= from * threshold;
}

function feeAlert(store: Store, key: ProductKey, was: Ppm | null, is: Ppm | null, threshold: Ppm, at: Unix): void {
  if (was === null || is === null || was === is) return;
  if (isMuch(was - is, was, threshold)) {
    raiseAlert(store, key, { kind: 'fee_lowered', before: String(was), after: String(is) }, at);
  } else if (is > was) {
    const told = beforeOf(store, key, 'fee_lowered');
    if (told !== null && is >= told) endAlert(store, key, 'fee_lowered', at);
  }
}

function priceAlert(store: Store, key: ProductKey, before: Columns, after: Columns, threshold: Ppm, at: Unix): void {
  const [was, is] = [before.price_min_fen, after.price_min_fen];
  if (was === null || is === null || was === is) return;
  if (isMuch(is - was, was, threshold)) {
    raiseAlert(store, key, { kind: 'price_up', before: priceText(before), after: priceText(after) }, at);
  } else if (is < was) {
    const told = beforeOf(store, key, 'price_up');
    if (told !== null && is <= told) endAlert(store, key, 'price_up', at);
  }
}

function stockAlert(
  store: Store,
  key: ProductKey,
  was: number | null,
  is: number | null,
  line: number,
  at: Unix,
): void {
  if (is === null || was === is) return;
  if (is > line) endAlert(store, key, 'stock_low', at);
  // Told once on the way down, and again when the last piece is gone.
  else if (was === null || was > line || is === 0)
    raiseAlert(store, key, { kind: 'stock_low', before: was === null ? null : String(was), after: String(is) }, at);
}

/** Why promoters cannot sell it, of what a merchant or supplier did; unknown states are no reason. */
function takenOff(columns: Columns): 'off_sale' | 'plan_not_live' | null {
  if (columns.product_status !== null && columns.product_status !== ON_SALE) return 'off_sale';
  return columns.plan_status !== null && columns.plan_status !== PLAN_LIVE ? 'plan_not_live' : null;
}
