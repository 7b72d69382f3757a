import type { ProductState } from '../../electron/service/platform/endpoints/products.ts';
import type { PromoterEntry } from '../../electron/service/platform/endpoints/promoters.ts';
import type { ShopCard } from '../../electron/service/platform/endpoints/shops.ts';
import { recordProduct } from '../../electron/service/product/record.ts';
import { recordPromoters } from '../../electron/service/promoter/record.ts';
import type { ProductKey } from '../../shared/contract/product.ts';
import type { TestDesk } from './desk-context.ts';

export function productKey(n: number, change: Partial<ProductKey> = {}): ProductKey {
  return {
    shop_appid: 'wxshop1',
    product_id: String(10_000_000_000_000_001n + BigInt(n)),
    plan_type: 2,
    head_supplier_appid: '',
    ...change,
  };
}

/** A product promoters can earn on for ever. */
export function productState(change: Partial<ProductState> = {}): ProductState {
  return {
    title: '桂花乌龙茶',
    images: ['https://img.example/1.png', 'https://img.example/2.png'],
    category: '食品 / 茶',
    skus: [
      { sku_id: '1', name: '100 g', price_fen: 1990, stock: 5 },
      { sku_id: '2', name: '250 g', price_fen: 3990, stock: 7 },
    ],
    product_status: 5,
    plan_status: 1,
    service_ratio_ppm: 150_000,
    plan_start_at: null,
    plan_end_at: null,
    head_supplier_name: null,
    promotion_link: 'link-of-institution',
    ...change,
  };
}

export function addProduct(desk: TestDesk, key: ProductKey, change: Partial<ProductState> = {}): void {
  const state = productState(change);
  desk.store.transaction(() =>
    recordProduct(desk.store, key, { state, raw: JSON.stringify({ product: {} }) }, desk.time),
  );
}

export function promoterEntry(appid: string, change: Partial<PromoterEntry> = {}): PromoterEntry {
  return {
    promoter_appid: appid,
    name: `推客 ${appid}`,
    avatar_url: null,
    bound_at: 1_790_000_000,
    payer: 0,
    ratio_ppm: 500_000,
    raw: '{}',
    ...change,
  };
}

export function addPromoters(desk: TestDesk, ...entries: PromoterEntry[]): void {
  desk.store.transaction(() => recordPromoters(desk.store, entries, desk.time));
}

export function shopCard(appid: string, status: number | null, change: Partial<ShopCard> = {}): ShopCard {
  return {
    shop_appid: appid,
    shop_name: `小店 ${appid}`,
    logo_url: null,
    status,
    approved_at: null,
    gmv_fen: null,
    settled_fen: null,
    unsettled_fen: null,
    product_count: null,
    product_count_today: null,
    sold_product_count_today: null,
    raw: '{}',
    ...change,
  };
}
