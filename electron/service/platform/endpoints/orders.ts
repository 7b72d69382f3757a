import { channelOf } from '../../../../shared/channel.ts';
import type { OrderRow } from '../../../../shared/contract/order.ts';
import { platformCode } from '../failure.ts';
import { exactNumber } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Reply } from '../reply.ts';
import { instant, label, list, number, part, text, wire } from '../wire.ts';
import { moreOf } from './paged.ts';

export interface OrderKey {
  order_id: string;
  sku_id: string;
}

/** One state of a commission order, without what only our own books know of it. */
export type OrderState = Omit<OrderRow, 'order_id' | 'sku_id' | 'versions' | 'first_seen_at' | 'last_read_at'>;

const keyList = wire({ list: list(wire({ order_id: text, sku_id: text })), next_key: text });

const person = { nickname: label, ratio: number, amount: number };
const agency = part({ appid: text, ...person });

const commissionOrder = part({
  order_id: text,
  sku_id: text,
  create_time: instant,
  update_time: instant,
  status: number,
  order_detail: wire({
    shop_info: wire({ appid: text, shop_name: label }),
    product_info: wire({
      product_id: text,
      thumb_img: text,
      title: label,
      actual_payment: number,
      product_cnt: number,
    }),
    // The old page names it `status`, the wire `order_status`.
    order_info: wire({ order_status: number, status: number, pay_time: instant }),
    commission_info: wire({
      promotion_channel: number,
      service_ratio: number,
      service_amount: number,
      service_total_amount: number,
      platform_amount: number,
      profit_sharding_suc_time: instant,
      finder_info: part(person),
      talent_info: part({ talent_appid: text, ...person }),
      sharer_info: part({ sharer_appid: text, ...person }),
      sub_agency_info: agency,
      promoter_agency_info: agency,
      promotion_info: wire({ channel_type: number }),
    }),
  }),
});

// The platform misspells its key; the right spelling is accepted should it ever be mended.
const orderReply = wire({ commssion_order: commissionOrder, commission_order: commissionOrder });

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
  const { commssion_order, commission_order } = reply as Record<string, { update_time?: unknown } | undefined>;
  return instant.parse((commssion_order ?? commission_order)?.update_time);
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
  const reply = orderReply.parse(value);
  const order = reply.commssion_order ?? reply.commission_order;
  if (!order) return null;
  const { shop_info, product_info, order_info, commission_info } = order.order_detail;
  const { sharer_info, talent_info, finder_info, promoter_agency_info, sub_agency_info } = commission_info;
  return {
    shop_appid: shop_info.appid,
    shop_name: shop_info.shop_name,
    product_id: product_info.product_id,
    product_title: product_info.title,
    thumb_url: product_info.thumb_img,
    product_count: product_info.product_cnt,
    channel: channelOf(commission_info.promotion_channel),
    promotion_type: commission_info.promotion_info.channel_type,
    promoter_appid: sharer_info?.sharer_appid ?? null,
    promoter_name: sharer_info?.nickname ?? null,
    promoter_ratio_ppm: sharer_info?.ratio ?? null,
    promoter_amount_fen: sharer_info?.amount ?? null,
    talent_appid: talent_info?.talent_appid ?? null,
    talent_name: talent_info?.nickname ?? finder_info?.nickname ?? null,
    talent_amount_fen: talent_info?.amount ?? finder_info?.amount ?? null,
    agency_appid: promoter_agency_info?.appid ?? null,
    agency_amount_fen: promoter_agency_info?.amount ?? null,
    sub_agency_appid: sub_agency_info?.appid ?? null,
    sub_agency_amount_fen: sub_agency_info?.amount ?? null,
    order_status: order_info.order_status ?? order_info.status,
    commission_status: order.status,
    actual_payment_fen: product_info.actual_payment,
    service_ratio_ppm: commission_info.service_ratio,
    service_amount_fen: commission_info.service_amount,
    service_total_fen: commission_info.service_total_amount,
    platform_amount_fen: commission_info.platform_amount,
    created_at: order.create_time,
    updated_at: order.update_time,
    paid_at: order_info.pay_time,
    settled_at: commission_info.profit_sharding_suc_time,
  };
}
