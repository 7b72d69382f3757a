import { DAY_SECONDS } from '../../../../shared/time.ts';
import { platformCode } from '../failure.ts';
import type { Platform } from '../platform.ts';
import { list, text, wire } from '../wire.ts';
import type { OrderKey } from './orders.ts';
import { moreOf, pages } from './paged.ts';

const ENDPOINT = '/channels/ec/league/headsupplier/order/list/get';
const BAD_PARAMETER = 10_024_000;
const NO_SUCH_ORDER = 10_024_006;
const WIDE = 180 * DAY_SECONDS;

const keyList = wire({ list: list(wire({ order_id: text, sku_id: text })), next_key: text });

/** Platforms that were seen to want a range beside the order number. */
const wantsRange = new WeakSet<Platform>();

/**
 * The keys of one order, one a SKU; none when the institution has no such order. With `order_id` all other filters
 * are ignored; whether a range may be left out then is not documented, so it is tried without first.
 */
export async function readKeysOfOrder(platform: Platform, orderId: string, signal?: AbortSignal): Promise<OrderKey[]> {
  try {
    if (wantsRange.has(platform)) return await keys(platform, orderId, rangeOf(platform), signal);
    try {
      return await keys(platform, orderId, {}, signal);
    } catch (error) {
      if (platformCode(error) !== BAD_PARAMETER) throw error;
      const found = await keys(platform, orderId, rangeOf(platform), signal);
      wantsRange.add(platform);
      return found;
    }
  } catch (error) {
    if (platformCode(error) === NO_SUCH_ORDER) return [];
    throw error;
  }
}

function rangeOf(platform: Platform): Record<string, unknown> {
  const now = platform.clock.now();
  return { update_time_range: { start_time: now - WIDE, end_time: now } };
}

async function keys(
  platform: Platform,
  orderId: string,
  range: Record<string, unknown>,
  signal?: AbortSignal,
): Promise<OrderKey[]> {
  const found: OrderKey[] = [];
  const read = pages<OrderKey>(
    platform,
    ENDPOINT,
    { page_size: 30, order_id: orderId, ...range },
    null,
    ({ value }) => {
      const parsed = keyList.parse(value);
      // A platform that did not heed the number would give somebody else's.
      const items = parsed.list.flatMap(({ order_id, sku_id }) =>
        order_id === orderId && sku_id ? [{ order_id, sku_id }] : [],
      );
      return { items, nextKey: parsed.next_key, more: moreOf(value) };
    },
    signal,
  );
  for await (const page of read) found.push(...page);
  return found;
}
