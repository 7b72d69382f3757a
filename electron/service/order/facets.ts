import type { FacetName, FacetValue, OrderFacets, OrderFilter } from '../../../shared/contract/order.ts';
import { FACET_VALUES, REVIEW_STATES } from '../../../shared/contract/order.ts';
import { name, type Sql, sql, where } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { orderConditions } from './filter.ts';
import { type Labelled, labelsOf } from './labels.ts';
import { sumCells } from './sum-source.ts';
import { NO_STATUS, REVIEW_FLAG, SUM_DIM, SUM_FLAG, type SumDim } from './sums.ts';

type Counted = Pick<FacetValue, 'value' | 'rows'>;
type Facet = { values: FacetValue[]; more: number };

/** How many rows each value has, each facet counted without its own condition so that the others stay in view. */
export function orderFacets(reader: StoreReader, filter: OrderFilter, of: readonly FacetName[]): OrderFacets {
  const facets: OrderFacets = {};
  const scans = new Map<string, { others: OrderFilter; wanted: FacetName[] }>();
  for (const facet of of) {
    const { [facet]: _own, ...rest } = filter;
    const others = rest as OrderFilter;
    const counted = facet === 'tag' ? tagFacet(reader, others) : summedFacet(reader, facet, others);
    if (counted) facets[facet] = finished(reader, facet, counted);
    else {
      // Facets that count the same rows share one reading of them.
      const key = JSON.stringify(others);
      const scan = scans.get(key) ?? { others, wanted: [] };
      scan.wanted.push(facet);
      scans.set(key, scan);
    }
  }
  for (const { others, wanted } of scans.values())
    for (const [facet, counted] of scanned(reader, wanted, others)) facets[facet] = finished(reader, facet, counted);
  return facets;
}

/** Facets no sum tells, all over the same rows. */
function scanned(reader: StoreReader, wanted: readonly FacetName[], others: OrderFilter): Map<FacetName, Counted[]> {
  const many = wanted.filter((facet) => !(facet in FEW));
  if (many.length === 0 || !hasIndexes(reader, many, others)) return oneReading(reader, wanted, others);
  const few = wanted.filter((facet) => facet in FEW);
  return new Map([
    ...(few.length > 0 ? oneReading(reader, few, others) : []),
    ...many.map((facet) => [facet, byIndex(reader, facet, others)] as const),
  ]);
}

/** Whether reading an index from end to end for each facet costs less than reading the rows once. */
function hasIndexes(reader: StoreReader, many: readonly FacetName[], others: OrderFilter): boolean {
  if (reader.asOf !== undefined) return false;
  if (isEverything(others)) return true;
  if (!many.every((facet) => isHeldWhole(facet, others))) return false;
  const rows = rowsOf(reader, others);
  const passed = rowsOf(reader, timeOf(others));
  return rows !== null && passed !== null && passed * many.length < rows * READ_COST;
}

/** A row read by its number costs as much as passing so many entries of an index. */
const READ_COST = 50;

/** How many rows the filter has, as far as the sums can tell. */
function rowsOf(reader: StoreReader, filter: OrderFilter): number | null {
  const cells = sumCells(reader, filter, null);
  return cells && reader.value<number>(sql`select coalesce(sum(rows), 0) from (${cells})`)!;
}

function timeOf({ axis, from, to }: OrderFilter): OrderFilter {
  return { axis, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** Each row is read once and counted here: half the time and none of the memory the database takes to sort them. */
function oneReading(
  reader: StoreReader,
  facets: readonly FacetName[],
  others: OrderFilter,
  index?: string,
): Map<FacetName, Counted[]> {
  const counts = facets.map(() => new Map<Counted['value'], number>());
  const by: Sql = { text: index === undefined ? '' : `indexed by ${index}`, values: [] };
  const read: Sql = { text: facets.map((facet) => FEW[facet] ?? facet).join(', '), values: [] };
  const rows = reader.eachRaw<(string | number | null)[]>(
    sql`select ${read} from commission_order ${by} ${where(orderConditions(others))}`,
  );
  for (const row of rows)
    for (let at = 0; at < counts.length; at += 1) counts[at]!.set(row[at]!, (counts[at]!.get(row[at]!) ?? 0) + 1);
  return new Map(
    facets.map((facet, at) => [
      facet,
      [...counts[at]!].map(([value, rows]) => ({ value: FLAGS[facet] === undefined ? value : value === 1, rows })),
    ]),
  );
}

/** Facets of few values, by what they are counted by. */
const FEW: Partial<Record<FacetName, string>> = {
  channel: 'channel',
  source: 'source',
  order_status: 'order_status',
  commission_status: 'commission_status',
  role: 'role',
  plan_type: 'plan_type',
  review_state: 'review_state',
  has_difference: '(coalesce(difference_fen, 0) <> 0)',
  has_refund: 'refunded',
  self_purchase: 'self_purchase',
};

const FLAGS: Partial<Record<FacetName, number>> = {
  has_difference: SUM_FLAG.differs,
  has_refund: SUM_FLAG.refunded,
  self_purchase: SUM_FLAG.self_purchase,
};

/** Facets every cell of the sums tells, by what it tells them with. */
const CELLS: Partial<Record<FacetName, string>> = {
  channel: 'channel',
  order_status: 'order_status',
  commission_status: 'commission_status',
  review_state: `flags / ${REVIEW_FLAG}`,
};

/** From the sums; null when they cannot tell. */
function summedFacet(reader: StoreReader, facet: FacetName, others: OrderFilter): Counted[] | null {
  const flag = FLAGS[facet];
  const inCells = flag !== undefined || facet in CELLS;
  if (!inCells && !(facet in SUM_DIM)) return null;
  const cells = sumCells(reader, others, inCells ? null : (facet as SumDim));
  if (!cells) return null;
  const value: Sql = inCells
    ? { text: flag === undefined ? CELLS[facet]! : `flags & ${flag} <> 0`, values: [] }
    : { text: 'value', values: [] };
  return reader
    .all<Counted>(sql`select ${value} as value, sum(rows) as rows from (${cells}) group by 1`)
    .map((row) => ({ rows: row.rows, value: cellValue(facet, row.value) }));
}

/** A value as the rows have it, from the text or number the sums keep it as. */
function cellValue(facet: FacetName, value: Counted['value']): Counted['value'] {
  if (FLAGS[facet] !== undefined) return value === 1;
  if (facet === 'order_status' || facet === 'commission_status') return value === NO_STATUS ? null : value;
  if (facet === 'review_state') return REVIEW_STATES[value as number]!;
  if (value === '') return null;
  return facet === 'plan_type' ? Number(value) : value;
}

/** All rows in the order of the facet's own index, or those asked for from the index that holds all that is asked. */
function byIndex(reader: StoreReader, facet: FacetName, others: OrderFilter): Counted[] {
  if (!isEverything(others)) return oneReading(reader, [facet], others, 'commission_order_counted').get(facet)!;
  return reader.all<Counted>(
    sql`select ${name(facet)} as value, count(*) as rows from commission_order group by ${name(facet)}`,
  );
}

function isEverything(filter: OrderFilter): boolean {
  return orderConditions(filter).length === 0;
}

const HELD = new Set<string>([
  'channel',
  'order_status',
  'commission_status',
  'product_id',
  'talent_key',
  'axis',
  'from',
  'to',
]);

/** Whether one index holds all that is counted and asked, by the time asked for: rows need not be read then. */
function isHeldWhole(facet: FacetName, { axis, from, to, ...others }: OrderFilter): boolean {
  const asked = Object.entries(others).filter(([, value]) => value !== undefined);
  const ranged = axis === 'created' && (from !== undefined || to !== undefined);
  return HELD.has(facet) && ranged && asked.every(([word]) => HELD.has(word));
}

/** From staff's own table, by the rows that have tags: few of all, and marked. */
function tagFacet(reader: StoreReader, others: OrderFilter): Counted[] {
  const conditions = orderConditions(others);
  // A past moment has no marks: its tags are two tables put together.
  if (reader.asOf !== undefined)
    return reader.all<Counted>(sql`select tag as value, count(*) as rows from order_tag where exists (
      select 1 from commission_order ${where([
        ...conditions,
        sql`commission_order.order_id = order_tag.order_id and commission_order.sku_id = order_tag.sku_id`,
      ])}) group by +tag`);
  // What the sums can answer, the index of the marked rows holds whole.
  const index = sumCells(reader, others, null) ? 'indexed by commission_order_tagged' : '';
  return reader.all<Counted>(sql`select t.tag as value, count(*) as rows
    from (select order_id, sku_id from commission_order ${{ text: index, values: [] }}
        ${where([...conditions, sql`tagged = 1`])}) o
      cross join order_tag t on t.order_id = o.order_id and t.sku_id = o.sku_id group by +t.tag`);
}

function finished(reader: StoreReader, facet: FacetName, counted: readonly Counted[]): Facet {
  const some = counted.filter(({ rows }) => rows > 0);
  some.sort((a, b) => b.rows - a.rows || compare(a.value, b.value));
  const shown = some.slice(0, FACET_VALUES);
  const labels =
    facet in LABELLED
      ? labelsOf(
          reader,
          LABELLED[facet]!,
          shown.map(({ value }) => value as string | null),
        )
      : null;
  return {
    values: shown.map((one) => ({ ...one, label: labels?.get(one.value as string) ?? null })),
    more: some.length - shown.length,
  };
}

const LABELLED: Partial<Record<FacetName, Labelled>> = {
  shop_appid: 'shop',
  product_id: 'product',
  promoter_appid: 'promoter',
  talent_key: 'talent',
};

/** Null last, numbers by size, the rest as text. */
function compare(a: Counted['value'], b: Counted['value']): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
