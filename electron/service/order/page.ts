import type { OrderFilter, OrderKey, OrderRow, OrderSort, OrderState } from '../../../shared/contract/order.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { type Bindable, join, name, nothing, type Sql, sql, where } from '../store/sql.ts';
import { type StoreReader, TooManyVisits } from '../store/store.ts';
import { oneOf } from './condition.ts';
import { conditionsOf } from './filter.ts';
import { type PagePlan, planPage } from './page-plan.ts';
import { orderColumns } from './row.ts';
import { withStaffWords } from './staff-words.ts';
import { wordsOf } from './text.ts';

export interface PageQuestion {
  filter: OrderFilter;
  sort: OrderSort;
  cursor?: string | undefined;
  towards?: 'next' | 'previous' | undefined;
  limit: number;
}

/** The page would keep whoever asks waiting: ask again where that bothers nobody. */
export class PageTooCostly extends Error {}

/** So many rows are looked at in a few milliseconds. */
const VISITS = 6_000;
/** A walk that has passed so many rows, or twice what it was thought to, found too few: gathering is quicker then. */
const PATIENCE = 40_000;

/** Place of a row in the order of the sort. A null value: among the rows without one. */
interface Place {
  value: string | number | null;
  id: number;
}

/**
 * One keyset page. Rows that have no value on the sorted column (an unpaid order has no payment time) come after all
 * others in both directions, by their number; they are a second query, so that each query can walk its index.
 * Throws `input.invalid` for a cursor that is none, and `PageTooCostly` when `limited` and it would take long.
 */
export function orderPage(
  reader: StoreReader,
  question: PageQuestion,
  { limited = true }: { limited?: boolean } = {},
): { rows: OrderRow[]; next_cursor: string | null; previous_cursor: string | null } {
  const { filter, sort, limit } = question;
  const place = readCursor(question.cursor);
  const back = question.towards === 'previous';
  const planned = (gathering: boolean) =>
    planPage(reader, {
      conditions: conditionsOf(filter),
      words: wordsOf(filter.text),
      sort,
      limit,
      from: sort.by === 'created_at' && !back && typeof place?.value === 'number' ? place.value : null,
      gathering,
    });
  const plan = planned(false);
  if (limited && plan.visits > VISITS) throw new PageTooCostly();
  const read = (by: PagePlan, counted: boolean) =>
    parts((part) => readPart(reader, by, sort, { ...part, back, counted }), place, back, limit + 1);
  const within = (visits: number) => guarded(reader, visits, () => read(plan, true));
  const found = limited
    ? within(2 * VISITS)
    : plan.way === 'gather'
      ? read(plan, false)
      : orElse(
          () => within(Math.max(PATIENCE, 2 * plan.visits)),
          () => read(planned(true), false),
        );
  const more = found.length > limit;
  const page = found.slice(0, limit);
  if (back) page.reverse();
  const cursorOf = (row: OrderState | undefined) => row && JSON.stringify([row[sort.by], idOf(reader, row)]);
  const [before, after] = back ? [more, place !== null] : [place !== null, more];
  return {
    rows: withStaffWords(reader, page),
    next_cursor: (after && cursorOf(page.at(-1))) || null,
    previous_cursor: (before && cursorOf(page[0])) || null,
  };
}

/** Asked for the page's two ends alone: a row that carries its number would have to be copied without it. */
function idOf(reader: StoreReader, { order_id, sku_id }: OrderKey): number {
  return reader.value(sql`select id from commission_order where order_id = ${order_id} and sku_id = ${sku_id}`)!;
}

function guarded<T>(reader: StoreReader, visits: number, work: () => T): T {
  try {
    return reader.visiting(visits, work);
  } catch (error) {
    if (error instanceof TooManyVisits) throw new PageTooCostly();
    throw error;
  }
}

function orElse<T>(work: () => T, other: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof PageTooCostly) return other();
    throw error;
  }
}

interface Part {
  /** Rows with a value on the sorted column, or those without. */
  valued: boolean;
  from: Place | null;
  count: number;
}

/** Both parts of the list in the order they are walked, the second only as far as the first leaves room. */
function parts(read: (part: Part) => OrderState[], place: Place | null, back: boolean, count: number): OrderState[] {
  const order = back ? [false, true] : [true, false];
  const rows: OrderState[] = [];
  for (const valued of order) {
    const inPart = place !== null && (place.value !== null) === valued;
    // The place lies in the other part, and that one comes later: nothing of this one is wanted.
    const passed = place !== null && !inPart && order.indexOf(valued) < order.indexOf(place.value !== null);
    if (passed || rows.length >= count) continue;
    rows.push(...read({ valued, from: inPart ? place : null, count: count - rows.length }));
  }
  return rows;
}

function readPart(
  reader: StoreReader,
  plan: PagePlan,
  sort: OrderSort,
  { valued, from, count, back, counted }: Part & { back: boolean; counted: boolean },
): OrderState[] {
  // A past moment is a view of two tables: indexes cannot be named there.
  const indexed =
    plan.way !== 'gather' && valued && reader.asOf === undefined ? sql` indexed by ${name(plan.index)}` : nothing;
  const direction = (valued ? sort.direction === 'desc' : false) !== back ? 'desc' : 'asc';
  const column: Sql = { text: plan.way === 'gather' ? `+${sort.by}` : sort.by, values: [] };
  const all = [
    ...(counted ? [sql`visit(id)`] : []),
    ...plan.conditions,
    valued ? sql`${column} is not null` : sql`${column} is null`,
    ...(from ? [behind(column, from, valued, direction)] : []),
  ];
  const keys = valued ? [column, ROW] : [ROW];
  const order = join(
    keys.map((key) => sql`${key} ${name(direction)}`),
    ', ',
  );
  const select = (columns: Sql, conditions: Sql[]) =>
    sql`select ${columns} from commission_order${indexed} ${where(conditions)} order by ${order} limit ${count}`;
  if (plan.way === 'walk') return reader.all<OrderState>(select(orderColumns, all));
  // Many rows may be sorted: only their numbers are carried along.
  if (plan.way === 'gather')
    return reader.all<OrderState>(
      sql`select ${orderColumns} from (${select(sql`id as found`, all)}) cross join commission_order on id = found
        order by ${order}`,
    );
  const walks = plan.values.map(
    (value) => sql`select * from (${select(sql`id, ${orderColumns}`, [...all, ...equal(plan.column, value)])})`,
  );
  const joined = valued ? sql`${name(sort.by)} ${name(direction)}, id ${name(direction)}` : sql`id ${name(direction)}`;
  return reader.all<OrderState>(
    sql`select ${orderColumns} from (${join(walks, ' union all ')}) order by ${joined} limit ${count}`,
  );
}

const ROW: Sql = { text: 'id', values: [] };

function equal(column: string, value: Bindable): Sql[] {
  return oneOf('channel', column, [value]).map((condition) => condition.sql);
}

/** First the bound an index can seek to, then the tie-break among rows of the same value. */
function behind(column: Sql, { value, id }: Place, valued: boolean, direction: 'asc' | 'desc'): Sql {
  const beyond = direction === 'desc' ? LESS : GREATER;
  if (!valued) return sql`id ${beyond} ${id}`;
  return sql`${column} ${beyond}= ${value} and (${column} ${beyond} ${value} or id ${beyond} ${id})`;
}
const LESS: Sql = { text: '<', values: [] };
const GREATER: Sql = { text: '>', values: [] };

function readCursor(text: string | undefined): Place | null {
  if (!text) return null;
  let place: unknown;
  try {
    place = JSON.parse(text);
  } catch {
    place = null;
  }
  const [value, id] = Array.isArray(place) && place.length === 2 ? place : [undefined, undefined];
  const usable = value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
  if (!usable || !Number.isSafeInteger(id)) throw new DeskError('input.invalid', { field: 'cursor', value: text });
  return { value, id };
}
