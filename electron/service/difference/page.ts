import type { Compared, DifferenceRow } from '../../../shared/contract/difference.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import { addFen } from '../../../shared/money.ts';
import type { Period } from '../../../shared/time.ts';
import { dataStamp } from '../store/data-stamp.ts';
import { readCursor } from '../store/keyset.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { differingIn, type Explained, explainer } from './differing.ts';

/**
 * Differences of a month's settled rows, greatest amount first, whichever way it goes; equal ones by the order in which
 * they came into the books. Throws `period.invalid`, and `input.invalid` for a cursor that is none.
 */
export function differencePage(
  reader: StoreReader,
  { period, of, reason, accepted, cursor, limit }: RouteParsed<'difference.page'>,
): RouteOutput<'difference.page'> {
  const place = placeOf(cursor);
  const all = differencesOf(reader, period, of).filter(
    (one) =>
      (reason === undefined || one.reason === reason) &&
      (accepted === undefined || (one.accepted !== null) === accepted),
  );
  const from = place === null ? 0 : all.findIndex((one) => isBehind(one, place));
  const page = from < 0 ? [] : all.slice(from, from + limit);
  const last = page.at(-1);
  return {
    rows: named(reader, of, page),
    next_cursor: last && from + limit < all.length ? JSON.stringify([size(last), last.id]) : null,
    total: all.length,
    total_fen: all.reduce((sum, one) => addFen(sum, one.difference_fen), 0),
  };
}

interface Kept {
  period: Period;
  of: Compared;
  stamp: string;
  found: Explained[];
}

/** The last month asked for: every page of it, and every filter, is cut from the same rows. */
const kept = new WeakMap<StoreReader, Kept>();

function differencesOf(reader: StoreReader, period: Period, of: Compared): Explained[] {
  const stamp = dataStamp(reader);
  const known = kept.get(reader);
  if (known?.period === period && known.of === of && known.stamp === stamp) return known.found;
  const explain = explainer(reader, period, of);
  const found = differingIn(reader, period, of)
    .map((one) => explain(one))
    .sort((a, b) => size(b) - size(a) || a.id - b.id);
  kept.set(reader, { period, of, stamp, found });
  return found;
}

function size({ difference_fen }: Pick<Explained, 'difference_fen'>): number {
  return Math.abs(difference_fen);
}

type Place = [size: number, id: number];

function isBehind(one: Explained, [least, id]: Place): boolean {
  return size(one) < least || (size(one) === least && one.id > id);
}

function placeOf(cursor: string | undefined): Place | null {
  const place = readCursor(cursor, 2);
  if (place === null) return null;
  if (!place.every(Number.isSafeInteger)) throw new DeskError('input.invalid', { field: 'cursor', value: cursor! });
  return place as Place;
}

type Named = Pick<
  DifferenceRow,
  'shop_appid' | 'shop_name' | 'product_title' | 'promoter_appid' | 'promoter_name' | 'settled_at'
>;

function named(reader: StoreReader, of: Compared, page: readonly Explained[]): DifferenceRow[] {
  const rows = reader.all<Named & { id: number }>(
    sql`select id, shop_appid, shop_name, product_title, promoter_appid, promoter_name, settled_at
      from commission_order where id in (select value from json_each(${JSON.stringify(page.map(({ id }) => id))}))`,
  );
  const names = new Map(rows.map(({ id, ...names }) => [id, names]));
  return page.map(({ id, ...one }) => ({ ...one, of, ...names.get(id)! }));
}
