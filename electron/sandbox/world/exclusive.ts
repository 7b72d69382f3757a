/**
 * What a plan for chosen institutions (1 and 3) may have of its own: price, stock, title, first picture. Drawn from a stream
 * of its own, so that everything else of the world stays as it was without it.
 */
import { mix, Random } from '../random.ts';
import { type Change, valueAt } from './history.ts';
import type { Offer, Product, Sku } from './products.ts';
import { priceAt, stockAt } from './world.ts';

export interface Own {
  /** fen, for all SKUs */
  prices: Change<number>[];
  /** pieces, for all SKUs */
  stocks: Change<number>[];
  titles: Change<string>[];
  /** Number of the picture that comes first in place of the product's own. */
  pictures: Change<number>[];
}

const SHARE = 0.08;

export function ownOf(product: Product, planType: number): Own {
  const own: Own = { prices: [], stocks: [], titles: [], pictures: [] };
  const random = new Random(mix('own', product.id, planType));
  if ((planType !== 1 && planType !== 3) || !random.chance(SHARE)) return own;
  const lowest = Math.min(...product.skus.map((sku) => sku.salePrice));
  switch (random.int(0, 3)) {
    case 0:
      own.prices.push({ at: 0, value: Math.max(1, Math.round((lowest * random.int(80, 95)) / 100)) });
      break;
    case 1:
      own.stocks.push({ at: 0, value: random.int(20, 300) });
      break;
    case 2:
      own.titles.push({ at: 0, value: `【机构专享】${product.title}` });
      break;
    default:
      own.pictures.push({ at: 0, value: product.pictures + 1 });
  }
  return own;
}

export function offerPriceAt(offer: Offer, sku: Sku, unix: number): number {
  return valueAt(offer.own.prices, unix) ?? priceAt(offer.product, sku, unix);
}

export function offerStockAt(offer: Offer, sku: Sku, unix: number): number {
  return valueAt(offer.own.stocks, unix) ?? stockAt(offer.product, sku, unix);
}

export function titleAt(product: Product, unix: number): string {
  return valueAt(product.titleChanges, unix) ?? product.title;
}

export function offerTitleAt(offer: Offer, unix: number): string {
  return valueAt(offer.own.titles, unix) ?? titleAt(offer.product, unix);
}
