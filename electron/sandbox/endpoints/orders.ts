/** Commission orders: the list gives keys, every key costs one detail call. */
import { HOUR } from '../clock.ts';
import { orderDetail } from '../orders/detail.ts';
import type { Line } from '../orders/line.ts';
import type { State } from '../orders/state.ts';
import { mix } from '../random.ts';
import { idOf, intOf, optionalId } from '../wire/body.ts';
import { bare } from '../wire/json-text.ts';
import { refusal } from '../wire/refusal.ts';
import { type Call, type Endpoints, post } from './endpoint.ts';
import { pageOfOrder, pageOfRange } from './order-pages.ts';

const PAGE_MAX = 30;
/** A copy that lags behind gives the state before a change for that long. */
const LAG = 2 * HOUR;

export const orderEndpoints: Endpoints = {
  '/channels/ec/league/headsupplier/order/list/get': post((call) => {
    const { platform, body } = call;
    const asked = intOf(body, 'page_size', 1, PAGE_MAX);
    // One object where a list belongs: such a page has one row, and goes on.
    const single = platform.faults.draws('single-object-list');
    const size = single ? 1 : asked;
    const orderId = optionalId(body, 'order_id');
    const page = orderId === undefined ? pageOfRange(call, size) : pageOfOrder(call, orderId, size);
    const allBare = platform.faults.rate('bare-ids') > 0;
    if (allBare && page.rows.length > 0) platform.faults.count('bare-ids');
    const list = page.rows.map((line) => ({
      order_id: allBare ? bare(line.orderId) : line.orderId,
      sku_id: allBare || mix(line.seed, 'list') % 4 === 0 ? bare(line.skuId) : line.skuId,
    }));
    const given = { next_key: page.nextKey, has_more: page.hasMore };
    if (!single || list.length !== 1) return { list, ...given };
    platform.faults.count('single-object-list');
    return { list: list[0], ...given };
  }),

  '/channels/ec/league/headsupplier/order/get': post(({ platform, book, body, now }) => {
    const line = book.find(idOf(body, 'order_id'), idOf(body, 'sku_id'));
    if (line === undefined || !platform.isVisible(line, now)) throw refusal(10024006);
    const state = book.shownOf(line);
    if (!platform.hasDetail(line, state, now)) {
      platform.faults.count('missing-detail');
      throw refusal(10024006);
    }
    const bareIds = platform.faults.rate('bare-ids') > 0;
    if (bareIds) platform.faults.count('bare-ids');
    const given = staleState({ platform, book, now }, line, state) ?? state;
    if (given.odd !== null) platform.faults.count('unknown-codes');
    const { baseUrl, world } = platform;
    const style = {
      baseUrl,
      institution: world.institution,
      bareIds,
      unknownFields: platform.faults.strikes('unknown-fields'),
    };
    return { commssion_order: orderDetail(line, given, style) };
  }),
};

/** The state before the one that is shown, where `stale-detail` strikes. */
function staleState(
  { platform, book, now }: Pick<Call, 'platform' | 'book' | 'now'>,
  line: Line,
  state: State,
): State | undefined {
  if (now - state.updateTime >= LAG || !platform.faults.draws('stale-detail')) return undefined;
  const before = book.before(line, state);
  if (before !== undefined) platform.faults.count('stale-detail');
  return before;
}
