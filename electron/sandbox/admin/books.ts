/** The sandbox's own books: what a caller that has read everything must have. */
import { amountsOf } from '../orders/amounts.ts';
import type { OrderBook } from '../orders/book.ts';
import { isUpgraded } from '../orders/detail.ts';
import type { Line } from '../orders/line.ts';
import { codesOf } from '../orders/odd-code.ts';
import type { Platform } from '../platform.ts';
import { offerPriceAt, offerStockAt, offerTitleAt } from '../world/exclusive.ts';
import { valueAt } from '../world/history.ts';
import { shopStatusAt } from '../world/shops.ts';
import { approvedAt, isBound, serviceRatioAt, splitAt } from '../world/world.ts';

/** Amounts in fen, ratios in ppm, times in Unix seconds, ids as text. */
export interface BookLine {
  order_id: string;
  sku_id: string;
  shop_appid: string;
  shop_name: string;
  product_id: string;
  product_title: string;
  promotion_channel: number | null;
  /** promotion_info.channel_type */
  channel_type: number | null;
  promoter: { appid: string; nickname: string; ratio: number; amount: number } | null;
  talent_appid: string | null;
  order_status: number;
  commission_status: number;
  actual_payment: number;
  service_ratio: number;
  service_amount: number;
  service_total_amount: number | null;
  platform_amount: number | null;
  create_time: number;
  update_time: number;
  pay_time: number | null;
  settled_time: number | null;
  /** Different states so far. */
  states: number;
}

/** Every order visible at the clock's time, or at an earlier one, by create_time, order_id, sku_id as text. */
export function* orderBooks(platform: Platform, asOf?: number): Generator<BookLine> {
  const book = platform.current();
  const unix = Math.min(asOf ?? book.now, book.now);
  const lines: Line[] = [];
  book.byCreate.scan(0, unix, undefined, (line) => {
    if (platform.isVisible(line, unix)) lines.push(line);
    return true;
  });
  for (const line of lines) yield bookLine(book, line, unix);
}

function bookLine(book: OrderBook, line: Line, unix: number): BookLine {
  const state = book.shownOf(line, unix);
  const amounts = amountsOf(line, state);
  const codes = codesOf(line, state);
  const { product } = line.offer;
  return {
    order_id: line.orderId,
    sku_id: line.skuId,
    shop_appid: product.shop.appid,
    shop_name: product.shop.name,
    product_id: product.id,
    product_title: product.title,
    promotion_channel: codes.promotion_channel,
    channel_type: codes.channel_type,
    promoter:
      line.promoter === null
        ? null
        : {
            appid: line.promoter.appid,
            nickname: line.promoter.nickname,
            ratio: line.sharerRatio,
            amount: amounts.sharer,
          },
    talent_appid: line.talent !== null && isUpgraded(line.talent, state) ? line.talent.appid : null,
    order_status: codes.order_status,
    commission_status: codes.status,
    actual_payment: amounts.payment,
    service_ratio: line.serviceRatio,
    service_amount: amounts.service,
    service_total_amount: line.showsTotals ? amounts.gross : null,
    platform_amount: line.showsTotals ? amounts.platform : null,
    create_time: line.createTime,
    update_time: state.updateTime,
    pay_time: state.payTime,
    settled_time: state.settledTime,
    states: state.states,
  };
}

export function* shopBooks(platform: Platform): Generator<Record<string, unknown>> {
  const { now } = platform.current();
  for (const shop of platform.world.shops) {
    const status = shopStatusAt(shop, now);
    if (!shop.related || status === undefined) continue;
    yield { shop_appid: shop.appid, shop_name: shop.name, status, approved_time: approvedAt(shop, now) ?? null };
  }
}

/** One row a plan: the same product can be there twice. */
export function* productBooks(platform: Platform): Generator<Record<string, unknown>> {
  const { now } = platform.current();
  for (const offer of platform.world.offers) {
    const { product } = offer;
    if (offer.planType === 0 || offer.start > now || shopStatusAt(product.shop, now) !== 2) continue;
    const prices = product.skus.map((sku) => offerPriceAt(offer, sku, now));
    yield {
      shop_appid: product.shop.appid,
      product_id: product.id,
      plan_type: offer.planType,
      head_supplier_appid: offer.supplier?.appid ?? null,
      title: offerTitleAt(offer, now),
      product_status: product.status,
      plan_status: valueAt(offer.states, now),
      service_ratio: serviceRatioAt(offer, now),
      start_time: offer.start,
      end_time: valueAt(offer.ends, now),
      min_price: Math.min(...prices),
      max_price: Math.max(...prices),
      stock: product.skus.reduce((sum, sku) => sum + offerStockAt(offer, sku, now), 0),
    };
  }
}

export function* promoterBooks(platform: Platform): Generator<Record<string, unknown>> {
  const { now } = platform.current();
  for (const promoter of platform.world.promoters) {
    if (!isBound(promoter, now)) continue;
    const split = splitAt(promoter, now);
    yield {
      sharer_appid: promoter.appid,
      nickname: promoter.nickname,
      bind_time: promoter.bindTime,
      commission_type: split.type,
      commission_ratio: split.ratio,
    };
  }
}

/** Splits of single products that hold now. */
export function* splitBooks(platform: Platform): Generator<Record<string, unknown>> {
  const { now } = platform.current();
  for (const promoter of platform.world.promoters) {
    for (const [product, changes] of promoter.productSplits) {
      const ratio = valueAt(changes, now);
      if (ratio !== undefined) yield { sharer_appid: promoter.appid, product_id: product, commission_ratio: ratio };
    }
  }
}
