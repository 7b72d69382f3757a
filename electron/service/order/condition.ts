import type { OrderFilter } from '../../../shared/contract/order.ts';
import { type Bindable, join, type Sql, sql } from '../store/sql.ts';

/**
 * One condition on commission_order, in two spellings: `sql`, which an index may serve, and `held`, which says the same
 * and keeps the planner from choosing an index by it (a `+` before the column).
 */
export interface Condition {
  /** The filter's own word. */
  of: keyof OrderFilter;
  sql: Sql;
  held: Sql;
  /** The column, where the condition is on one. */
  column?: string;
  /** The wanted values, where it names values of the column. */
  values?: readonly Bindable[];
  /** Which rows an index of the column holds, where all wanted values are among them; `sql` says it too. */
  among?: Sql;
  /** Bounds, both included, where it is a range of the column. */
  range?: { min: number | null; max: number | null };
}

const PLAIN = (column: string): Sql => ({ text: column, values: [] });
const HELD = (column: string): Sql => ({ text: `+${column}`, values: [] });

/** Any of the values; null among them stands for rows without one. */
export function oneOf(of: keyof OrderFilter, column: string, values: readonly Bindable[] | undefined): Condition[] {
  if (!values?.length) return [];
  const write = (place: Sql): Sql => {
    const some = values.filter((value) => value !== null);
    const parts: Sql[] = [];
    if (some.length === 1) parts.push(sql`${place} = ${some[0]!}`);
    if (some.length > 1)
      parts.push(
        sql`${place} in (${join(
          some.map((value) => sql`${value}`),
          ', ',
        )})`,
      );
    if (some.length < values.length) parts.push(sql`${place} is null`);
    return parts.length === 1 ? parts[0]! : sql`(${join(parts, ' or ')})`;
  };
  return [{ of, column, values, sql: write(PLAIN(column)), held: write(HELD(column)) }];
}

/** As `oneOf`, for a column whose index leaves the common values out: `among` is what the index holds. */
export function oneOfRare(
  of: keyof OrderFilter,
  column: string,
  values: readonly Bindable[] | undefined,
  { common, among }: { common: readonly string[]; among: string },
): Condition[] {
  return oneOf(of, column, values).map((condition) => {
    if (condition.values!.some((value) => value === null || common.includes(String(value)))) return condition;
    const held: Sql = { text: among, values: [] };
    return { ...condition, sql: sql`${condition.sql} and ${held}`, among: held };
  });
}

/** min <= column <= max; either may be left out. */
export function between(
  of: keyof OrderFilter,
  column: string,
  min: number | undefined,
  max: number | undefined,
): Condition[] {
  if (min === undefined && max === undefined) return [];
  const write = (place: Sql): Sql => {
    const parts: Sql[] = [];
    if (min !== undefined) parts.push(sql`${place} >= ${min}`);
    if (max !== undefined) parts.push(sql`${place} <= ${max}`);
    return join(parts, ' and ');
  };
  return [
    {
      of,
      column,
      range: { min: min ?? null, max: max ?? null },
      sql: write(PLAIN(column)),
      held: write(HELD(column)),
    },
  ];
}

/** A condition no index of commission_order is chosen by. */
export function plain(of: keyof OrderFilter, condition: Sql): Condition {
  return { of, sql: condition, held: condition };
}
