import { shareOf } from '../../../shared/rate.ts';
import type { ProductState } from '../platform/endpoints/products.ts';
import { samePicture } from './same-picture.ts';

/** Columns of `product` that a reply decides. Money in fen, the ratio in ppm, times in Unix seconds. */
export interface Columns {
  title: string;
  image_url: string | null;
  price_min_fen: number | null;
  price_max_fen: number | null;
  stock: number | null;
  service_ratio_ppm: number | null;
  service_fee_fen: number | null;
  product_status: number | null;
  plan_status: number | null;
  plan_start_at: number | null;
  plan_end_at: number | null;
  head_supplier_name: string | null;
  promotion_link: string | null;
}

export function columnsOf(state: ProductState): Columns {
  const goods = goodsOf(state.skus);
  const lowest = goods.price_min_fen;
  return {
    title: state.title,
    image_url: state.images[0] ?? null,
    ...goods,
    service_ratio_ppm: state.service_ratio_ppm,
    service_fee_fen:
      lowest === null || state.service_ratio_ppm === null ? null : shareOf(lowest, state.service_ratio_ppm),
    product_status: state.product_status,
    plan_status: state.plan_status,
    plan_start_at: state.plan_start_at,
    plan_end_at: state.plan_end_at,
    head_supplier_name: state.head_supplier_name,
    promotion_link: state.promotion_link,
  };
}

/** The platform gives no price (fen) or stock (pieces) of the product itself: lowest, highest and sum of its SKUs. */
export function goodsOf(skus: ProductState['skus']): Pick<Columns, 'price_min_fen' | 'price_max_fen' | 'stock'> {
  const prices = skus.map((sku) => sku.price_fen).filter((price) => price !== null);
  const stocks = skus.map((sku) => sku.stock).filter((stock) => stock !== null);
  return {
    price_min_fen: prices.length ? prices.reduce((a, b) => Math.min(a, b)) : null,
    price_max_fen: prices.length ? prices.reduce((a, b) => Math.max(a, b)) : null,
    stock: stocks.length ? stocks.reduce((a, b) => a + b) : null,
  };
}

export interface Change {
  field: string;
  before: string | null;
  after: string | null;
}

/** What staff want to look back on. Of the stock only whether there is any: its number moves with every sale. */
export function changesOf(before: Columns, after: Columns): Change[] {
  const changes: Change[] = [];
  const compare = (field: string, was: string | number | null, is: string | number | null) => {
    if (was !== is)
      changes.push({ field, before: was === null ? null : String(was), after: is === null ? null : String(is) });
  };
  compare('title', before.title, after.title);
  if (!samePicture(before.image_url, after.image_url)) compare('image_url', before.image_url, after.image_url);
  compare('price', priceText(before), priceText(after));
  compare('service_ratio', before.service_ratio_ppm, after.service_ratio_ppm);
  compare('product_status', before.product_status, after.product_status);
  compare('plan_status', before.plan_status, after.plan_status);
  compare('plan_start_at', before.plan_start_at, after.plan_start_at);
  compare('plan_end_at', before.plan_end_at, after.plan_end_at);
  if (before.stock !== null && after.stock !== null && before.stock > 0 !== after.stock > 0)
    compare('stock', before.stock, after.stock);
  return changes;
}

/** "1990", or "1990-2990" where SKUs differ; fen. */
export function priceText(columns: Pick<Columns, 'price_min_fen' | 'price_max_fen'>): string | null {
  if (columns.price_min_fen === null) return null;
  return columns.price_max_fen === columns.price_min_fen
    ? String(columns.price_min_fen)
    : `${columns.price_min_fen}-${columns.price_max_fen}`;
}
