import { channelOf } from '../../../../shared/channel.ts';
import type { OrderRow } from '../../../../shared/contract/order.ts';
import { platformCode } from '../failure.ts';
import { exactNumber } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Reply } from '../reply.ts';
import { fieldsOf, instantOf, labelOf, list, numberOf, partOf, text, textOf, wire } from '../wire.ts';
import { moreOf } from './paged.ts';

export interface OrderKey {
  order_id: string;
  sku_id: string;
}

/** One state of a commission order, without what only our own books know of it. */
export type OrderState = Omit<OrderRow, 'order_id' | 'sku_id' | 'versions' | 'first_seen_at' | 'last_read_at'>;

const keyList = wire({ list: list(wire({ order_id: text, sku_id: text })), next_key: text });

const ENDPOINT = '/channels/ec/league/headsupplier/order';
const BAD_PARAMETER = 10_024_000;

/** The documented page maximum. */
export const PAGE_OF_KEYS = 30;

/** One page of keys by update or creation time, both ends in Unix seconds. Page 1 carries no cursor. */
export async function readOrderKeys(
  platform: Platform,
  range: { axis: 'updated' | 'created'; start: number; end: number },
  nextKey: string | null,
  signal?: AbortSignal,
): Promise<{ keys: OrderKey[]; nextKey: string | null }> {
  const { value } = await platform.call(
    `${ENDPOINT}/list/get`,
    {
      page_size: PAGE_OF_KEYS,
      [range.axis === 'updated' ? 'update_time_range' : 'create_time_range']: {
        start_time: range.start,
        end_time: range.end,
      },
      ...(nextKey ? { next_key: nextKey } : {}),
    },
    signal,
  );
  const parsed = keyList.parse(value);
  const keys = parsed.list.flatMap((key) =>
    key.order_id && key.sku_id ? [{ order_id: key.order_id, sku_id: key.sku_id }] : [],
  );
  return { keys, nextKey: moreOf(value) && parsed.next_key !== nextKey ? parsed.next_key : null };
}

/** The commission order's own update time in a reply of order/get; null when it says none. */
export function updateTimeOf(reply: unknown): number | null {
  return instantOf(orderOf(reply)?.update_time);
}

/** Platforms that were seen to take ids as bare integers only. */
const wantsNumbers = new WeakSet<Platform>();

/**
 * The reply of one commission order as it came; `readOrderState` understands it. Ids go as text, which no parser on
 * the way can round. The current page of the documents says number, an older one text: where text is refused as a
 * bad parameter, the same digits go as a bare integer, and that is remembered.
 */
export async function readOrder(platform: Platform, key: OrderKey, signal?: AbortSignal): Promise<Reply> {
  if (wantsNumbers.has(platform)) return platform.call(`${ENDPOINT}/get`, asNumbers(key), signal);
  try {
    return await platform.call(`${ENDPOINT}/get`, { order_id: key.order_id, sku_id: key.sku_id }, signal);
  } catch (error) {
    if (platformCode(error) !== BAD_PARAMETER || !/^\d+$/.test(key.order_id + key.sku_id)) throw error;
    const reply = await platform.call(`${ENDPOINT}/get`, asNumbers(key), signal);
    wantsNumbers.add(platform);
    return reply;
  }
}

function asNumbers(key: OrderKey): Record<string, unknown> {
  return { order_id: exactNumber(key.order_id), sku_id: exactNumber(key.sku_id) };
}

/** Null when the reply holds no commission order. */
export function readOrderState(value: unknown): OrderState | null {
  const order = orderOf(value);
  if (!order) return null;
  const detail = fieldsOf(order.order_detail);
  const shop = fieldsOf(detail.shop_info);
  const product = fieldsOf(detail.product_info);
  const info = fieldsOf(detail.order_info);
  const commission = fieldsOf(detail.commission_info);
  const promoter = fieldsOf(commission.sharer_info);
  const talent = partOf(commission.talent_info);
  const finder = fieldsOf(commission.finder_info);
  const agency = fieldsOf(commission.promoter_agency_info);
  const subAgency = fieldsOf(commission.sub_agency_info);
  return {
    shop_appid: textOf(shop.appid),
    shop_name: labelOf(shop.shop_name),
    product_id: textOf(product.product_id),
    product_title: labelOf(product.title),
    thumb_url: textOf(product.thumb_img),
    product_count: numberOf(product.product_cnt),
    channel: channelOf(numberOf(commission.promotion_channel)),
    promotion_type: numberOf(fieldsOf(commission.promotion_info).channel_type),
    promoter_appid: textOf(promoter.sharer_appid),
    promoter_name: labelOf(promoter.nickname),
    promoter_ratio_ppm: numberOf(promoter.ratio),
    promoter_amount_fen: numberOf(promoter.amount),
    talent_appid: textOf(talent?.talent_appid),
    talent_name: labelOf(talent?.nickname) ?? labelOf(finder.nickname),
    talent_amount_fen: numberOf(talent?.amount) ?? numberOf(finder.amount),
    agency_appid: textOf(agency.appid),
    agency_amount_fen: numberOf(agency.amount),
    sub_agency_appid: textOf(subAgency.appid),
    sub_agency_amount_fen: numberOf(subAgency.amount),
    // The old page names it `status`, the wire `order_status`.
    order_status: numberOf(info.order_status) ?? numberOf(info.status),
    commission_status: numberOf(order.status),
    actual_payment_fen: numberOf(product.actual_payment),
    service_ratio_ppm: numberOf(commission.service_ratio),
    service_amount_fen: numberOf(commission.service_amount),
    service_total_fen: numberOf(commission.service_total_amount),
    platform_amount_fen: numberOf(commission.platform_amount),
    created_at: instantOf(order.create_time),
    updated_at: instantOf(order.update_time),
    paid_at: instantOf(info.pay_time),
    settled_at: instantOf(commission.profit_sharding_suc_time),
  };
}

/** The platform misspells its key; the right spelling is accepted should it ever be mended. */
function orderOf(value: unknown): Record<string, unknown> | null {
  const { commssion_order, commission_order } = fieldsOf(value);
  return partOf(commssion_order) ?? partOf(commission_order);
}
