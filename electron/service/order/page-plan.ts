import type { OrderSort } from '../../../shared/contract/order.ts';
import { type Bindable, type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import type { Condition } from './condition.ts';
import { COUNTED, rowStats } from './row-stats.ts';
import { findWord } from './text.ts';

/** How the rows of a page are found; `visits` is about how many index entries are looked at for it. */
export type PagePlan = { visits: number; conditions: Sql[] } & (
  | { way: 'walk'; index: string }
  /** Every row of one condition is read and sorted. */
  | { way: 'gather' }
  /** A walk for each value of a column, put together. */
  | { way: 'walks'; index: string; column: string; values: readonly Bindable[] }
);

/** Columns with an index that goes on by creation time. */
const BY_CREATION: Readonly<Record<string, string>> = {
  channel: 'commission_order_channel',
  shop_appid: 'commission_order_shop',
  promoter_appid: 'commission_order_promoter',
  product_id: 'commission_order_product',
  talent_key: 'commission_order_talent',
  order_status: 'commission_order_order_status',
  commission_status: 'commission_order_status',
  review_state: 'commission_order_review',
};
/** Of these the index holds the rare values alone. */
const PARTIAL = new Set(['channel', 'review_state']);
/** Columns with an index of their own: a sort by them is a walk. */
const SORTED: Readonly<Record<string, string>> = {
  created_at: 'commission_order_created',
  paid_at: 'commission_order_paid',
  updated_at: 'commission_order_updated',
  settled_at: 'commission_order_settled',
  first_seen_at: 'commission_order_known',
  order_id: 'commission_order_key',
};
/** Marks whose partial index goes on by creation time. */
const MARKED: Readonly<Partial<Record<Condition['of'], string>>> = {
  has_difference: 'commission_order_difference',
  has_refund: 'commission_order_refunded',
  self_purchase: 'commission_order_self_purchase',
};
/** So many values at most are walked one by one. */
const MOST_WALKS = 24;
/** Reading a row and sorting it costs about so much more than passing an index entry whose row is looked at too. */
const SORTING = 1.3;

/**
 * Chooses how to read a page: along the index of the sort, along an index of one condition that is in the order of the
 * sort too, or by gathering the rows of the rarest condition. SQLite cannot choose itself: it knows averages only, and
 * of a rare status, a range of amounts or a word it knows nothing.
 */
export function planPage(
  reader: StoreReader,
  input: {
    conditions: readonly Condition[];
    words: readonly string[];
    sort: OrderSort;
    limit: number;
    /** Creation time of the place the page goes on from; null at the list's beginning. */
    from: number | null;
    /** A walk was tried and passed too many rows: only gathering is left. */
    gathering: boolean;
  },
): PagePlan {
  const { conditions, words, sort, limit, from, gathering } = input;
  const stats = rowStats(reader);
  const total = Math.max(1, stats.rows);
  const found = words.map((word) => findWord(reader, word, COUNTED));
  const measured = conditions.map((condition) => ({
    condition,
    share: Math.min(1, Math.max(stats.of(condition), 0.5) / total),
  }));
  const share =
    measured.reduce((product, one) => product * one.share, 1) *
    found.reduce((product, { ids }) => product * Math.min(1, Math.max(ids?.length ?? MANY, 0.5) / total), 1);
  const wanted = limit + 1;
  const texts = found.map(({ condition }) => condition);
  const keep = (...served: readonly Condition[]): Sql[] => [
    ...conditions.map((condition) => (served.includes(condition) ? condition.sql : condition.held)),
    ...texts,
  ];
  const bounds = conditions.filter((condition) => condition.column === sort.by && condition.range);
  const plans: PagePlan[] = [];

  const newestFirst = sort.by === 'created_at' && sort.direction === 'desc';
  const passed = newestFirst ? passedFirst(stats, conditions, from) : 0;
  const sorted = SORTED[sort.by];
  if (sorted) {
    const inBounds = measured.filter(({ condition }) => bounds.includes(condition)).map((one) => one.share);
    const walked = inBounds.reduce((product, one) => product * one, total);
    const denser = newestFirst && from !== null ? denserBy(stats, measured, from) : 1;
    const visits = Math.min(walked, passed + (wanted * (walked / total)) / (share * denser));
    plans.push({ way: 'walk', index: sorted, visits, conditions: keep(...bounds) });
  }
  if (sort.by === 'created_at')
    for (const { condition, share: own } of measured) {
      const { column, values = [] } = condition;
      const index = MARKED[condition.of] ?? indexOf(condition);
      if (index === undefined || condition.range || (MARKED[condition.of] && values[0] !== 1)) continue;
      const visits = Math.min(own * total, own * passed + (wanted * own) / share);
      if (column === undefined || values.length === 1)
        plans.push({ way: 'walk', index, visits, conditions: keep(condition, ...bounds) });
      else if (values.length <= MOST_WALKS) {
        const others = conditions.filter((other) => other !== condition);
        const rest = others.map((other) => (bounds.includes(other) ? other.sql : other.held));
        plans.push({
          way: 'walks',
          index,
          column,
          values,
          visits: Math.min(own * total, visits + values.length * wanted),
          conditions: [...rest, ...texts, ...(condition.among ? [condition.among] : [])],
        });
      }
    }
  for (const { condition, share: own } of measured)
    if (servedByIndex(condition) && !bounds.includes(condition))
      plans.push({ way: 'gather', visits: own * total * SORTING, conditions: keep(condition) });
  for (const [at, { ids }] of found.entries())
    if (ids)
      plans.push({
        way: 'gather',
        visits: ids.length * SORTING,
        conditions: [
          sql`id in (select value from json_each(${JSON.stringify(ids)}))`,
          ...conditions.map((condition) => condition.held),
          ...texts.filter((_, place) => place !== at),
        ],
      });
  // Everything read and sorted: for columns no index is kept of.
  plans.push({ way: 'gather', visits: total * SORTING, conditions: keep(...bounds) });
  const open = gathering ? plans.filter(({ way }) => way === 'gather') : plans;
  return open.reduce((best, plan) => (plan.visits < best.visits ? plan : best));
}

/**
 * Rows a walk from the newest, or from the page's place on, passes before a range of another time can begin: times
 * follow creation.
 */
function passedFirst(
  stats: ReturnType<typeof rowStats>,
  conditions: readonly Condition[],
  from: number | null,
): number {
  const before = from === null ? 0 : stats.createdSince(from);
  let passed = 0;
  for (const { of, column, range } of conditions)
    if (of === 'from' && column !== 'created_at' && range && range.max !== null)
      passed = Math.max(passed, stats.createdSince(range.max) - before);
  return passed;
}

/** A change that is told by its time came so many seconds after creation at most, mostly. */
const LATE = 45 * 86_400;

/**
 * How much denser than in all the books rows of a range of another time lie where the page goes on from: from some
 * weeks before the range to its end.
 */
function denserBy(
  stats: ReturnType<typeof rowStats>,
  measured: readonly { condition: Condition; share: number }[],
  from: number,
): number {
  let denser = 1;
  for (const { condition, share } of measured) {
    const { of, column, range } = condition;
    if (of !== 'from' || column === 'created_at' || !range || range.min === null || range.max === null) continue;
    if (from > range.max || from < range.min - LATE) continue;
    const around = stats.createdSince(range.min - LATE) - stats.createdSince(range.max);
    denser = Math.max(denser, Math.min(stats.rows / Math.max(1, around), 1 / share));
  }
  return denser;
}

/** The index that goes on by creation, if it holds all rows of the condition. */
function indexOf({ column, among }: Condition): string | undefined {
  if (column === undefined || (PARTIAL.has(column) && !among)) return undefined;
  return BY_CREATION[column];
}

function servedByIndex(condition: Condition): boolean {
  const { of, column, values } = condition;
  if (column !== undefined) return indexOf(condition) !== undefined || column in SORTED;
  if (MARKED[of]) return values?.[0] === 1;
  return of === 'order_ids' || of === 'order_id' || of === 'tag' || of === 'has_note';
}

/** As many rows as a word is taken to have that has more than are counted. */
const MANY = 5 * COUNTED;
