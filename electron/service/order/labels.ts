import type { StoreReader } from '../store/store.ts';
import { NAMED, type NamedKind } from './names.ts';

export type Labelled = NamedKind;

/**
 * The name each id had in its newest commission order. An id whose newest order names it not has none of the older
 * names taken for it: it is shown as itself.
 */
export function labelsOf(reader: StoreReader, kind: Labelled, ids: readonly (string | null)[]): Map<string, string> {
  const { id, name } = NAMED[kind];
  const found = reader.all<{ id: string; name: string | null }>({
    // The times are selected too, so that a past moment's two tables are merged by their indexes instead of sorted.
    text: `select value as id, (select name from (select ${name} as name, created_at, id from commission_order
        where ${id} = value order by created_at desc, id desc limit 1)) as name
      from json_each(?)`,
    values: [JSON.stringify(ids.filter((one) => one !== null))],
  });
  return new Map(found.flatMap((row) => (row.name ? [[row.id, row.name] as const] : [])));
}
