/** Commission orders: the list gives keys, every key costs one detail call. */
import { LONGEST_RANGE } from '../faults.ts';
import { orderDetail } from '../orders/detail.ts';
import { type Line, productOf } from '../orders/line.ts';
import { compareKeys, type Position } from '../orders/time-index.ts';
import { mix } from '../random.ts';
import { BAD_PARAMETER, idOf, intOf, optionalId, optionalRange, optionalText, type TimeRange } from '../wire/body.ts';
import { readCursor, writeCursor } from '../wire/cursor.ts';
import { bare } from '../wire/json-text.ts';
import { refusal } from '../wire/refusal.ts';
import { type Call, type Endpoints, post } from './endpoint.ts';

const PAGE_MAX = 30;

type Filter = (line: Line) => boolean;

export const orderEndpoints: Endpoints = {
  '/channels/ec/league/headsupplier/order/list/get': post((call) => {
    const { platform, body } = call;
    const asked = intOf(body, 'page_size', 1, PAGE_MAX);
    // One object where a list belongs: such a page has one row, and goes on.
    const single = platform.faults.strikes('single-object-list');
    const size = single ? 1 : asked;
    const orderId = optionalId(body, 'order_id');
    const page = orderId === undefined ? pageOfRange(call, size) : pageOfOrder(call, orderId, size);
    const allBare = platform.faults.rate('bare-ids') > 0;
    if (allBare && page.rows.length > 0) platform.faults.count('bare-ids');
    const list = page.rows.map((line) => ({
      order_id: allBare ? bare(line.orderId) : line.orderId,
      sku_id: allBare || mix(line.seed, 'list') % 4 === 0 ? bare(line.skuId) : line.skuId,
    }));
    return { list: single && list.length === 1 ? list[0] : list, next_key: page.nextKey, has_more: page.hasMore };
  }),

  '/channels/ec/league/headsupplier/order/get': post(({ platform, book, body, now }) => {
    const line = book.find(idOf(body, 'order_id'), idOf(body, 'sku_id'));
    if (line === undefined || !platform.isVisible(line, now)) throw refusal(10024006);
    const state = book.stateOf(line);
    if (!platform.hasDetail(line, state, now)) {
      platform.faults.count('missing-detail');
      throw refusal(10024006);
    }
    const bareIds = platform.faults.rate('bare-ids') > 0;
    if (bareIds) platform.faults.count('bare-ids');
    const { baseUrl, world } = platform;
    const style = {
      baseUrl,
      institution: world.institution,
      bareIds,
      unknownFields: platform.faults.strikes('unknown-fields'),
    };
    return { commssion_order: orderDetail(line, state, style) };
  }),
};

interface OrderPage {
  rows: Line[];
  nextKey: string;
  hasMore: boolean;
}

function pageOfRange(call: Call, size: number): OrderPage {
  const { platform, book, body, now } = call;
  const updates = optionalRange(body, 'update_time_range');
  const creates = optionalRange(body, 'create_time_range');
  if ((updates === undefined) === (creates === undefined)) {
    throw refusal(BAD_PARAMETER, 'exactly one of create_time_range and update_time_range');
  }
  const range = (updates ?? creates) as TimeRange;
  if (platform.faults.rate('long-range') > 0 && range.end - range.start > LONGEST_RANGE) {
    platform.faults.count('long-range');
    throw refusal(BAD_PARAMETER, 'time range too long');
  }
  const scope = updates === undefined ? 'orders-by-create' : 'orders-by-update';
  const index = updates === undefined ? book.byCreate : book.byUpdate;
  const timeOf = (line: Line): number => (updates === undefined ? line.createTime : line.updateTime);
  const wanted = filterOf(call);
  const rows: Line[] = [];
  let hasMore = false;
  index.scan(range.start, range.end, positionOf(call, scope), (line) => {
    if (!wanted(line)) return true;
    if (!platform.isVisible(line, now)) {
      platform.faults.count('late-visible');
      return true;
    }
    if (rows.length === size) {
      hasMore = true;
      return false;
    }
    rows.push(line);
    return true;
  });
  const last = rows[rows.length - 1];
  const nextKey = hasMore && last !== undefined ? writeCursor(scope, [timeOf(last), last.orderId, last.skuId]) : '';
  return { rows, nextKey, hasMore };
}

/** A given order_id overrides every other filter, ranges too. */
function pageOfOrder(call: Call, orderId: string, size: number): OrderPage {
  const scope = `order-${orderId}`;
  const after = positionOf(call, scope);
  const rows = (call.book.byOrder.get(orderId) ?? [])
    .filter((line) => call.platform.isVisible(line, call.now))
    .sort((a, b) => compareKeys(0, a, 0, b))
    .filter((line) => after === undefined || compareKeys(0, line, 0, after) > 0);
  const hasMore = rows.length > size;
  const page = rows.slice(0, size);
  const last = page[size - 1];
  return { rows: page, nextKey: hasMore && last ? writeCursor(scope, [0, orderId, last.skuId]) : '', hasMore };
}

function positionOf({ body }: Call, scope: string): Position | undefined {
  const cursor = optionalText(body, 'next_key');
  if (cursor === undefined) return undefined;
  const [at, orderId = '', skuId = ''] = readCursor(scope, cursor);
  return { at: Number(at), orderId, skuId };
}

function filterOf({ platform, body }: Call): Filter {
  const shop = optionalText(body, 'appid');
  if (shop !== undefined && !/^wx[0-9a-f]{16}$/.test(shop)) throw refusal(10024003);
  const finder = optionalText(body, 'finder_id');
  if (finder !== undefined && !platform.world.talents.some((talent) => talent.finderId === finder)) {
    throw refusal(10024001);
  }
  const openFinder = optionalText(body, 'openfinderid');
  const person = optionalText(body, 'sharer_appid');
  return (line) =>
    (shop === undefined || productOf(line).shop.appid === shop) &&
    (finder === undefined || line.talent?.finderId === finder) &&
    (openFinder === undefined || line.talent?.openfinderid === openFinder) &&
    (person === undefined || line.promoter?.appid === person || line.talent?.appid === person);
}
