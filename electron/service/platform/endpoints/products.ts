import type { z } from 'zod';
import type { Platform } from '../platform.ts';
import { instant, list, number, part, text, wire } from '../wire.ts';
import { moreOf, pages } from './paged.ts';
import { wireNumber } from './wire-number.ts';

export interface ProductEntry {
  shop_appid: string;
  product_id: string;
  plan_type: number;
  head_supplier_appid: string;
}

export interface Sku {
  sku_id: string;
  name: string;
  price_fen: number | null;
  stock: number | null;
}

export interface ProductState {
  title: string;
  images: string[];
  category: string | null;
  skus: Sku[];
  /** 5 is on sale. */
  product_status: number | null;
  /** 1 live, 2 delisted, 5 cleared out. */
  plan_status: number | null;
  service_ratio_ppm: number | null;
  plan_start_at: number | null;
  plan_end_at: number | null;
  head_supplier_name: string | null;
  promotion_link: string | null;
}

export const PRODUCT_DETAIL = '/channels/ec/promoter/get_promote_product_detail';

const productList = wire({
  product_list: list(wire({ product_id: text, shop_appid: text, head_supplier_appid: text })),
  next_key: text,
});

const sku = wire({
  sku_id: text,
  sale_price: number,
  stock_num: number,
  sku_attrs: list(wire({ attr_key: text, attr_value: text })),
});

const detail = wire({
  product: wire({
    shop_appid: text,
    product_id: text,
    product_promotion_link: text,
    product_info: wire({
      title: text,
      head_imgs: list(text),
      cats_v2: list(wire({ cat_id: text, cat_name: text })),
      status: number,
      skus: list(sku),
    }),
    commission_info: wire({ status: number, service_ratio: number, start_time: instant, end_time: instant }),
    head_supplier_info: part({ head_supplier_appid: text, name: text }),
  }),
});

/** Promotable products of one plan type, ids only. Page maximum 20; the first cursor is ''. */
export function productPages(
  platform: Platform,
  planType: number,
  signal?: AbortSignal,
): AsyncGenerator<ProductEntry[]> {
  return pages(
    platform,
    '/channels/ec/promoter/get_promote_product_list',
    { plan_type: planType, page_size: 20 },
    '',
    ({ value }) => {
      const { product_list, next_key } = productList.parse(value);
      const items = product_list.flatMap((product) =>
        product.product_id && product.shop_appid
          ? [
              {
                shop_appid: product.shop_appid,
                product_id: product.product_id,
                plan_type: planType,
                head_supplier_appid: planType >= 3 ? (product.head_supplier_appid ?? '') : '',
              },
            ]
          : [],
      );
      return { items, nextKey: next_key, more: moreOf(value) };
    },
    signal,
  );
}

const baseFace = part({
  product_info: part({ title: text, head_imgs: list(text), skus: list(sku) }),
});
/** The documents call what is inside `item` on one page and `product` on another. */
const baseDetail = wire({ item: baseFace, product: baseFace });

/** The product itself, as its shop sells it to everybody. */
export type BaseProduct = Pick<ProductState, 'title' | 'images' | 'skus'>;

/** Reads one product without any plan; null where the reply holds none. */
export async function readBaseProduct(
  platform: Platform,
  { shop_appid, product_id }: Pick<ProductEntry, 'shop_appid' | 'product_id'>,
  signal?: AbortSignal,
): Promise<BaseProduct | null> {
  const { value } = await platform.call(
    '/channels/ec/league/headsupplier/productdetail/get',
    { shop_appid, product_id: wireNumber(product_id) },
    signal,
  );
  const { item, product } = baseDetail.parse(value);
  const info = (item ?? product)?.product_info;
  if (!info) return null;
  return { title: info.title ?? '', images: info.head_imgs.filter((url) => url !== null), skus: skusOf(info.skus) };
}

export function readProductState(value: unknown): ProductState {
  const { product } = detail.parse(value);
  const info = product.product_info;
  return {
    title: info.title ?? '',
    images: info.head_imgs.filter((url) => url !== null),
    category:
      info.cats_v2
        .map((cat) => cat.cat_name)
        .filter((name) => name !== null)
        .join(' / ') || null,
    skus: skusOf(info.skus),
    product_status: info.status,
    plan_status: product.commission_info.status,
    service_ratio_ppm: product.commission_info.service_ratio,
    plan_start_at: product.commission_info.start_time,
    plan_end_at: product.commission_info.end_time,
    head_supplier_name: product.head_supplier_info?.name ?? null,
    promotion_link: product.product_promotion_link,
  };
}

function skusOf(skus: z.output<typeof sku>[]): Sku[] {
  return skus.flatMap((one) =>
    one.sku_id
      ? [
          {
            sku_id: one.sku_id,
            name: one.sku_attrs.map((attr) => attr.attr_value ?? '').join(' '),
            price_fen: one.sale_price,
            stock: one.stock_num,
          },
        ]
      : [],
  );
}

/** Detail of one promotable product; the plan type must be that of the list it came from. */
export async function readProduct(
  platform: Platform,
  key: ProductEntry,
  signal?: AbortSignal,
): Promise<{ state: ProductState; raw: string }> {
  const reply = await platform.call(
    PRODUCT_DETAIL,
    {
      shop_appid: key.shop_appid,
      product_id: wireNumber(key.product_id),
      plan_type: key.plan_type,
      ...(key.head_supplier_appid ? { head_supplier_appid: key.head_supplier_appid } : {}),
    },
    signal,
  );
  return { state: readProductState(reply.value), raw: reply.text };
}
