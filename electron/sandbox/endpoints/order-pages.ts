/**
 * Pages of the order list. A cursor names the last row given, so rows that come or move are neither skipped nor
 * shifted; while `shifting-pages` is on, lists by update time count rows instead, and rows move while they are read.
 */
import { LONGEST_RANGE } from '../faults.ts';
import { type Line, productOf } from '../orders/line.ts';
import { compareKeys, type Position, type TimeIndex } from '../orders/time-index.ts';
import { BAD_PARAMETER, optionalRange, optionalText, type TimeRange } from '../wire/body.ts';
import { cursorScope, readCursor, writeCursor } from '../wire/cursor.ts';
import { refusal } from '../wire/refusal.ts';
import type { Call } from './endpoint.ts';

export interface OrderPage {
  rows: Line[];
  nextKey: string;
  hasMore: boolean;
}

/** Rows of a list in their order. */
interface OrderList {
  index: TimeIndex;
  range: TimeRange;
  shows(line: Line): boolean;
}

const BY_CREATE = 'orders-by-create';
const BY_UPDATE = 'orders-by-update';
const BY_COUNT = 'orders-by-count';

export function pageOfRange(call: Call, size: number): OrderPage {
  const { platform, book, body, now } = call;
  const updates = optionalRange(body, 'update_time_range');
  const creates = optionalRange(body, 'create_time_range');
  if ((updates === undefined) === (creates === undefined)) {
    throw refusal(BAD_PARAMETER, 'exactly one of create_time_range and update_time_range');
  }
  const range = (updates ?? creates) as TimeRange;
  const strictness = platform.faults.rate('long-range');
  if (strictness > 0 && range.end - range.start > LONGEST_RANGE * strictness) {
    platform.faults.count('long-range');
    throw refusal(BAD_PARAMETER, 'time range too long');
  }
  const wanted = filterOf(call);
  const shows = (line: Line): boolean => {
    if (!wanted(line)) return false;
    if (platform.isVisible(line, now)) return true;
    platform.faults.count('late-visible');
    return false;
  };
  const cursor = optionalText(body, 'next_key');
  if (updates === undefined) return pageAfter({ index: book.byCreate, range, shows }, BY_CREATE, cursor, size);
  const list = { index: book.byUpdate, range, shows };
  // A list goes on in the way it was begun, whatever the switch says by then.
  const counts = cursor === undefined ? platform.faults.rate('shifting-pages') > 0 : cursorScope(cursor) === BY_COUNT;
  return counts ? pageByCount(call, list, cursor, size) : pageAfter(list, BY_UPDATE, cursor, size);
}

function pageAfter(
  { index, range, shows }: OrderList,
  scope: string,
  cursor: string | undefined,
  size: number,
): OrderPage {
  const rows: Line[] = [];
  let hasMore = false;
  index.scan(range.start, range.end, positionOf(scope, cursor), (line) => {
    if (!shows(line)) return true;
    hasMore = rows.length === size;
    if (!hasMore) rows.push(line);
    return !hasMore;
  });
  const last = rows[rows.length - 1];
  const nextKey = hasMore && last ? writeCursor(scope, [index.timeOf(last), last.orderId, last.skuId]) : '';
  return { rows, nextKey, hasMore };
}

/** The rows after so many, as the list is at this moment. */
function pageByCount(call: Call, list: OrderList, cursor: string | undefined, size: number): OrderPage {
  const { platform, now } = call;
  const { index, range, shows } = list;
  const [count = 0, place = 0, ...stamp] = cursor === undefined ? [] : readCursor(BY_COUNT, cursor).map(Number);
  const stampNow = (): number[] => [index.version, now, platform.faults.turns];
  // Counting from the front is needed only where something changed since the last page.
  const isSame = count > 0 && stampNow().every((part, i) => part === stamp[i]);
  let begin = isSame ? place : placeAfter(list, count);
  if (count > 0 && platform.faults.draws('shifting-pages')) begin = moveOn(call, list, begin);
  const rows: Line[] = [];
  let following = -1;
  index.walk(begin, range.end, (line, at) => {
    if (!shows(line)) return true;
    if (rows.length < size) rows.push(line);
    else following = at;
    return following < 0;
  });
  const hasMore = following >= 0;
  const nextKey = hasMore ? writeCursor(BY_COUNT, [count + rows.length, following, ...stampNow()]) : '';
  return { rows, nextKey, hasMore };
}

/** Place after so many rows. */
function placeAfter({ index, range, shows }: OrderList, count: number): number {
  const first = index.placeOf(range.start);
  let after = first;
  let left = count;
  if (left > 0) {
    index.walk(first, range.end, (line, place) => {
      if (shows(line)) left--;
      after = place + 1;
      return left > 0;
    });
  }
  return after;
}

/** A row of the page before changes now and leaves its place: the page begins one row further on. */
function moveOn({ platform, now }: Call, { index, range, shows }: OrderList, begin: number): number {
  let first: Line | undefined;
  index.walk(begin, range.end, (line) => {
    if (shows(line)) first = line;
    return first === undefined;
  });
  const early: Line[] = [];
  index.walkBack(begin, range.start, (line) => {
    if (shows(line) && line.updateTime < now) early.push(line);
    return early.length < EARLY;
  });
  // Nothing slips where nothing follows, and what changed this second already cannot change again.
  if (first === undefined || early.length === 0) return begin;
  const line = platform.faults.pick(early);
  const skipped = { at: first.updateTime, orderId: first.orderId, skuId: first.skuId };
  platform.record({ at: now, kind: 'touch', order: line.orderId, sku: line.skuId });
  platform.faults.count('shifting-pages');
  return index.placeOf(range.start, skipped);
}

/** So many rows before a page one of them moves on. */
const EARLY = 30;

/** A given order_id overrides every other filter, ranges too. */
export function pageOfOrder(call: Call, orderId: string, size: number): OrderPage {
  const scope = `order-${orderId}`;
  const after = positionOf(scope, optionalText(call.body, 'next_key'));
  const rows = (call.book.byOrder.get(orderId) ?? [])
    .filter((line) => call.platform.isVisible(line, call.now))
    .sort((a, b) => compareKeys(0, a, 0, b))
    .filter((line) => after === undefined || compareKeys(0, line, 0, after) > 0);
  const hasMore = rows.length > size;
  const page = rows.slice(0, size);
  const last = page[size - 1];
  return { rows: page, nextKey: hasMore && last ? writeCursor(scope, [0, orderId, last.skuId]) : '', hasMore };
}

function positionOf(scope: string, cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined;
  const [at, orderId = '', skuId = ''] = readCursor(scope, cursor);
  return { at: Number(at), orderId, skuId };
}

function filterOf({ platform, body }: Call): (line: Line) => boolean {
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
