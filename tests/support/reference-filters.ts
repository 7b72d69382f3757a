import {
  AXES,
  ORDER_SORTS,
  type OrderFilter,
  type OrderSort,
  orderFilter,
  REVIEW_STATES,
  ROLES,
} from '../../shared/contract/order.ts';
import { dayOf } from '../../shared/time.ts';
import type { Draw } from './order-world/draw.ts';
import { type PlainRow, type ReferenceBooks, staffOf } from './reference-orders.ts';

type Part = Partial<OrderFilter>;

/** Conditions of one kind, mostly such that the given row meets them, so that several together still find something. */
type Kind = (draw: Draw, row: PlainRow, books: ReferenceBooks) => Part;

/** Values of a column: the row's own, another row's, rarely one nobody has. */
function some<Value>(draw: Draw, own: Value, others: () => Value, nonsense: Value): Value[] {
  const values = draw.chance(0.85) ? [own] : [];
  while (values.length === 0 || draw.chance(0.35)) values.push(draw.chance(0.1) ? nonsense : others());
  return [...new Set(values)].sort(() => draw.next() - 0.5);
}

function column(name: keyof OrderFilter & string, nonsense: string | number): Kind {
  return (draw, row, books) => ({
    [name]: some<string | number | null>(draw, row[name]!, () => draw.of(books.rows)[name]!, nonsense),
  });
}

function range(name: string, min: keyof OrderFilter, max: keyof OrderFilter, spread: number): Kind {
  return (draw, row) => {
    const own = (row[name] as number | null) ?? 0;
    const low = own - draw.below(spread);
    const part: Record<string, number> = {};
    const floor = min === 'ratio_min' || min.includes('delay') || min === 'refunded_min' ? Math.max(0, low) : low;
    if (draw.chance(0.7)) part[min] = floor;
    if (part[min] === undefined || draw.chance(0.6)) part[max] = Math.max(0, own) + draw.below(spread);
    return part as Part;
  };
}

function delay(from: string, to: string, min: keyof OrderFilter, max: keyof OrderFilter): Kind {
  return (draw, row) => {
    const own = Math.max(0, ((row[to] as number) ?? 0) - ((row[from] as number) ?? 0)) % 100_000_000;
    return draw.chance(0.5) ? { [min]: Math.floor(own * draw.next()) } : { [max]: own + draw.below(86_400) };
  };
}

function yesOrNo(name: keyof OrderFilter, mostly: number): Kind {
  return (draw) => ({ [name]: draw.chance(mostly) });
}

/** What staff type: parts of names, of ids, of notes, folded or not, and what they should better not type. */
function words(draw: Draw, row: PlainRow, books: ReferenceBooks): string {
  const names = [row.shop_name, row.product_title, row.promoter_name, row.talent_name].filter((name) => !!name);
  const shape = draw.next();
  if (shape < 0.45 && names.length) {
    const letters = [...String(draw.of(names))];
    const at = draw.below(letters.length);
    const piece = letters
      .slice(at, at + 1 + draw.below(4))
      .join('')
      .trim();
    return widened(draw, piece || '茶');
  }
  if (shape < 0.6) {
    const from = draw.chance(0.5) ? 0 : draw.below(12);
    const length = 3 + draw.below(8);
    return widened(draw, draw.chance(0.3) ? row.order_id.slice(-length) : row.order_id.slice(from, from + length));
  }
  if (shape < 0.75)
    return String(draw.of([row.shop_appid, row.product_id, row.promoter_appid, row.talent_key, row.sku_id]) ?? '茶');
  if (shape < 0.87)
    return draw.of(staffOf(books, row).notes.length ? staffOf(books, row).notes : ['核对', '退款', 'ab12', 'café']);
  return draw.of([
    '%',
    '_',
    "'",
    '"',
    '\\',
    'cafe',
    'abc123',
    '①号',
    '🍵',
    '𠮷',
    'a_b',
    '100%',
    '茶',
    '旗舰',
    'zzzz',
    'ａｂｃ',
    'FINE',
    '-',
  ]);
}

/** Now and then in full width or upper case, as input methods write it. */
function widened(draw: Draw, text: string): string {
  if (draw.chance(0.75)) return text;
  return text.toUpperCase().replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
}

const KINDS: Readonly<Record<string, Kind>> = {
  channel: column('channel', 'unknown:-5'),
  source: column('source', 'unknown:nobody_info'),
  order_status: column('order_status', -1),
  commission_status: column('commission_status', -1),
  shop_appid: column('shop_appid', "wx' or 1=1 --"),
  product_id: column('product_id', '%'),
  plan_type: column('plan_type', 9),
  promoter_appid: column('promoter_appid', 'wx_'),
  talent_key: column('talent_key', 'name:🍵'),
  role: (draw, row) => ({ role: some(draw, row.role as (typeof ROLES)[number], () => draw.of(ROLES), 'unknown') }),
  review_state: (draw) => ({ review_state: some(draw, draw.of(REVIEW_STATES), () => draw.of(REVIEW_STATES), 'held') }),
  tag: (draw, row, books) => ({
    tag: some(draw, staffOf(books, row).tags[0] ?? '重点', () => draw.of(['vip', '100%', "o'tag", '大客户']), '没有'),
  }),
  payment: range('actual_payment_fen', 'payment_min', 'payment_max', 20_000),
  service: range('service_amount_fen', 'service_min', 'service_max', 2000),
  ratio: range('service_ratio_ppm', 'ratio_min', 'ratio_max', 60_000),
  has_difference: yesOrNo('has_difference', 0.7),
  has_refund: yesOrNo('has_refund', 0.7),
  self_purchase: yesOrNo('self_purchase', 0.6),
  has_note: yesOrNo('has_note', 0.6),
  order_id: (draw, row) => {
    const length = 4 + draw.below(16);
    return { order_id: draw.chance(0.5) ? row.order_id.slice(0, length) : row.order_id.slice(-length) };
  },
  order_ids: (draw, row, books) => ({
    order_ids: [row.order_id, "1'; --", ...Array.from({ length: draw.below(400) }, () => draw.of(books.rows).order_id)],
  }),
  text: (draw, row, books) => {
    const all = [words(draw, row, books)];
    while (draw.chance(0.3)) all.push(words(draw, row, books));
    return { text: all.join(draw.of([' ', '  ', '　', '\t'])) };
  },
  known_delay: delay('created_at', 'first_seen_at', 'known_delay_min', 'known_delay_max'),
  settle_delay: delay('paid_at', 'settled_at', 'settle_delay_min', 'settle_delay_max'),
  refund_delay: delay('paid_at', 'refunded_at', 'refund_delay_min', 'refund_delay_max'),
  refunded: range('refunded_at', 'refunded_min', 'refunded_max', 20 * 86_400),
  undated: (draw) => ({ axis: draw.of(AXES), undated: draw.chance(0.5) }),
  days: (draw, row) => {
    const axis = draw.of(AXES);
    const at =
      (row[
        {
          created: 'created_at',
          paid: 'paid_at',
          updated: 'updated_at',
          settled: 'settled_at',
          known: 'first_seen_at',
        }[axis]
      ] as number) ?? 1_780_000_000;
    // Often whole months, which sums answer another way.
    if (draw.chance(0.4)) {
      const month = dayOf(at).slice(0, 7);
      return { axis, from: `${month}-01`, to: lastDay(month) };
    }
    const from = draw.chance(0.8) ? { from: dayOf(at - draw.below(90) * 86_400) } : {};
    return { axis, ...from, ...(draw.chance(0.8) || !from.from ? { to: dayOf(at + draw.below(90) * 86_400) } : {}) };
  },
};

export const FILTER_KINDS = Object.keys(KINDS);

function lastDay(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number!, 0)).toISOString().slice(0, 10);
}

/** One to five conditions; the first is of the given kind, so that every kind has its turn. */
export function randomFilter(
  draw: Draw,
  books: ReferenceBooks,
  kind: string,
): { filter: OrderFilter; sort: OrderSort } {
  const row = draw.of(books.rows);
  const kinds = new Set([kind]);
  const wanted = 1 + draw.below(5);
  while (kinds.size < wanted) kinds.add(draw.of(FILTER_KINDS));
  // Two kinds that speak of the axis would say different things of it.
  if (kinds.has('days')) kinds.delete(kind === 'undated' ? 'days' : 'undated');
  const parts = [...kinds].map((one) => KINDS[one]!(draw, row, books));
  return {
    filter: orderFilter.parse(Object.assign({}, ...parts)),
    sort: { by: draw.of(ORDER_SORTS), direction: draw.of(['asc', 'desc']) },
  };
}
