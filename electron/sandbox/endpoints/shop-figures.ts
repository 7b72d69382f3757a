/** A shop's figures as shop/get gives them. They are counted once an hour at most: the platform's statistics lag, too. */
import { DAY, dayOf, HOUR, startOfDay } from '../clock.ts';
import type { OrderBook } from '../orders/book.ts';
import type { Line } from '../orders/line.ts';
import type { Platform } from '../platform.ts';
import type { Shop } from '../world/shops.ts';

export interface ShopFigures {
  /** fen */
  gmv: number;
  product_number: number;
  product_number_today: number;
  product_number_sold_today: number;
  /** fen */
  settle_amount: number;
  unsettle_amount: number;
}

interface Counted {
  hour: number;
  figures: ShopFigures;
}

const counted = new WeakMap<OrderBook, Map<number, Counted>>();

export function shopFigures(platform: Platform, book: OrderBook, shop: Shop): ShopFigures {
  const hour = Math.floor(book.now / HOUR);
  let ofBook = counted.get(book);
  if (ofBook === undefined) {
    ofBook = new Map();
    counted.set(book, ofBook);
  }
  const known = ofBook.get(shop.number);
  if (known?.hour === hour) return known.figures;
  const figures = count(platform, book, shop);
  ofBook.set(shop.number, { hour, figures });
  return figures;
}

function count(platform: Platform, book: OrderBook, shop: Shop): ShopFigures {
  const { now } = book;
  const today = startOfDay(dayOf(now));
  const starts = platform.world.offers.filter((offer) => offer.product.shop === shop && offer.planType !== 0);
  const sums = book.shopSums.get(shop.number);
  return {
    gmv: sums?.paid ?? 0,
    product_number: new Set(starts.filter((offer) => offer.start <= now).map((offer) => offer.product.id)).size,
    product_number_today: starts.filter((offer) => offer.start >= today && offer.start < today + DAY).length,
    product_number_sold_today: soldSince(book, shop, today),
    settle_amount: sums?.earned ?? 0,
    unsettle_amount: sums?.pending ?? 0,
  };
}

/** Different products paid for since an instant. */
function soldSince(book: OrderBook, shop: Shop, since: number): number {
  const lines = book.byShop.get(shop.number) ?? [];
  const sold = new Set<string>();
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] as Line;
    // Nobody pays later than a day after the order became visible.
    if (line.visibleAt < since - DAY) break;
    if ((book.stateOf(line).payTime ?? 0) >= since) sold.add(line.offer.product.id);
  }
  return sold.size;
}
