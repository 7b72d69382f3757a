import type { OrderFilter, OrderKey, OrderRow } from '../../../../shared/contract/order.ts';
import type { ReviewTarget } from '../../../../shared/contract/review.ts';

/** What waits for somebody; shown when staff ask for no states of their own. */
export const WAITING = ['open', 'proposed', 'held'] as const;

export function queueFilter(filter: OrderFilter): OrderFilter {
  return filter.review_state?.length ? filter : { ...filter, review_state: [...WAITING] };
}

export const rowKey = ({ order_id, sku_id }: OrderKey): string => `${order_id}/${sku_id}`;

/** Rows chosen by key; `all`: every row of the filter, also those never loaded. */
export interface Chosen {
  keys: ReadonlySet<string>;
  all: boolean;
}
export const NONE_CHOSEN: Chosen = { keys: new Set(), all: false };

/** The range between two rows added to what was chosen before it began. */
export function chosenRange(base: Chosen, rows: readonly OrderKey[], from: number, to: number): Chosen {
  const [start, end] = from < to ? [from, to] : [to, from];
  return { all: false, keys: new Set([...base.keys, ...rows.slice(start, end + 1).map(rowKey)]) };
}

export function toggled({ keys, all }: Chosen, key: string): Chosen {
  const next = new Set(all ? [] : keys);
  if (!next.delete(key)) next.add(key);
  return { keys: next, all: false };
}

/** What an act is for: all of the filter, the chosen rows, else the row one looks at. */
export function targetOf(
  chosen: Chosen,
  rows: readonly OrderRow[],
  active: OrderRow | undefined,
  filter: OrderFilter,
): { target: ReviewTarget; rows: OrderRow[] } | null {
  if (chosen.all) return { target: { filter }, rows: [...rows] };
  const picked = chosen.keys.size > 0 ? rows.filter((row) => chosen.keys.has(rowKey(row))) : active ? [active] : [];
  if (picked.length === 0) return null;
  return { target: { keys: picked.map(({ order_id, sku_id }) => ({ order_id, sku_id })) }, rows: picked };
}

/**
 * Where to go from a row that was decided: the next one not decided in this sitting, else the last before it, else
 * where one is. Decided rows keep their place, so that the list never jumps under the eye.
 */
export function nextPlace(rows: readonly OrderKey[], from: number, decided: ReadonlySet<string>): number {
  const waits = (row: OrderKey) => !decided.has(rowKey(row));
  const after = rows.findIndex((row, place) => place > from && waits(row));
  if (after >= 0) return after;
  const before = rows.findLastIndex((row, place) => place < from && waits(row));
  return before >= 0 ? before : from;
}

/** The rows with newer readings put in their places; the same list when nothing differs. */
export function withFresh(rows: readonly OrderRow[], fresh: ReadonlyMap<string, OrderRow>): OrderRow[] {
  let changed = false;
  const next = rows.map((row) => {
    const newer = fresh.get(rowKey(row));
    if (!newer || JSON.stringify(newer) === JSON.stringify(row)) return row;
    changed = true;
    return newer;
  });
  return changed ? next : (rows as OrderRow[]);
}
