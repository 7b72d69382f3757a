import type { OrderFilter, OrderKey, OrderSort } from '../../../shared/contract/order.ts';
import { orderConditions } from '../order/filter.ts';
import { ORDER_COLUMNS } from '../order/row.ts';
import { staffWords } from '../order/staff-words.ts';
import { join, name, type Sql, sql, where } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import type { Row } from './column.ts';
import { ORDER_EXPORT_COLUMNS } from './order-columns.ts';

/** Rows whose staff's words are read together. */
const CHUNK = 500;

/**
 * All rows of the filter with staff's words: in the order of the sort as the page has it, by creation, order and SKU
 * when none is given.
 */
export function* exportedRows(
  reader: StoreReader,
  filter: OrderFilter,
  sort: OrderSort | undefined,
): Generator<Row & OrderKey> {
  let chunk: (Row & OrderKey)[] = [];
  const columns = join(
    ORDER_EXPORT_COLUMNS.filter(({ key }) => (ORDER_COLUMNS as readonly string[]).includes(key)).map(({ key }) =>
      name(key),
    ),
    ', ',
  );
  const rows = reader.each<Row & OrderKey>(
    sql`select ${columns} from commission_order ${where(orderConditions(filter))} order by ${orderOf(sort)}`,
  );
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length < CHUNK) continue;
    yield* withWords(reader, chunk);
    chunk = [];
  }
  yield* withWords(reader, chunk);
}

function orderOf(sort: OrderSort | undefined): Sql {
  if (!sort) return { text: 'created_at, order_id, sku_id', values: [] };
  const direction = sort.direction;
  // Rows without a value come last both ways, by their number.
  return {
    text: `${sort.by} is null, ${sort.by} ${direction}, case when ${sort.by} is null then id end, id ${direction}`,
    values: [],
  };
}

function* withWords(reader: StoreReader, rows: readonly (Row & OrderKey)[]): Generator<Row & OrderKey> {
  if (rows.length === 0) return;
  const words = staffWords(reader, rows);
  const notes = notesOf(reader, rows);
  for (const row of rows) {
    const { review_state, tags } = words(row);
    yield { ...row, review_state, tags: tags.join('、') || null, note: notes.get(keyOf(row)) ?? null };
  }
}

function notesOf(reader: StoreReader, rows: readonly OrderKey[]): Map<string, string> {
  const ids = JSON.stringify(rows.map((row) => row.order_id));
  const notes = reader.all<OrderKey & { text: string }>(
    sql`select order_id, sku_id, text from order_note
      where order_id in (select value from json_each(${ids})) and removed_at is null order by written_at, note_id`,
  );
  const found = new Map<string, string>();
  for (const note of notes) {
    const before = found.get(keyOf(note));
    found.set(keyOf(note), before === undefined ? note.text : `${before} / ${note.text}`);
  }
  return found;
}

const keyOf = ({ order_id, sku_id }: OrderKey): string => `${order_id}/${sku_id}`;
