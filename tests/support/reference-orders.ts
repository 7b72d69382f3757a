import type { FacetName, OrderFilter, OrderSort, OrderTotals } from '../../shared/contract/order.ts';
import { FACET_VALUES, FACETS } from '../../shared/contract/order.ts';

/**
 * The orders page answered in plain JavaScript over plain rows, from the words of the contract alone: no index, no sum,
 * no SQL but the reading of whole tables. What the service answers is compared with it.
 */

type Value = string | number | null;
/** Column values of commission_order as they stand. */
export type PlainRow = Readonly<Record<string, Value>> & {
  readonly id: number;
  readonly order_id: string;
  readonly sku_id: string;
};

export interface StaffWord {
  state: string;
  reason: string | null;
  tags: string[];
  /** Standing ones. */
  notes: string[];
}

/** Every name a party was seen with, by kind and id. */
export type SeenNames = Record<NamedKind, Map<string, Set<string>>>;
type NamedKind = 'shop' | 'product' | 'promoter' | 'talent';

export interface ReferenceBooks {
  rows: readonly PlainRow[];
  staff: ReadonlyMap<PlainRow, StaffWord>;
  names: SeenNames;
}

export const NOBODY_SAID: StaffWord = { state: 'open', reason: null, tags: [], notes: [] };

export function noNames(): SeenNames {
  return { shop: new Map(), product: new Map(), promoter: new Map(), talent: new Map() };
}

export function staffOf(books: ReferenceBooks, row: PlainRow): StaffWord {
  return books.staff.get(row) ?? NOBODY_SAID;
}

interface Test {
  /** The facet whose own condition this is. */
  of: string;
  holds(row: PlainRow): boolean;
}

const AXIS_COLUMNS = {
  created: 'created_at',
  paid: 'paid_at',
  updated: 'updated_at',
  settled: 'settled_at',
  known: 'first_seen_at',
} as const;

function testsOf(books: ReferenceBooks, filter: OrderFilter): Test[] {
  const tests: Test[] = [];
  const add = (of: string, holds: Test['holds']) => tests.push({ of, holds });
  for (const column of [
    'channel',
    'source',
    'order_status',
    'commission_status',
    'shop_appid',
    'product_id',
    'plan_type',
    'promoter_appid',
    'talent_key',
    'role',
  ] as const) {
    const wanted = filter[column] as readonly Value[] | undefined;
    if (wanted?.length) add(column, (row) => wanted.includes(row[column]!));
  }
  const range = (column: string, min: number | undefined, max: number | undefined) => {
    if (min === undefined && max === undefined) return;
    add(column, (row) => {
      const value = row[column];
      return typeof value === 'number' && value >= (min ?? value) && value <= (max ?? value);
    });
  };
  range('actual_payment_fen', filter.payment_min, filter.payment_max);
  range('service_amount_fen', filter.service_min, filter.service_max);
  range('service_ratio_ppm', filter.ratio_min, filter.ratio_max);
  range(
    AXIS_COLUMNS[filter.axis],
    filter.from === undefined ? undefined : Date.parse(`${filter.from}T00:00:00+08:00`) / 1000,
    filter.to === undefined ? undefined : Date.parse(`${filter.to}T23:59:59+08:00`) / 1000,
  );
  const since = (from: string, to: string, min: number | undefined, max: number | undefined) => {
    if (min === undefined && max === undefined) return;
    add(`${from}..${to}`, (row) => {
      const [start, end] = [row[from], row[to]];
      if (typeof start !== 'number' || typeof end !== 'number') return false;
      return end - start >= (min ?? end - start) && end - start <= (max ?? end - start);
    });
  };
  since('created_at', 'first_seen_at', filter.known_delay_min, filter.known_delay_max);
  since('paid_at', 'settled_at', filter.settle_delay_min, filter.settle_delay_max);
  since('paid_at', 'refunded_at', filter.refund_delay_min, filter.refund_delay_max);
  range('refunded_at', filter.refunded_min, filter.refunded_max);
  const { undated } = filter;
  if (undated !== undefined) add('undated', (row) => (row[AXIS_COLUMNS[filter.axis]] === null) === undated);
  const { review_state, tag, order_id, order_ids } = filter;
  if (review_state?.length)
    add('review_state', (row) => (review_state as string[]).includes(staffOf(books, row).state));
  if (tag?.length) add('tag', (row) => staffOf(books, row).tags.some((one) => tag.includes(one)));
  const yesOrNo = (of: 'has_difference' | 'has_refund' | 'self_purchase' | 'has_note', is: Test['holds']) => {
    const wanted = filter[of];
    if (wanted !== undefined) add(of, (row) => is(row) === wanted);
  };
  yesOrNo('has_difference', differs);
  yesOrNo('has_refund', (row) => row.refunded === 1);
  yesOrNo('self_purchase', (row) => row.self_purchase === 1);
  yesOrNo('has_note', (row) => staffOf(books, row).notes.length > 0);
  if (order_id !== undefined)
    add('order_id', (row) => row.order_id.startsWith(order_id) || row.order_id.endsWith(order_id));
  if (order_ids?.length) {
    const wanted = new Set(order_ids);
    add('order_ids', (row) => wanted.has(row.order_id));
  }
  for (const word of (filter.text ?? '').split(/\s+/u)) if (word !== '') add('text', wordTest(books, word));
  return tests;
}

function differs(row: PlainRow): boolean {
  return row.difference_fen !== null && row.difference_fen !== 0;
}

/** Full- and half-width alike, without accents, in lower case. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const PARTIES = {
  shop: 'shop_appid',
  product: 'product_id',
  promoter: 'promoter_appid',
  talent: 'talent_key',
} as const;
const KINDS = Object.keys(PARTIES) as NamedKind[];

function wordTest(books: ReferenceBooks, word: string): Test['holds'] {
  const wanted = folded(word);
  const called = KINDS.map((kind) => {
    const ids = new Set<Value>([word]);
    for (const [id, names] of books.names[kind])
      for (const name of names) if (folded(name).includes(wanted)) ids.add(id);
    return [PARTIES[kind], ids] as const;
  });
  const digits = /^\d+$/.test(wanted) ? wanted : null;
  const inOrderId = (id: string) => {
    if (digits === null || digits.length < 4) return false;
    return digits.length < 6 ? id.startsWith(digits) || id.endsWith(digits) : id.includes(digits);
  };
  return (row) =>
    called.some(([column, ids]) => ids.has(row[column]!)) ||
    row.sku_id === word ||
    inOrderId(row.order_id) ||
    staffOf(books, row).notes.some((note) => folded(note).includes(wanted));
}

/** Numbers of all rows in the order of each sort, made once for each column. */
const sorted = new WeakMap<ReferenceBooks, Map<string, { valued: PlainRow[]; without: PlainRow[] }>>();

function inOrder(books: ReferenceBooks, { by, direction }: OrderSort): PlainRow[] {
  const known = sorted.get(books) ?? new Map<string, { valued: PlainRow[]; without: PlainRow[] }>();
  sorted.set(books, known);
  let parts = known.get(by);
  if (!parts) {
    const place = placesOf(books.rows.map((row) => row[by]!));
    const upwards = (a: PlainRow, b: PlainRow) => place(a[by]!) - place(b[by]!) || a.id - b.id;
    parts = {
      valued: books.rows.filter((row) => row[by] !== null).sort(upwards),
      without: books.rows.filter((row) => row[by] === null).sort((a, b) => a.id - b.id),
    };
    known.set(by, parts);
  }
  // Ties go by the number of the row in the direction of the sort; rows without a value come last, upwards, either way.
  return [...(direction === 'asc' ? parts.valued : parts.valued.toReversed()), ...parts.without];
}

/** Numbers by size, texts by their code points. */
function placesOf(values: readonly Value[]): (value: Value) => number {
  const texts = [...new Set(values)].filter((value) => typeof value === 'string');
  texts.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const places = new Map(texts.map((text, index) => [text, index]));
  return (value) => (typeof value === 'string' ? places.get(value)! : (value ?? 0));
}

export interface ReferenceAnswer {
  rows: PlainRow[];
  totals: OrderTotals;
  facets: Record<FacetName, { value: string | number | boolean | null; rows: number }[]>;
}

const FACET_OF: Record<FacetName, (row: PlainRow, staff: StaffWord) => (string | number | boolean | null)[]> = {
  channel: (row) => [row.channel!],
  source: (row) => [row.source!],
  order_status: (row) => [row.order_status!],
  commission_status: (row) => [row.commission_status!],
  role: (row) => [row.role!],
  plan_type: (row) => [row.plan_type!],
  shop_appid: (row) => [row.shop_appid!],
  product_id: (row) => [row.product_id!],
  promoter_appid: (row) => [row.promoter_appid!],
  talent_key: (row) => [row.talent_key!],
  review_state: (_row, staff) => [staff.state],
  tag: (_row, staff) => staff.tags,
  has_difference: (row) => [differs(row)],
  has_refund: (row) => [row.refunded === 1],
  self_purchase: (row) => [row.self_purchase === 1],
};

export function referenceAnswer(books: ReferenceBooks, filter: OrderFilter, sort: OrderSort): ReferenceAnswer {
  const tests = testsOf(books, filter);
  const counts = new Map(FACETS.map((facet) => [facet, new Map<string | number | boolean | null, number>()]));
  const count = (facet: FacetName, row: PlainRow) => {
    const values = counts.get(facet)!;
    for (const value of FACET_OF[facet](row, staffOf(books, row))) values.set(value, (values.get(value) ?? 0) + 1);
  };
  const found = new Set<PlainRow>();
  for (const row of books.rows) {
    const failed = failedOf(tests, row);
    if (failed === null) {
      found.add(row);
      for (const facet of FACETS) count(facet, row);
    } else if ((FACETS as readonly string[]).includes(failed)) {
      // Each facet is counted without its own condition.
      count(failed as FacetName, row);
    }
  }
  return {
    rows: inOrder(books, sort).filter((row) => found.has(row)),
    totals: totalsOf([...found]),
    facets: Object.fromEntries(
      [...counts].map(([facet, values]) => [
        facet,
        [...values].map(([value, rows]) => ({ value, rows })).sort((a, b) => b.rows - a.rows),
      ]),
    ) as ReferenceAnswer['facets'],
  };
}

/** Whose conditions the row fails: nobody's is null, those of more than one `several`. */
function failedOf(tests: readonly Test[], row: PlainRow): string | null {
  let failed: string | null = null;
  for (const test of tests) {
    if (test.of === failed || test.holds(row)) continue;
    if (failed !== null) return 'several';
    failed = test.of;
  }
  return failed;
}

/** An absent amount counts as 0; where the gross is not stated apart, the platform took nothing from the net. */
function totalsOf(rows: readonly PlainRow[]): OrderTotals {
  const sum = (of: (row: PlainRow) => Value | undefined) =>
    rows.reduce((total, row) => total + ((of(row) as number | null) ?? 0), 0);
  return {
    rows: rows.length,
    orders: new Set(rows.map((row) => row.order_id)).size,
    paid_rows: rows.filter((row) => row.paid_at !== null).length,
    differing_rows: rows.filter(differs).length,
    actual_payment_fen: sum((row) => row.actual_payment_fen),
    service_total_fen: sum((row) => row.service_total_fen ?? row.service_amount_fen),
    platform_amount_fen: sum((row) => row.platform_amount_fen),
    service_amount_fen: sum((row) => row.service_amount_fen),
    promoter_amount_fen: sum((row) => row.promoter_amount_fen),
    owed_fen: sum((row) => row.owed_fen),
    net_fen: sum((row) => row.net_fen),
    difference_fen: sum((row) => row.difference_fen),
    deriving: false,
  };
}

/** What a facet shows: most rows first, at most so many values. Values of equally many rows may stand in any order. */
export function shownOf(values: readonly { rows: number }[]): { counts: number[]; more: number } {
  return {
    counts: values.slice(0, FACET_VALUES).map(({ rows }) => rows),
    more: Math.max(0, values.length - FACET_VALUES),
  };
}
