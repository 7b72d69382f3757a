/** Goods: what is offered to promoters under which plan, product data, subscriptions, categories. */
import { DAY } from '../clock.ts';
import { mix } from '../random.ts';
import {
  BAD_PARAMETER,
  idOf,
  intOf,
  optionalId,
  optionalObject,
  optionalText,
  requiredCursor,
  textOf,
} from '../wire/body.ts';
import { pageByNumber } from '../wire/cursor.ts';
import { bare } from '../wire/json-text.ts';
import { refusal } from '../wire/refusal.ts';
import { valueAt } from '../world/history.ts';
import type { Offer, Product } from '../world/products.ts';
import { FAMILIES } from '../world/words.ts';
import { isOffered, priceAt, serviceRatioAt } from '../world/world.ts';
import { type Call, type Endpoint, type Endpoints, post } from './endpoint.ts';
import { offerLink, productInfo, promotionLink } from './product-fields.ts';
import { asGiven } from './shrink.ts';

const LEAGUE = '/channels/ec/league/headsupplier';
/** An ended or delisted plan stays in the list for a while; only its detail tells. Not documented how long. */
const LINGERS = 30 * DAY;

const categories: Endpoint = {
  method: 'GET',
  token: true,
  run: () => {
    const groups = FAMILIES.map((family) => ({
      cat_and_qua: [{ cat: { cat_id: family.categoryId, name: family.category, f_cat_id: '0', level: 1, leaf: true } }],
    }));
    return { cats: groups, cats_v2: groups };
  },
};

export const productEndpoints: Endpoints = {
  '/channels/ec/category/league/all': categories,

  '/channels/ec/promoter/get_promote_product_list': post((call) => {
    const planType = intOf(call.body, 'plan_type', 1, 4);
    const size = intOf(call.body, 'page_size', 1, 20);
    const cursor = requiredCursor(call.body);
    const wanted = filterOf(call, planType);
    const listed = call.platform.world.offers.filter(
      (offer) => offer.planType === planType && isListed(offer, call.now) && wanted(offer),
    );
    const page = asGiven(call, pageByNumber(`plan-${planType}`, listed, cursor, size));
    const allBare = call.platform.faults.rate('bare-ids') > 0;
    return {
      product_list: page.rows.map((offer) => ({
        product_id: allBare || offer.number % 3 !== 0 ? bare(offer.product.id) : offer.product.id,
        shop_appid: offer.product.shop.appid,
        ...(offer.supplier === null ? {} : { head_supplier_appid: offer.supplier.appid }),
      })),
      next_key: page.nextKey,
    };
  }),

  '/channels/ec/promoter/get_promote_product_detail': post((call) => {
    const { platform, body, now } = call;
    const product = productOf(call, textOf(body, 'shop_appid'), idOf(body, 'product_id'));
    const planType = intOf(body, 'plan_type', 1, 4);
    const supplier = planType >= 3 ? textOf(body, 'head_supplier_appid') : undefined;
    const offer = platform.world.offersByProduct
      .get(product.id)
      ?.find((each) => each.planType === planType && each.supplier?.appid === supplier);
    if (offer === undefined || !isOffered(offer, now)) throw refusal(10024004);
    const fields: Record<string, unknown> = {
      shop_appid: product.shop.appid,
      product_id: offer.number % 2 === 0 ? product.id : bare(product.id),
      product_promotion_link: promotionLink(offer),
      product_info: productInfo(platform, product, now, offer),
      commission_info: {
        status: valueAt(offer.states, now),
        service_ratio: serviceRatioAt(offer, now),
        start_time: offer.start,
        end_time: valueAt(offer.ends, now),
      },
    };
    if (offer.supplier !== null) {
      fields.head_supplier_info = { head_supplier_appid: offer.supplier.appid, name: offer.supplier.name };
    }
    if (platform.faults.strikes('unknown-fields')) fields.activity_tags = ['NEW_USER'];
    return body.get_available_coupon === true
      ? { product: fields, publish_coupons: [], cooperative_coupons: [] }
      : { product: fields };
  }),

  [`${LEAGUE}/productdetail/get`]: post((call) => {
    const product = productOf(call, textOf(call.body, 'shop_appid'), idOf(call.body, 'product_id'));
    const { shop } = product;
    const fields = {
      shop_appid: shop.appid,
      product_id: bare(product.id),
      product_info: {
        ...productInfo(call.platform, product, call.now),
        monthly_sales_range: product.salesBand,
        good_evaluation_ratio: 900_000 + (mix(product.id) % 100_000),
        has_qualification: true,
        is_brand_good: product.number % 9 === 0,
      },
      shop: { name: shop.name, icon: `${call.platform.baseUrl}/pictures/shop/${shop.number}.svg`, score: shop.score },
    };
    // The key is `item` on one page of the documents and `product` on another.
    return product.number % 2 === 0 ? { item: fields } : { product: fields };
  }),

  [`${LEAGUE}/product/getactivity`]: post((call) => {
    productOf(call, textOf(call.body, 'shop_appid'), idOf(call.body, 'product_id'));
    return { has_activity: false, product_activity_list: [] };
  }),

  [`${LEAGUE}/item/promotiondetail/get`]: post((call) => {
    const link = textOf(call.body, 'head_supplier_item_link');
    const offer = call.platform.world.offers.find((each) => offerLink(each) === link);
    if (offer === undefined || !isOffered(offer, call.now)) throw refusal(10024004);
    const { product } = offer;
    return {
      item: {
        product_id: bare(product.id),
        shop_appid: product.shop.appid,
        spu_source: offer.supplier === null ? 1 : 2,
        commission_info: {
          plan_type: offer.planType === 1 || offer.planType === 3 ? 1 : 2,
          commission_type: offer.planType === 0 ? 0 : 1,
          ratio: offer.talentRatio,
          service_ratio: serviceRatioAt(offer, call.now),
          start_time: offer.start,
          end_time: valueAt(offer.ends, call.now),
        },
        ...(offer.supplier === null
          ? {}
          : { head_supplier_info: { appid: offer.supplier.appid, name: offer.supplier.name, head_img: '' } }),
      },
    };
  }),

  [`${LEAGUE}/subscription/subscribe`]: post((call) => subscribe(call, true)),
  [`${LEAGUE}/subscription/unsubscribe`]: post((call) => subscribe(call, false)),

  [`${LEAGUE}/subscription/getsubscribe`]: post((call) => {
    const { platform, body, now } = call;
    const size = intOf(body, 'page_size', 1, 1000);
    const filter = optionalObject(body, 'filter') ?? {};
    const id = optionalId(filter, 'product_id');
    const name = optionalText(filter, 'product_name');
    const shop = optionalText(filter, 'appid');
    const subscribed = platform.world.products.filter(
      (product) =>
        isSubscribed(call, product, now) &&
        (id === undefined || product.id === id) &&
        (name === undefined || product.title.includes(name)) &&
        (shop === undefined || product.shop.appid === shop),
    );
    const page = pageByNumber('subscriptions', subscribed, optionalText(body, 'next_key'), size);
    return {
      subscribe_info_list: page.rows.map((product) => ({
        product_id: bare(product.id),
        shop_appid: product.shop.appid,
      })),
      ...(body.need_total_num === true ? { total_num: subscribed.length } : {}),
      next_key: page.nextKey,
      has_more: page.hasMore,
    };
  }),
};

function productOf({ platform, now }: Call, shopAppid: string, productId: string): Product {
  const shop = platform.world.shopByAppid.get(shopAppid);
  if (shop === undefined) throw refusal(10024003);
  const product = platform.world.productById.get(productId);
  const offers = platform.world.offersByProduct.get(productId) ?? [];
  if (product === undefined || !offers.some((offer) => isOffered(offer, now))) throw refusal(10024004);
  if (product.shop !== shop) throw refusal(10024043);
  return product;
}

function isListed(offer: Offer, now: number): boolean {
  const since = offer.states.findLast((change) => change.at <= now);
  const delisted = since !== undefined && since.value !== 1 && now - since.at > LINGERS;
  return isOffered(offer, now) && !delisted && now < (valueAt(offer.ends, now) ?? 0) + LINGERS;
}

function filterOf({ body, now }: Call, planType: number): (offer: Offer) => boolean {
  const shop = optionalText(body, 'shop_appid');
  const keyword = optionalText(body, 'keyword');
  const category = optionalObject(body, 'category');
  if (category !== undefined && (planType === 1 || planType === 3)) {
    throw refusal(BAD_PARAMETER, 'category is not for targeted plans');
  }
  const categoryId = category === undefined ? undefined : optionalId(category, 'category_id');
  // Of the conditions only the price is known well enough to be filtered by; the others are taken and have no effect.
  const condition = optionalObject(body, 'spu_item_condition');
  const price = condition === undefined ? undefined : optionalObject(condition, 'selling_price_range');
  const low = Number(price?.min ?? 0);
  const high = Number(price?.max ?? Number.MAX_SAFE_INTEGER);
  if (Number.isNaN(low) || Number.isNaN(high)) throw refusal(BAD_PARAMETER, 'selling_price_range');
  return ({ product }) => {
    const cheapest = Math.min(...product.skus.map((sku) => priceAt(product, sku, now)));
    return (
      (shop === undefined || product.shop.appid === shop) &&
      (keyword === undefined || product.title.includes(keyword)) &&
      (categoryId === undefined || product.family.categoryId === categoryId) &&
      cheapest >= low &&
      cheapest <= high
    );
  };
}

/** Products in a running plan are subscribed without a call; the others when somebody asked for it. */
function isSubscribed({ platform }: Call, product: Product, now: number): boolean {
  const asked = valueAt(platform.world.subscriptions.get(product.id) ?? [], now);
  if (asked !== undefined) return asked;
  return (platform.world.offersByProduct.get(product.id) ?? []).some(
    (offer) =>
      offer.planType !== 0 &&
      isOffered(offer, now) &&
      valueAt(offer.states, now) === 1 &&
      now < (valueAt(offer.ends, now) ?? 0),
  );
}

function subscribe({ platform, body, now }: Call, on: boolean): Record<string, unknown> {
  const id = idOf(body, 'product_id');
  if (!platform.world.productById.has(id)) throw refusal(10024009);
  platform.record({ at: now, kind: 'subscription', product: id, on });
  return {};
}
