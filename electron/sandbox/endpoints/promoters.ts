/** Promoters (推客): who is bound, what share of our fee they get, and how the binding ends. */

import {
  BAD_PARAMETER,
  BAD_PROMOTER_PARAMETER,
  type Body,
  idOf,
  intOf,
  optionalText,
  requiredCursor,
  textOf,
} from '../wire/body.ts';
import { pageByNumber } from '../wire/cursor.ts';
import { refusal } from '../wire/refusal.ts';
import type { Promoter } from '../world/promoters.ts';
import { isBound, productSplitAt, splitAt } from '../world/world.ts';
import { type Call, type Endpoints, post } from './endpoint.ts';
import { asGiven } from './shrink.ts';

const PROMOTER = '/channels/ec/promoter';
/** ppm of our fee; an older page of the documents ends at 900 000. */
const LEAST_SHARE = 100_000;
const WHOLE = 1_000_000;

export const promoterEndpoints: Endpoints = {
  [`${PROMOTER}/get_bind_sharer_list`]: post((call) => {
    const { platform, body, now } = call;
    const size = intOf(body, 'page_size', 1, 20);
    const cursor = requiredCursor(body);
    const appid = optionalText(body, 'sharer_appid');
    const openid = optionalText(body, 'sharer_openid');
    const bound = platform.world.promoters.filter(
      (promoter) =>
        isBound(promoter, now) &&
        (appid === undefined || promoter.appid === appid) &&
        (openid === undefined || promoter.openid === openid),
    );
    const page = asGiven(call, pageByNumber('promoters', bound, cursor, size));
    return {
      sharer_info_list: page.rows.map((promoter) => {
        const split = splitAt(promoter, now);
        return {
          sharer_appid: promoter.appid,
          nickname: promoter.nickname,
          head_img_url: `${platform.baseUrl}/pictures/head/promoter-${promoter.number}.svg`,
          bind_time: promoter.bindTime,
          commission_type: split.type,
          commission_ratio: split.ratio,
        };
      }),
      next_key: page.nextKey,
    };
  }),

  [`${PROMOTER}/get_promoter_register_and_bind_status`]: post(({ platform, body, now }) => {
    const appid = optionalText(body, 'sharer_appid');
    const openid = optionalText(body, 'sharer_openid');
    if ((appid === undefined) === (openid === undefined)) throw refusal(BAD_PARAMETER, 'sharer_openid or sharer_appid');
    if (typeof body.is_simple_register !== 'boolean') throw refusal(BAD_PARAMETER, 'is_simple_register');
    const promoter = platform.world.promoters.find((each) => each.appid === appid || each.openid === openid);
    if (promoter !== undefined && isBound(promoter, now)) {
      return { bind_status: 1, register_status: 2, sharer_appid: promoter.appid };
    }
    // Somebody who was bound before is registered still; anybody else is not known.
    const registered = promoter !== undefined && promoter.bindTime <= now;
    const entry = { business: 'CreatorApplyments', query: 'sandbox=1' };
    return {
      bind_status: 0,
      register_status: registered ? 2 : 0,
      ...(registered ? {} : { register_business_type: entry.business, register_query_string: entry.query }),
      bind_business_type: entry.business,
      bind_query_string: entry.query,
    };
  }),

  [`${PROMOTER}/set_sharer_commission_info`]: post((call) => {
    const promoter = boundPromoter(call);
    const type = intOf(call.body, 'commission_type', 0, 1) as 0 | 1;
    const ratio = intOf(call.body, 'commission_ratio', 0, WHOLE);
    // Where the institution pays by itself the ratio is a filler: 1 by the guide, 0 by an older text.
    if (ratio < LEAST_SHARE && !(type === 1 && ratio <= 1)) throw refusal(BAD_PARAMETER, 'commission_ratio');
    call.platform.record({ at: call.now, kind: 'split', promoter: promoter.appid, type, ratio });
    return {};
  }),

  [`${PROMOTER}/set_sharer_product_commission_info`]: post((call) => {
    const promoter = boundPromoter(call);
    const product = productIdOf(call);
    const ratio = ratioOf(call.body);
    call.platform.record({ at: call.now, kind: 'product-split', promoter: promoter.appid, product, ratio });
    return {};
  }),

  [`${PROMOTER}/get_sharer_product_commission_info`]: post((call) => {
    const promoter = boundPromoter(call);
    const ratio = productSplitAt(promoter, productIdOf(call), call.now);
    return { is_set: ratio !== undefined, commission_ratio: ratio ?? 0 };
  }),

  [`${PROMOTER}/headsupplier_unbind_promoter`]: post(({ platform, body, now }) => {
    const promoter = platform.world.promoterByAppid.get(textOf(body, 'sharer_appid', BAD_PROMOTER_PARAMETER));
    if (promoter === undefined || !isBound(promoter, now)) throw refusal(10071058);
    platform.record({ at: now, kind: 'unbind', promoter: promoter.appid });
    return {};
  }),
};

/** By sharer_appid; unknown and unbound ones are refused alike. */
export function boundPromoter({ platform, body, now }: Call): Promoter {
  const promoter = platform.world.promoterByAppid.get(textOf(body, 'sharer_appid', BAD_PROMOTER_PARAMETER));
  if (promoter === undefined || !isBound(promoter, now)) throw refusal(10071029);
  return promoter;
}

function productIdOf({ platform, body }: Call): string {
  const id = idOf(body, 'product_id');
  if (!platform.world.productById.has(id)) throw refusal(BAD_PARAMETER, 'product_id');
  return id;
}

/** A number, or a text as the page has it. */
function ratioOf(body: Body): number {
  const text = body.commission_ratio;
  const ratio = typeof text === 'string' && /^\d{1,7}$/.test(text) ? Number(text) : text;
  return intOf({ commission_ratio: ratio }, 'commission_ratio', LEAST_SHARE, WHOLE);
}
