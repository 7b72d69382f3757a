import { channelOf } from '../../../../shared/channel.ts';
import type { ReplyState } from '../../../../shared/contract/order.ts';
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
export function readOrderState(value: unknown): ReplyState | null {
  const order = orderOf(value);
  if (!order) return null;
  const detail = fieldsOf(order.order_detail);
  const shop = fieldsOf(detail.shop_info);
  const product = fieldsOf(detail.product_info);
  const info = fieldsOf(detail.order_info);
  const commission = fieldsOf(detail.commission_info);
  const promotion = fieldsOf(commission.promotion_info);
  const promoter = fieldsOf(commission.sharer_info);
  const talent = partOf(commission.talent_info);
  const finder = fieldsOf(commission.finder_info);
  const agency = fieldsOf(commission.promoter_agency_info);
  const subAgency = fieldsOf(commission.sub_agency_info);
  const buyer = fieldsOf(detail.buyer_info);
  const talentName = labelOf(talent?.nickname) ?? labelOf(finder.nickname);
  return {
    shop_appid: textOf(shop.appid),
    shop_name: labelOf(shop.shop_name),
    product_id: textOf(product.product_id),
    product_title: labelOf(product.title),
    thumb_url: textOf(product.thumb_img),
    product_count: numberOf(product.product_cnt),
    channel: channelOf(numberOf(commission.promotion_channel)),
    promotion_type: numberOf(promotion.channel_type),
    ...sourceOf(promotion),
    promoter_appid: textOf(promoter.sharer_appid),
    promoter_name: labelOf(promoter.nickname),
    promoter_ratio_ppm: numberOf(promoter.ratio),
    promoter_amount_fen: numberOf(promoter.amount),
    talent_appid: textOf(talent?.talent_appid),
    talent_name: talentName,
    talent_amount_fen: numberOf(talent?.amount) ?? numberOf(finder.amount),
    talent_key: textOf(talent?.talent_appid) ?? keyWithoutAppId(textOf(finder.openfinderid), talentName),
    agency_appid: textOf(agency.appid),
    agency_amount_fen: numberOf(agency.amount),
    sub_agency_appid: textOf(subAgency.appid),
    sub_agency_amount_fen: numberOf(subAgency.amount),
    buyer_id: textOf(buyer.union_id) ?? textOf(buyer.open_id),
    self_purchase: isSelfPurchase(buyer, promoter) ? 1 : 0,
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

/** Accounts named in `promotion_info`; one not documented keeps the field's name, so that staff can see it. */
const SOURCES: Readonly<Record<string, string>> = {
  finder_info: 'channels_account',
  mp_info: 'official_account',
  talent_info: 'talent',
};

function sourceOf(promotion: Record<string, unknown>): Pick<ReplyState, 'source' | 'source_name'> {
  for (const [field, value] of Object.entries(promotion)) {
    const account = field.endsWith('_info') ? partOf(value) : null;
    if (account === null || Object.keys(account).length === 0) continue;
    return { source: SOURCES[field] ?? `unknown:${field}`, source_name: labelOf(account.nickname) };
  }
  return { source: null, source_name: null };
}

function keyWithoutAppId(openFinderId: string | null, nickname: string | null): string | null {
  if (openFinderId !== null) return `finder:${openFinderId}`;
  return nickname === null ? null : `name:${nickname}`;
}

/** No field marks it, so only equal ids count: which account an open id belongs to the platform does not say. */
function isSelfPurchase(buyer: Record<string, unknown>, promoter: Record<string, unknown>): boolean {
  const ids = [textOf(buyer.open_id), textOf(buyer.union_id)].filter((id) => id !== null);
  const own = [promoter.opensharerid, promoter.sharer_openid, promoter.openid, promoter.unionid].map(textOf);
  return ids.some((id) => own.includes(id));
}

/** The platform misspells its key; the right spelling is accepted should it ever be mended. */
function orderOf(value: unknown): Record<string, unknown> | null {
  const { commssion_order, commission_order } = fieldsOf(value);
  return partOf(commssion_order) ?? partOf(commission_order);
}
