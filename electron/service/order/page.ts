import type { OrderFilter, OrderRow, OrderSort } from '../../../shared/contract/order.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { join, name, type Sql, sql, where } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { orderConditions } from './filter.ts';
import { orderColumns } from './row.ts';

type PagedRow = OrderRow & { id: number };

/** Where the next page begins: behind the row with this value and id. A null value: among the rows without one. */
interface Cursor {
  value: number | null;
  id: number;
}

function readCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  const match = /^(null|-?\d+)_(\d+)$/.exec(text);
  if (!match) throw new DeskError('input.invalid', { field: 'cursor', value: text });
  return { value: match[1] === 'null' ? null : Number(match[1]), id: Number(match[2]) };
}

/**
 * One keyset page. Rows that have no value on the sorted column (an unpaid order has no payment time) come after
 * all others, in both directions; they are a second query, so that each query can walk its index.
 */
export function orderPage(
  reader: StoreReader,
  input: { filter: OrderFilter; sort: OrderSort; cursor?: string | undefined; limit: number },
): { rows: OrderRow[]; next_cursor: string | null } {
  const { sort, limit } = input;
  const conditions = orderConditions(input.filter);
  const cursor = readCursor(input.cursor);
  const rows: PagedRow[] = [];
  if (!cursor || cursor.value !== null) rows.push(...valued(reader, conditions, sort, cursor, limit + 1));
  if (rows.length <= limit)
    rows.push(
      ...unvalued(reader, conditions, sort, cursor?.value === null ? cursor.id : null, limit + 1 - rows.length),
    );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ id: _, ...row }) => row),
    next_cursor: rows.length > limit && last ? `${last[sort.by] ?? 'null'}_${last.id}` : null,
  };
}

function valued(reader: StoreReader, conditions: Sql[], sort: OrderSort, cursor: Cursor | null, limit: number) {
  const column = name(sort.by);
  const direction = name(sort.direction);
  const all = [...conditions, sql`${column} is not null`];
  if (cursor && cursor.value !== null) {
    // First the bound the index can seek to, then the tie-break among rows of the same value.
    if (sort.direction === 'desc')
      all.push(sql`${column} <= ${cursor.value} and (${column} < ${cursor.value} or id < ${cursor.id})`);
    else all.push(sql`${column} >= ${cursor.value} and (${column} > ${cursor.value} or id > ${cursor.id})`);
  }
  return reader.all<PagedRow>(
    sql`select id, ${orderColumns} from commission_order ${where(all)}
      order by ${column} ${direction}, id ${direction} limit ${limit}`,
  );
}

function unvalued(reader: StoreReader, conditions: Sql[], sort: OrderSort, afterId: number | null, limit: number) {
  const all = [...conditions, sql`${name(sort.by)} is null`];
  if (afterId !== null) all.push(sql`id > ${afterId}`);
  return reader.all<PagedRow>(
    join([sql`select id, ${orderColumns} from commission_order`, where(all), sql`order by id limit ${limit}`], ' '),
  );
}
