import type { Platform } from '../platform.ts';
import { instant, list, number, part, text, wire } from '../wire.ts';
import { moreOf, pages } from './paged.ts';

export interface ShopEntry {
  shop_appid: string;
  shop_name: string;
  logo_url: string | null;
  status: number | null;
}

export interface ShopCard extends ShopEntry {
  approved_at: number | null;
  gmv_fen: number | null;
  settled_fen: number | null;
  unsettled_fen: number | null;
  product_count: number | null;
  product_count_today: number | null;
  sold_product_count_today: number | null;
  raw: string;
}

export interface ShopAccount {
  account_id: string;
  name: string;
  /** 1 Channels account, 4 official account, 5 service account. */
  type: number;
}

const baseInfo = part({ appid: text, nickname: text, headimg_url: text });
const shopList = wire({ shop_list: list(wire({ base_info: baseInfo, status: number })), next_key: text });
const shopDetail = wire({
  shop_detail: wire({
    base_info: baseInfo,
    status: number,
    approved_time: instant,
    data_info: wire({
      gmv: number,
      product_number: number,
      product_number_today: number,
      product_number_sold_today: number,
      settle_amount: number,
      unsettle_amount: number,
    }),
  }),
});
const accountList = wire({
  promoter_list: list(wire({ promoter_id: text, promoter_name: text, promoter_type: number })),
  next_key: text,
});

const HEADSUPPLIER = '/channels/ec/league/headsupplier';
export const READ_SHOP = `${HEADSUPPLIER}/shop/get`;
export const UPDATE_RELATION = `${HEADSUPPLIER}/headsupplierrelation/update`;

/** All cooperating shops in every state. Page maximum 30; the first page carries no cursor. */
export function shopPages(platform: Platform, signal?: AbortSignal): AsyncGenerator<ShopEntry[]> {
  return pages(
    platform,
    `${HEADSUPPLIER}/shop/list/get`,
    { page_size: 30 },
    null,
    ({ value }) => {
      const { shop_list, next_key } = shopList.parse(value);
      const items = shop_list.flatMap((shop) =>
        shop.base_info?.appid
          ? [
              {
                shop_appid: shop.base_info.appid,
                shop_name: shop.base_info.nickname ?? '',
                logo_url: shop.base_info.headimg_url,
                status: shop.status,
              },
            ]
          : [],
      );
      return { items, nextKey: next_key, more: moreOf(value) };
    },
    signal,
  );
}

/** One shop's card; null when the reply names no shop. */
export async function readShop(platform: Platform, shopAppid: string, signal?: AbortSignal): Promise<ShopCard | null> {
  const reply = await platform.call(READ_SHOP, { appid: shopAppid }, signal);
  const { shop_detail: detail } = shopDetail.parse(reply.value);
  if (detail.status === null && detail.base_info === null) return null;
  return {
    shop_appid: detail.base_info?.appid ?? shopAppid,
    shop_name: detail.base_info?.nickname ?? '',
    logo_url: detail.base_info?.headimg_url ?? null,
    status: detail.status,
    approved_at: detail.approved_time,
    gmv_fen: detail.data_info.gmv,
    settled_fen: detail.data_info.settle_amount,
    unsettled_fen: detail.data_info.unsettle_amount,
    product_count: detail.data_info.product_number,
    product_count_today: detail.data_info.product_number_today,
    sold_product_count_today: detail.data_info.product_number_sold_today,
    raw: reply.text,
  };
}

/** Accounts connected to a cooperating shop (the platform calls them promoters; they are no 推客). Page maximum 10. */
export function shopAccountPages(
  platform: Platform,
  shopAppid: string,
  signal?: AbortSignal,
): AsyncGenerator<ShopAccount[]> {
  return pages(
    platform,
    '/channels/ec/promoter/get_bind_shop_promoter_list',
    { shop_appid: shopAppid, page_size: 10 },
    '',
    ({ value }) => {
      const { promoter_list, next_key } = accountList.parse(value);
      const items = promoter_list.flatMap((account) =>
        account.promoter_id
          ? [{ account_id: account.promoter_id, name: account.promoter_name ?? '', type: account.promoter_type ?? 0 }]
          : [],
      );
      return { items, nextKey: next_key, more: moreOf(value) };
    },
    signal,
  );
}

/** shop_update_type of headsupplierrelation/update: 2 refuses, 3 accepts a shop's invitation. */
const SHOP_UPDATE = { refuse: 2, accept: 3 } as const;

export async function updateRelation(
  platform: Platform,
  shopAppid: string,
  decision: 'accept' | 'refuse',
  signal?: AbortSignal,
): Promise<void> {
  await platform.call(
    UPDATE_RELATION,
    { object_type: 2, to_shop_appid: shopAppid, shop_update_type: SHOP_UPDATE[decision] },
    signal,
  );
}
