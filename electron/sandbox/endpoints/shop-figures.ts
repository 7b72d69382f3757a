/** A shop's figures as shop/get gives them. They are counted once an hour: the platform's statistics lag, too. */
import { DAY, dayOf, HOUR, startOfDay } from '../clock.ts';
import { amountsOf } from '../orders/amounts.ts';
import type { OrderBook } from '../orders/book.ts';
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
  const figures = count(platform, book, shop, hour * HOUR);
  ofBook.set(shop.number, { hour, figures });
  return figures;
}

function count(platform: Platform, book: OrderBook, shop: Shop, unix: number): ShopFigures {
  const today = startOfDay(dayOf(unix));
  const soldToday = new Set<string>();
  const starts = platform.world.offers.filter((offer) => offer.product.shop === shop && offer.planType !== 0);
  const figures: ShopFigures = {
    gmv: 0,
    product_number: new Set(starts.filter((offer) => offer.start <= unix).map((offer) => offer.product.id)).size,
    product_number_today: starts.filter((offer) => offer.start >= today && offer.start < today + DAY).length,
    product_number_sold_today: 0,
    settle_amount: 0,
    unsettle_amount: 0,
  };
  for (const line of book.byShop.get(shop.number) ?? []) {
    if (line.visibleAt > unix) continue;
    const state = book.stateOf(line, unix);
    if (state.payTime === null) continue;
    const amounts = amountsOf(line, state);
    figures.gmv += amounts.payment;
    if (state.commissionStatus === 100) figures.settle_amount += amounts.service;
    if (state.commissionStatus === 20) figures.unsettle_amount += amounts.service;
    if (state.payTime >= today) soldToday.add(line.offer.product.id);
  }
  figures.product_number_sold_today = soldToday.size;
  return figures;
}
