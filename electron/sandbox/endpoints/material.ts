/** What a promoter is given for one product: link, QR code, parameter for the embedded card. */

import { mix } from '../random.ts';
import { BAD_PROMOTER_PARAMETER, optionalId, optionalText, textOf } from '../wire/body.ts';
import { bare } from '../wire/json-text.ts';
import { productLink } from '../wire/links.ts';
import { refusal } from '../wire/refusal.ts';
import type { Offer } from '../world/products.ts';
import type { Promoter } from '../world/promoters.ts';
import { isBound, isOffered } from '../world/world.ts';
import { type Call, type Endpoints, post } from './endpoint.ts';
import { promotionLink } from './product-fields.ts';

const PROMOTER = '/channels/ec/promoter';

export const materialEndpoints: Endpoints = {
  [`${PROMOTER}/get_product_promotion_link_info`]: post((call) => {
    const { promoter, offer } = subjectOf(call);
    const code = codeOf(offer, promoter);
    return {
      short_link: `#小程序://微信小店/${code}`,
      http_short_link: productLink(code),
      product_id: bare(offer.product.id),
      shop_appid: offer.product.shop.appid,
    };
  }),

  [`${PROMOTER}/get_product_promotion_qrcode_info`]: post((call) => {
    const { promoter, offer } = subjectOf(call);
    return { qrcode_url: `${call.platform.baseUrl}/pictures/qr/${codeOf(offer, promoter)}.png` };
  }),

  [`${PROMOTER}/get_promoter_single_product_promotion_info`]: post((call) => {
    const { promoter, offer } = subjectOf(call);
    return { product_promotion_link: promotionLink(offer, promoter.number) };
  }),
};

function subjectOf(call: Call): { promoter: Promoter; offer: Offer } {
  const promoter = promoterOf(call);
  const offer = offerOf(call);
  if (offer === undefined) throw refusal(10024004);
  if (offer.planType === 0 || !isOffered(offer, call.now)) throw refusal(10071048);
  return { promoter, offer };
}

function promoterOf({ platform, body, now }: Call): Promoter {
  const appid = optionalText(body, 'sharer_appid', BAD_PROMOTER_PARAMETER);
  const openid = optionalText(body, 'sharer_openid', BAD_PROMOTER_PARAMETER);
  if (appid === undefined && openid === undefined) throw refusal(BAD_PROMOTER_PARAMETER, 'sharer_appid');
  const { promoters, promoterByAppid } = platform.world;
  const promoter = appid === undefined ? promoters.find((each) => each.openid === openid) : promoterByAppid.get(appid);
  // An openid we have never seen belongs to some other mini program.
  if (promoter === undefined && appid === undefined) throw refusal(10071056);
  if (promoter === undefined || !isBound(promoter, now)) throw refusal(10071029);
  return promoter;
}

/** By product id, shop and perhaps supplier, or by a short link given out before. */
function offerOf({ platform, body, now }: Call): Offer | undefined {
  const { world } = platform;
  const link = optionalText(body, 'product_short_link', BAD_PROMOTER_PARAMETER);
  const id = optionalId(body, 'product_id', BAD_PROMOTER_PARAMETER);
  if ((link === undefined) === (id === undefined)) {
    throw refusal(BAD_PROMOTER_PARAMETER, 'product_id or product_short_link');
  }
  if (id === undefined) return world.offers[offerNumberOf(link as string)];
  const shop = textOf(body, 'shop_appid', BAD_PROMOTER_PARAMETER);
  const supplier = optionalText(body, 'head_supplier_appid', BAD_PROMOTER_PARAMETER);
  const offers = (world.offersByProduct.get(id) ?? []).filter(
    (offer) => offer.product.shop.appid === shop && (supplier === undefined || offer.supplier?.appid === supplier),
  );
  // Under several plans the first one that is open to promoters now.
  return offers.find((offer) => offer.planType !== 0 && isOffered(offer, now)) ?? offers[0];
}

/** Names plan and promoter, so that a link can be given back instead of a product id. */
export function codeOf(offer: Offer, promoter: Promoter): string {
  const check = mix('short', offer.number, promoter.number).toString(36).padStart(7, '0');
  return `${offer.number.toString(36)}_${promoter.number.toString(36)}_${check}`;
}

function offerNumberOf(link: string): number {
  const [offer = '', promoter = '', check] = link.slice(link.lastIndexOf('/') + 1).split('_');
  const numbers = [Number.parseInt(offer, 36), Number.parseInt(promoter, 36)] as const;
  return mix('short', ...numbers)
    .toString(36)
    .padStart(7, '0') === check
    ? numbers[0]
    : -1;
}
