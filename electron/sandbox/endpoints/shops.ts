/** Merchant cooperation: the shops, their state, and the institution's answer to an invitation. */

import { BAD_PARAMETER, intOf, optionalText, requiredCursor, textOf } from '../wire/body.ts';
import { pageByNumber } from '../wire/cursor.ts';
import { refusal } from '../wire/refusal.ts';
import { DEFAULT_LOCK_DAYS, type Shop, type ShopStatus, shopStatusAt } from '../world/shops.ts';
import { approvedAt } from '../world/world.ts';
import { type Call, type Endpoints, post } from './endpoint.ts';
import { shopFigures } from './shop-figures.ts';
import { asGiven } from './shrink.ts';

const LEAGUE = '/channels/ec/league/headsupplier';

/** shop_update_type -> the state it needs and the state it brings. */
const SHOP_UPDATES: Record<number, { from: ShopStatus; to: ShopStatus }> = {
  1: { from: 2, to: 5 },
  2: { from: 1, to: 3 },
  3: { from: 1, to: 2 },
};

export const shopEndpoints: Endpoints = {
  [`${LEAGUE}/shop/list/get`]: post((call) => {
    const size = intOf(call.body, 'page_size', 1, 30);
    const page = asGiven(call, pageByNumber('shops', knownShops(call), optionalText(call.body, 'next_key'), size));
    return {
      shop_list: page.rows.map((shop) => ({ base_info: baseInfo(call, shop), status: shopStatusAt(shop, call.now) })),
      next_key: page.nextKey,
      has_more: page.hasMore,
    };
  }),

  [`${LEAGUE}/shop/get`]: post((call) => {
    const shop = shopOf(call, 'appid');
    const detail: Record<string, unknown> = {
      base_info: baseInfo(call, shop),
      status: shopStatusAt(shop, call.now),
      data_info: shopFigures(call.platform, call.book, shop),
    };
    const approved = approvedAt(shop, call.now);
    if (approved !== undefined) detail.approved_time = approved;
    return { shop_detail: detail };
  }),

  [`${LEAGUE}/lockcustomertime/getlocktime`]: post((call) => {
    const shop = shopOf(call, 'shop_appid');
    return {
      ...lockDays('shopsetting_', shop.lockDays ?? DEFAULT_LOCK_DAYS),
      ...lockDays('default_', DEFAULT_LOCK_DAYS),
    };
  }),

  [`${LEAGUE}/headsupplierrelation/update`]: post((call) => {
    const { platform, body, now } = call;
    if (platform.faults.strikes('no-permission')) throw refusal(48001);
    if (intOf(body, 'object_type', 1, 2) === 1) {
      // Cooperation between institutions has no part in this world: nobody is there to be invited.
      textOf(body, 'to_head_supplier_appid');
      intOf(body, 'hs_update_type', 1, 5);
      throw refusal(BAD_PARAMETER, 'no such head supplier');
    }
    const shop = shopOf(call, 'to_shop_appid');
    const update = SHOP_UPDATES[intOf(body, 'shop_update_type', 1, 3)];
    // Not documented what repeating a call does; a relation that is not in the state the change starts from refuses it.
    if (update === undefined || shopStatusAt(shop, now) !== update.from)
      throw refusal(BAD_PARAMETER, 'relation status');
    platform.record({ at: now, kind: 'relation', shop: shop.appid, status: update.to });
    return {};
  }),

  '/channels/ec/promoter/get_bind_shop_list': post((call) => {
    const size = intOf(call.body, 'page_size', 1, 10);
    const bound = knownShops(call).filter((shop) => shopStatusAt(shop, call.now) === 2);
    const page = asGiven(call, pageByNumber('bound-shops', bound, requiredCursor(call.body), size));
    return {
      shop_list: page.rows.map((shop) => ({
        shop_appid: shop.appid,
        shop_nickname: shop.name,
        shop_head_img: baseInfo(call, shop).headimg_url,
        bind_time: approvedAt(shop, call.now),
      })),
      next_key: page.nextKey,
      has_more: page.hasMore,
    };
  }),

  '/channels/ec/promoter/get_bind_shop_promoter_list': post((call) => {
    const shop = shopOf(call, 'shop_appid');
    const size = intOf(call.body, 'page_size', 1, 10);
    const page = pageByNumber(`accounts-${shop.number}`, shop.accounts, requiredCursor(call.body), size);
    return {
      promoter_list: page.rows.map((account) => ({
        promoter_id: account.id,
        promoter_name: account.name,
        avatar_image_url: `${call.platform.baseUrl}/pictures/head/account-${account.id.slice(0, 20)}.svg`,
        promoter_type: account.kind,
      })),
      next_key: page.nextKey,
      has_more: page.hasMore,
    };
  }),
};

function knownShops({ platform, now }: Call): Shop[] {
  return platform.world.shops.filter((shop) => shop.related && shopStatusAt(shop, now) !== undefined);
}

/** A shop that has or had something to do with us; any other appid is illegal to the platform. */
function shopOf({ platform, body, now }: Call, field: string): Shop {
  const shop = platform.world.shopByAppid.get(textOf(body, field));
  if (shop === undefined || !shop.related || shopStatusAt(shop, now) === undefined) throw refusal(10024003);
  return shop;
}

function baseInfo({ platform }: Call, shop: Shop): { appid: string; nickname: string; headimg_url: string } {
  return {
    appid: shop.appid,
    nickname: shop.name,
    headimg_url: `${platform.baseUrl}/pictures/shop/${shop.number}.svg`,
  };
}

/** Days: lock after a click, extension after an order; for product and for content. */
function lockDays(prefix: string, days: readonly [number, number, number, number]): Record<string, number> {
  return {
    [`${prefix}product_click_lock_day`]: days[0],
    [`${prefix}product_order_lock_day`]: days[1],
    [`${prefix}content_click_lock_day`]: days[2],
    [`${prefix}content_order_lock_day`]: days[3],
  };
}
