import {
  AXES,
  MOST_ORDER_IDS,
  type OrderFilter,
  type OrderSort,
  orderFilter,
  orderSort,
} from '../../../shared/contract/order.ts';
import { startOfDay } from '../../../shared/time.ts';
import { type AddressParams, addressOf } from '../../app/router/address.ts';
import {
  DELAY_FIELDS,
  FLAG_FIELDS,
  isCodeField,
  isFilledField,
  LIST_FIELDS,
  type ListField,
  type ListValue,
  listOf,
  RANGE_FIELDS,
} from './filter/fields.ts';
import { codeOfToken, textOfToken, valueToken } from './filter/value-token.ts';

/**
 * The filter lives in the address, so that back, reload and a link from any figure of another room bring the same
 * rows again. Whatever in an address makes no sense is left out: the chips show what is really asked for.
 *
 * Lists repeat their key, null is `-`; bounds are in fen and ppm; yes and no are 1 and 0; pasted order ids stand in
 * one parameter, because ten thousand keys would be slow to read.
 */
export interface OrderQuestion {
  filter: OrderFilter;
  sort: OrderSort;
}

export const DEFAULT_SORT: OrderSort = { by: 'created_at', direction: 'desc' };

const TEXTS = ['text', 'order_id'] as const;
const RANGES = [...RANGE_FIELDS, ...DELAY_FIELDS] as const;
const BOUNDS = RANGES.flatMap((field) => [`${field}_min`, `${field}_max`] as const);
const KEYS = [...LIST_FIELDS, ...FLAG_FIELDS, ...TEXTS, ...BOUNDS, 'order_ids', 'axis', 'from', 'to', 'sort'] as const;

export function readQuestion(query: URLSearchParams): OrderQuestion {
  const filter: OrderFilter = { axis: AXES.find((known) => known === query.get('axis')) ?? 'created' };
  for (const field of LIST_FIELDS) {
    const values = readList(field, query.getAll(field));
    if (values.length) Object.assign(filter, { [field]: values });
  }
  for (const field of FLAG_FIELDS) {
    const text = query.get(field);
    if (text === '1' || text === '0') filter[field] = text === '1';
  }
  for (const field of TEXTS) {
    const text = orderFilter.shape[field].safeParse(query.get(field) ?? undefined);
    if (text.success && text.data) filter[field] = text.data;
  }
  for (const field of RANGES) {
    const [least, most] = inOrder(readBound(`${field}_min`, query), readBound(`${field}_max`, query));
    if (least !== undefined) filter[`${field}_min`] = least;
    if (most !== undefined) filter[`${field}_max`] = most;
  }
  const orderIds = readOrderIds(query.get('order_ids'));
  if (orderIds.length) filter.order_ids = orderIds;
  const [from, to] = inOrder(readDay(query.get('from')), readDay(query.get('to')));
  if (from) filter.from = from;
  if (to) filter.to = to;
  return { filter, sort: readSort(query.get('sort')) };
}

/** Every key of the address, absent conditions as null, so that setting it also takes old conditions away. */
export function questionParams({ filter, sort }: OrderQuestion): AddressParams {
  const params: AddressParams = {};
  for (const key of KEYS) params[key] = null;
  for (const field of LIST_FIELDS) params[field] = listOf(filter, field).map(valueToken);
  for (const field of FLAG_FIELDS) {
    const flag = filter[field];
    params[field] = flag === undefined ? null : Number(flag);
  }
  for (const field of [...TEXTS, ...BOUNDS]) params[field] = filter[field] ?? null;
  params.order_ids = filter.order_ids?.map(encodeId).join(' ') ?? null;
  params.axis = filter.axis === 'created' ? null : filter.axis;
  params.from = filter.from;
  params.to = filter.to;
  params.sort = sameSort(sort, DEFAULT_SORT) ? null : `${sort.by}.${sort.direction}`;
  return params;
}

/** What of an address is the question, always in one order: two addresses that ask the same give the same text. */
export function questionText(query: URLSearchParams): string {
  const own = new URLSearchParams();
  for (const key of KEYS) for (const value of query.getAll(key)) own.append(key, value);
  return own.toString();
}

/** The same text of a question that is not in an address yet. */
export function textOf(question: OrderQuestion): string {
  return addressOf('orders', questionParams(question)).slice('/orders?'.length);
}

/** The address of the rows behind a figure, for links from other rooms. */
export function ordersAddress(filter: Partial<OrderFilter>): string {
  return addressOf('orders', questionParams({ filter: { axis: 'created', ...filter }, sort: DEFAULT_SORT }));
}

function sameSort(one: OrderSort, other: OrderSort): boolean {
  return one.by === other.by && one.direction === other.direction;
}

function readList(field: ListField, tokens: readonly string[]): ListValue[] {
  const values = [...new Set(tokens)].map((token) => (isCodeField(field) ? codeOfToken(token) : textOfToken(token)));
  const sound = values.filter(
    (value) =>
      value !== undefined &&
      !(value === null && isFilledField(field)) &&
      orderFilter.shape[field].safeParse([value]).success,
  ) as ListValue[];
  // Trimmed as the service trims, once each.
  const parsed = orderFilter.shape[field].safeParse([...new Set(sound)]);
  return parsed.success ? [...new Set(parsed.data as ListValue[])] : [];
}

function readBound(name: (typeof BOUNDS)[number], query: URLSearchParams): number | undefined {
  const text = query.get(name);
  if (text === null || !/^-?\d{1,16}$/.test(text)) return undefined;
  const bound = orderFilter.shape[name].safeParse(Number(text) + 0);
  return bound.success ? bound.data : undefined;
}

/** Percent signs and blanks of an id are written out, so that only blanks between ids are blanks. */
function encodeId(id: string): string {
  return id.replace(/[%\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function decodeId(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/%([0-9a-f]{4})/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function readOrderIds(text: string | null): string[] {
  if (!text) return [];
  const ids = [...new Set(text.split(' ').filter(Boolean).map(decodeId))];
  if (ids.length > MOST_ORDER_IDS) return [];
  // Ten thousand are read again at each letter typed beside them: only odd ones take the long way.
  return ids.filter((id) => /^\d{1,64}$/.test(id) || orderFilter.shape.order_ids.safeParse([id]).data?.[0] === id);
}

/** A range written backwards has only one sensible reading. */
function inOrder<Value extends string | number>(
  least: Value | undefined,
  most: Value | undefined,
): [Value | undefined, Value | undefined] {
  return least !== undefined && most !== undefined && least > most ? [most, least] : [least, most];
}

function readDay(text: string | null): string | undefined {
  return text !== null && startOfDay(text) !== null ? text : undefined;
}

function readSort(text: string | null): OrderSort {
  const [by, direction] = (text ?? '').split('.');
  const sort = orderSort.safeParse({ by, direction });
  return text !== null && sort.success ? sort.data : DEFAULT_SORT;
}
