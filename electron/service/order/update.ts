import type { Bindable } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

type Values = object;

/**
 * Updates only the columns that differ: SQLite rewrites every index whose columns an update names, changed or not, and
 * commission orders have many. Few sets of columns change together, so the statements are few. Says whether anything did.
 */
export function updater(
  store: Store,
  table: 'commission_order',
): (id: number, old: Values, now: Values, always: Readonly<Record<string, Bindable>>) => boolean {
  return (id, old, now, always) => {
    const changed: [string, Bindable][] = Object.entries(now).filter(
      ([column, value]) => (old as Record<string, Bindable>)[column] !== value,
    );
    if (changed.length === 0 && Object.keys(always).length === 0) return false;
    const set = [...changed, ...Object.entries(always)];
    store
      .prepare(`update ${table} set ${set.map(([column]) => `${column} = ?`).join(', ')} where id = ?`)
      .run(...set.map(([, value]) => value), id);
    return changed.length > 0;
  };
}
