import { orderFacets } from '../../electron/service/order/facets.ts';
import { orderPage, PageTooCostly } from '../../electron/service/order/page.ts';
import { orderTotals } from '../../electron/service/order/totals.ts';
import {
  FACETS,
  type FacetName,
  type OrderFilter,
  type OrderRow,
  type OrderSort,
} from '../../shared/contract/order.ts';
import type { Draw } from './order-world/draw.ts';
import { type PlainRow, referenceAnswer, shownOf, staffOf } from './reference-orders.ts';
import type { ReferenceWorld } from './reference-world.ts';

/** What the service answers otherwise than the reference, in words. */
export function differences(world: ReferenceWorld, { filter, sort }: Question, draw: Draw): string[] {
  const expected = referenceAnswer(world.books, filter, sort);
  const found: string[] = [];
  const { length } = expected.rows;
  // Page after page costs its time: few pages of many rows, many of few.
  const limit = Math.max(1 + draw.below(500), Math.ceil(length / (length > 5000 ? 2 : 6)));
  for (const towards of ['next', 'previous'] as const) {
    const rows = allPages(world, { filter, sort }, towards, limit);
    if (rows.length !== length) found.push(`${towards}: ${rows.length} rows, not ${length}`);
    const at = rows.findIndex((row, index) => keyOf(row) !== keyOf(expected.rows[index]));
    if (at >= 0) found.push(`${towards} by ${limit}: row ${at} is ${keyOf(rows[at])}, not ${keyOf(expected.rows[at])}`);
    else found.push(...wrongRows(world, rows, expected.rows));
  }
  const totals = orderTotals(world.store, filter);
  for (const [name, value] of Object.entries(expected.totals))
    if (totals[name as keyof typeof totals] !== value)
      found.push(`totals.${name} ${totals[name as keyof typeof totals]}, not ${value}`);
  const of = draw.chance(0.3) ? [...FACETS] : FACETS.filter(() => draw.chance(0.4));
  const facets = orderFacets(world.store, filter, of);
  for (const facet of of) found.push(...wrongFacet(world, facet, facets[facet]!, expected.facets[facet]));
  return found;
}

function keyOf(row: { order_id: string; sku_id: string } | undefined): string {
  return row ? `${row.order_id}/${row.sku_id}` : 'nothing';
}

type Question = { filter: OrderFilter; sort: OrderSort };

/** All rows in the order of the sort, read forwards from the first page or backwards from the last. */
function allPages(world: ReferenceWorld, question: Question, towards: 'next' | 'previous', limit: number): OrderRow[] {
  const pages: OrderRow[][] = [];
  let cursor: string | null = null;
  do {
    const page = askPage(world, { ...question, towards, limit, ...(cursor === null ? {} : { cursor }) });
    pages.push(page.rows);
    cursor = towards === 'next' ? page.next_cursor : page.previous_cursor;
    if (pages.length > 1000) throw new Error('pages without end');
  } while (cursor !== null);
  return (towards === 'next' ? pages : pages.reverse()).flat();
}

/** As the route does: at once where that is cheap, else without a limit. */
export function askPage(
  world: ReferenceWorld,
  question: Parameters<typeof orderPage>[1],
): ReturnType<typeof orderPage> {
  try {
    return orderPage(world.store, question);
  } catch (error) {
    if (error instanceof PageTooCostly) return orderPage(world.store, question, { limited: false });
    throw error;
  }
}

const STAFF_COLUMNS = ['review_state', 'review_reason', 'tags', 'notes'];

function wrongRows(world: ReferenceWorld, rows: readonly OrderRow[], expected: readonly PlainRow[]): string[] {
  // One list of names for all rows: half a million of them are compared, column by column.
  const columns = Object.keys(rows[0] ?? {}).filter((name) => !STAFF_COLUMNS.includes(name)) as (keyof OrderRow)[];
  for (const [index, row] of rows.entries()) {
    const plain = expected[index]!;
    for (const name of columns)
      if (plain[name] !== row[name]) return [`${keyOf(row)}.${name} ${row[name]}, not ${plain[name]}`];
    const staff = staffOf(world.books, plain);
    const said = [row.review_state, row.review_reason, row.notes, ...[...row.tags].sort()];
    const meant = [staff.state, staff.reason, staff.notes.length, ...[...staff.tags].sort()];
    if (said.length !== meant.length || said.some((word, place) => word !== meant[place]))
      return [`${keyOf(row)}: ${said.join('|')}, not ${meant.join('|')}`];
  }
  return [];
}

function wrongFacet(
  world: ReferenceWorld,
  name: FacetName,
  {
    values,
    more,
  }: { values: { value: string | number | boolean | null; label: string | null; rows: number }[]; more: number },
  expected: readonly { value: string | number | boolean | null; rows: number }[],
): string[] {
  const shown = shownOf(expected);
  const counts = values.map(({ rows }) => rows);
  if (more !== shown.more || counts.join() !== shown.counts.join())
    return [
      `facet ${name}: ${counts.slice(0, 8).join()} and ${more}, not ${shown.counts.slice(0, 8).join()} and ${shown.more}`,
    ];
  const known = new Map(expected.map(({ value, rows }) => [value, rows]));
  const odd = values.find(({ value, rows }) => known.get(value) !== rows);
  if (odd) return [`facet ${name}: ${String(odd.value)} ${odd.rows}, not ${known.get(odd.value)}`];
  const kind = { shop_appid: 'shop', product_id: 'product', promoter_appid: 'promoter', talent_key: 'talent' }[
    name as 'shop_appid'
  ] as keyof typeof world.books.names | undefined;
  const misnamed = values.find(
    ({ value, label }) => label !== null && (!kind || !world.books.names[kind].get(String(value))?.has(label)),
  );
  return misnamed ? [`facet ${name}: ${String(misnamed.value)} is called ${misnamed.label}`] : [];
}
