/** A product as details write it. */
import type { Platform } from '../platform.ts';
import { mix, Random } from '../random.ts';
import { offerPriceAt, offerStockAt, offerTitleAt, titleAt } from '../world/exclusive.ts';
import { valueAt } from '../world/history.ts';
import type { Offer, Product } from '../world/products.ts';
import { priceAt, stockAt } from '../world/world.ts';

/** The product itself, or as an offer sells it: that may have a price, stock, title or first picture of its own. */
export function productInfo(platform: Platform, product: Product, now: number, offer?: Offer): Record<string, unknown> {
  const pictureOf = (n: number) => `${platform.baseUrl}/pictures/product/${product.id}-${n}.svg`;
  const pictures = Array.from({ length: product.pictures }, (_, i) => pictureOf(i));
  const odd = valueAt(product.oddPictures, now);
  if (odd !== undefined) pictures[0] = `${platform.baseUrl}/pictures/odd/${odd}/${product.id}.jpg`;
  const own = offer && valueAt(offer.own.pictures, now);
  if (own !== undefined) pictures[0] = pictureOf(own);
  return {
    title: offer ? offerTitleAt(offer, now) : titleAt(product, now),
    ...(product.subTitle === '' ? {} : { sub_title: product.subTitle }),
    short_title: product.shortTitle,
    head_imgs: pictures,
    ...(product.number % 4 === 0 ? {} : { desc_info: { imgs: pictures.slice(0, 2), desc: product.subTitle } }),
    cats_v2: [{ cat_id: product.family.categoryId, cat_name: product.family.category }],
    status: product.status,
    skus: product.skus.map((sku) => ({
      sku_id: sku.id,
      thumb_img: pictures[0],
      sale_price: offer ? offerPriceAt(offer, sku, now) : priceAt(product, sku, now),
      market_price: sku.marketPrice,
      stock_num: offer ? offerStockAt(offer, sku, now) : stockAt(product, sku, now),
      sku_attrs: [{ attr_key: sku.attribute, attr_value: sku.value }],
      sku_deliver_info: { stock_type: 0 },
    })),
  };
}

/** The plan's own link, as selection and plan calls name it. */
export function offerLink(offer: Offer): string {
  return `weixinstorehs/${100_000 + offer.number}`;
}

/** Goes with the embedded product card; without it a sale is not attributed. */
export function promotionLink(offer: Offer, promoterNumber?: number): string {
  const random = new Random(mix('link', offer.number, promoterNumber ?? -1));
  return `pl_${random.hex(48)}`;
}
