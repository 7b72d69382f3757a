import { type Sql, sql } from '../store/sql.ts';

/** A condition that a change stands at one of the places; one bound value, however many there are. */
export function isInPlaces(places: readonly number[]): Sql {
  return sql`place in (select value from json_each(${JSON.stringify(places)}))`;
}
