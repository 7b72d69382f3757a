import { DeskError } from '../../../shared/contract/result.ts';
import { type Bindable, join, name, type Sql, sql, where } from './sql.ts';
import type { StoreReader } from './store.ts';

export interface KeysetQuery {
  /** A select with all wanted columns, the columns of `keys` and one named `sort_value`; without order and limit. */
  rows: Sql;
  /**
   * Joins to the page's rows, and to them alone, what need not be there for finding them. It gets the page as a query and
   * selects the columns of `keys` and `sort_value` again; without order.
   */
  dress?: (page: Sql) => Sql;
  /** Together they identify a row; ties on `sort_value` go by them. */
  keys: readonly string[];
  direction: 'asc' | 'desc';
  cursor: string | undefined;
  limit: number;
}

/**
 * One keyset page. Rows without a sort value come after all others in both directions; they are a second query, so
 * that the first can walk an index. The cursor names the last row's place, so rows that come or go in between
 * neither repeat nor hide others.
 */
export function keysetPage<Row extends object>(
  reader: StoreReader,
  query: KeysetQuery,
): { rows: Row[]; next_cursor: string | null } {
  type Placed = Row & Record<string, Bindable>;
  const { rows: source, keys, limit } = query;
  const place = readCursor(query.cursor, keys.length + 1);
  const page = (columns: readonly string[], after: Bindable[] | null, valued: boolean, count: number) => {
    const conditions = [valued ? sql`sort_value is not null` : sql`sort_value is null`];
    if (after)
      conditions.push(sql`(${names(columns)}) ${query.direction === 'asc' ? GREATER : LESS} (${bound(after)})`);
    const order = join(
      columns.map((column) => sql`${name(column)} ${name(query.direction)}`),
      ', ',
    );
    const found = sql`select * from (${source}) ${where(conditions)} order by ${order} limit ${count}`;
    return reader.all<Placed>(query.dress ? sql`select * from (${query.dress(found)}) order by ${order}` : found);
  };
  const found: Placed[] = [];
  if (!place || place[0] !== null) found.push(...page(['sort_value', ...keys], place, true, limit + 1));
  if (found.length <= limit)
    found.push(...page(keys, place && place[0] === null ? place.slice(1) : null, false, limit + 1 - found.length));
  const last = found[limit - 1];
  const next = found.length > limit && last ? JSON.stringify(['sort_value', ...keys].map((key) => last[key])) : null;
  return {
    rows: found.slice(0, limit).map(({ sort_value: _, ...row }) => row as unknown as Row),
    next_cursor: next,
  };
}

const GREATER: Sql = { text: '>', values: [] };
const LESS: Sql = { text: '<', values: [] };

function names(columns: readonly string[]): Sql {
  return join(columns.map(name), ', ');
}

function bound(values: readonly Bindable[]): Sql {
  return join(
    values.map((value) => sql`${value}`),
    ', ',
  );
}

/** The place a cursor names, `length` values; null for the beginning. Throws `input.invalid` for a text that is none. */
export function readCursor(text: string | undefined, length: number): Bindable[] | null {
  if (!text) return null;
  let place: unknown;
  try {
    place = JSON.parse(text);
  } catch {
    place = null;
  }
  const usable =
    Array.isArray(place) &&
    place.length === length &&
    place.every((part) => part === null || typeof part === 'string' || typeof part === 'number');
  if (!usable) throw new DeskError('input.invalid', { field: 'cursor', value: text });
  return place as Bindable[];
}

/** A condition that any of the columns contains the text, as typed: `%` and `_` are no wildcards. */
export function contains(columns: readonly Sql[], text: string): Sql {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const parts = columns.map((column) => sql`${column} like ${pattern} escape '\\'`);
  return sql`(${join(parts, ' or ')})`;
}
