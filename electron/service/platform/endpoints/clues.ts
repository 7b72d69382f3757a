import type { Unix } from '../../../../shared/time.ts';
import { platformCode } from '../failure.ts';
import { exactNumber } from '../json.ts';
import type { Platform } from '../platform.ts';
import { instant, label, list, number, part, text, wire } from '../wire.ts';
import type { OrderKey } from './orders.ts';
import { moreOf, pages } from './paged.ts';

/** 线索订单: a shop's own goods sold through shared content, for which the platform pays no commission. */
export interface Clue extends OrderKey {
  /** The meaning of its codes is not documented. */
  status: number | null;
  shop_appid: string | null;
  product_id: string | null;
  product_title: string | null;
  actual_payment_fen: number | null;
  order_status: number | null;
  promoter_appid: string | null;
  promoter_name: string | null;
  created_at: Unix | null;
  updated_at: Unix | null;
}

const CLUE = '/channels/ec/league/headsupplier/clue';
const BAD_PARAMETER = 10_024_000;

const clueList = wire({ list: list(wire({ order_id: text, sku_id: text })), next_key: text });

const clue = part({
  status: number,
  create_time: instant,
  update_time: instant,
  clue_detail: wire({
    shop_info: wire({ appid: text }),
    product_info: wire({ product_id: text, title: label, actual_payment: number }),
    // `status` here, where the commission order has `order_status`.
    order_info: wire({ status: number }),
    sharer_info: wire({ sharer_appid: text, nickname: label }),
  }),
});
const clueReply = wire({ commssion_clue: clue, commission_clue: clue });

/**
 * Keys of the clue orders created in a range, both ends in Unix seconds; `shop_appid` keeps it to one shop. There is
 * no filter by update time and none by order. Page maximum 100; page 1 carries no cursor.
 */
export function clueKeyPages(
  platform: Platform,
  filter: { created: { start: Unix; end: Unix }; shop_appid?: string | undefined },
  signal?: AbortSignal,
): AsyncGenerator<OrderKey[]> {
  return pages(
    platform,
    `${CLUE}/list/get`,
    {
      page_size: 100,
      create_time_range: { start_time: filter.created.start, end_time: filter.created.end },
      ...(filter.shop_appid ? { appid: filter.shop_appid } : {}),
    },
    null,
    ({ value }) => {
      const parsed = clueList.parse(value);
      const items = parsed.list.flatMap((key) =>
        key.order_id && key.sku_id ? [{ order_id: key.order_id, sku_id: key.sku_id }] : [],
      );
      return { items, nextKey: parsed.next_key, more: moreOf(value) };
    },
    signal,
  );
}

/**
 * One clue order; null when the reply holds none. Ids go as text first and as bare integers where text is refused,
 * for the documents do not say which: a rounded id would name another order.
 */
export async function readClue(
  platform: Platform,
  key: OrderKey,
  signal?: AbortSignal,
): Promise<{ clue: Clue; raw: string } | null> {
  const ask = (order_id: unknown, sku_id: unknown) => platform.call(`${CLUE}/get`, { order_id, sku_id }, signal);
  const reply = await ask(key.order_id, key.sku_id).catch((error: unknown) => {
    if (platformCode(error) !== BAD_PARAMETER || !/^\d+$/.test(key.order_id + key.sku_id)) throw error;
    return ask(exactNumber(key.order_id), exactNumber(key.sku_id));
  });
  const parsed = clueReply.parse(reply.value);
  const found = parsed.commssion_clue ?? parsed.commission_clue;
  if (!found) return null;
  const { shop_info, product_info, order_info, sharer_info } = found.clue_detail;
  return {
    clue: {
      order_id: key.order_id,
      sku_id: key.sku_id,
      status: found.status,
      shop_appid: shop_info.appid,
      product_id: product_info.product_id,
      product_title: product_info.title,
      actual_payment_fen: product_info.actual_payment,
      order_status: order_info.status,
      promoter_appid: sharer_info.sharer_appid,
      promoter_name: sharer_info.nickname,
      created_at: found.create_time,
      updated_at: found.update_time,
    },
    raw: reply.text,
  };
}
