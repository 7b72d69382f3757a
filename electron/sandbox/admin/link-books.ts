/** Every promoter's link of every product that could be asked for now, as the material calls answer it. */
import { codeOf } from '../endpoints/material.ts';
import type { Platform } from '../platform.ts';
import { productLink } from '../wire/links.ts';
import { isBound, isOffered } from '../world/world.ts';

export interface LinkLine {
  shop_appid: string;
  product_id: string;
  /** '' where the plan is the shop's own. */
  head_supplier_appid: string;
  plan_type: number;
  promoter_appid: string;
  link: string;
}

/** All pairs are many: `promoter` keeps to one AppID, `product` to one id. */
export function* linkBooks(
  platform: Platform,
  only: { promoter: string | null; product: string | null },
): Generator<LinkLine> {
  const { now } = platform.current();
  const { offers, promoters } = platform.world;
  const bound = promoters.filter(
    (promoter) => isBound(promoter, now) && (only.promoter === null || promoter.appid === only.promoter),
  );
  for (const offer of offers) {
    const { product } = offer;
    if (offer.planType === 0 || !isOffered(offer, now)) continue;
    if (only.product !== null && product.id !== only.product) continue;
    for (const promoter of bound)
      yield {
        shop_appid: product.shop.appid,
        product_id: product.id,
        head_supplier_appid: offer.supplier?.appid ?? '',
        plan_type: offer.planType,
        promoter_appid: promoter.appid,
        link: productLink(codeOf(offer, promoter)),
      };
  }
}
