import type { AlertKind } from '../../../shared/alert-kind.ts';
import type { ExclusiveField, ProductFace } from '../../../shared/contract/catalogue.ts';
import type { ProductKey } from '../../../shared/contract/product.ts';
import { PLAN_TYPE } from '../../../shared/status.ts';
import type { Unix } from '../../../shared/time.ts';
import type { BaseProduct } from '../platform/endpoints/products.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { goodsOf, priceText } from './columns.ts';
import { isProduct } from './identity.ts';
import { samePicture } from './same-picture.ts';

/** Stock of two readings minutes apart: less than so many percent of difference is what was sold in between. */
const STOCK_PERCENT = 20;

/** What each plan for chosen institutions may have of its own, and the alert that says so. */
const FIELDS: readonly { field: ExclusiveField; kind: AlertKind; text: (face: ProductFace) => string | null }[] = [
  { field: 'price', kind: 'exclusive_price', text: priceText },
  { field: 'stock', kind: 'exclusive_stock', text: ({ stock }) => (stock === null ? null : String(stock)) },
  { field: 'title', kind: 'exclusive_title', text: ({ title }) => title },
  { field: 'picture', kind: 'exclusive_picture', text: ({ image_url }) => image_url },
];

/**
 * Writes down the product itself and tells what its plans for chosen institutions have of their own. Call it in a
 * transaction, right after the plans were read. `at` is when the platform gave it, Unix seconds.
 */
export function recordBaseProduct(
  store: Store,
  key: Pick<ProductKey, 'shop_appid' | 'product_id'>,
  base: BaseProduct,
  at: Unix,
): void {
  const face: ProductFace = { title: base.title, image_url: base.images[0] ?? null, ...goodsOf(base.skus) };
  store.run(sql`insert or replace into product_base (shop_appid, product_id, read_at, title, image_url, price_min_fen,
      price_max_fen, stock)
    values (${key.shop_appid}, ${key.product_id}, ${at}, ${face.title}, ${face.image_url}, ${face.price_min_fen},
      ${face.price_max_fen}, ${face.stock})`);
  const plans = store.all<ProductKey & ProductFace>(sql`select shop_appid, product_id, plan_type, head_supplier_appid,
      title, image_url, price_min_fen, price_max_fen, stock
    from product where shop_appid = ${key.shop_appid} and product_id = ${key.product_id} and not_seen_since is null
      and plan_type in (${PLAN_TYPE.shop_targeted}, ${PLAN_TYPE.institution_targeted})`);
  for (const plan of plans) tellOwn(store, plan, face, at);
}

function tellOwn(store: Store, plan: ProductKey & ProductFace, base: ProductFace, at: Unix): void {
  const own = new Set(differences(base, plan));
  for (const { field, kind, text } of FIELDS) {
    const standing: Sql = sql`from product_alert where ${isProduct(plan)} and kind = ${kind} and ended_at is null`;
    const told = store.get<{ after: string | null }>(sql`select after ${standing}`);
    // What staff have dealt with is not told of again while it stays; stock moves all the time.
    if (told && own.has(field) && (field === 'stock' || isSame(field, told.after, text(plan)))) continue;
    if (told) store.run(sql`update product_alert set ended_at = ${at} where alert_id in (select alert_id ${standing})`);
    if (own.has(field))
      store.run(sql`insert into product_alert (shop_appid, product_id, plan_type, head_supplier_appid, kind, at, before, after)
        values (${plan.shop_appid}, ${plan.product_id}, ${plan.plan_type}, ${plan.head_supplier_appid}, ${kind}, ${at},
          ${text(base)}, ${text(plan)})`);
  }
}

function isSame(field: ExclusiveField, one: string | null, other: string | null): boolean {
  return field === 'picture' ? samePicture(one, other) : one === other;
}

/** What the plan has of its own. What one of the two does not say is no difference. */
export function differences(base: ProductFace, here: ProductFace): ExclusiveField[] {
  const fields: ExclusiveField[] = [];
  const prices = [base.price_min_fen, here.price_min_fen];
  if (prices.every((price) => price !== null) && priceText(base) !== priceText(here)) fields.push('price');
  if (base.stock !== null && here.stock !== null && isApart(base.stock, here.stock)) fields.push('stock');
  if (base.title !== '' && here.title !== '' && base.title !== here.title) fields.push('title');
  if (base.image_url !== null && here.image_url !== null && !samePicture(base.image_url, here.image_url))
    fields.push('picture');
  return fields;
}

function isApart(one: number, other: number): boolean {
  return Math.abs(one - other) * 100 > Math.max(one, other) * STOCK_PERCENT;
}
