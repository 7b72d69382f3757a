import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import { addFen, type Fen } from '../../../shared/money.ts';
import type { Context } from '../context.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { judgedKeys } from './judged.ts';

interface Difference {
  kind: 'funds' | 'file';
  key: string;
  difference_fen: Fen;
}

/**
 * Remembers that the differences of orders are known and right: flows against books, and file against books where it
 * differs. Each must still be what was shown; the others are left alone. Throws `input.invalid` without a note for
 * `other`.
 */
export function acceptFunds(
  context: Context,
  { rows, reason, note }: RouteParsed<'funds.accept'>,
): RouteOutput<'funds.accept'> {
  if (reason === 'other' && note === '') throw new DeskError('input.invalid', { field: 'note', value: note });
  const { store } = context;
  const staff = context.staff();
  const at = context.now();
  const answer = store.durably(() => {
    const present = presentDifferences(
      store,
      rows.map(({ key }) => key),
    );
    const standing = rows.filter(({ key, difference_fen, file_difference_fen }) => {
      const now = present.get(key);
      return now?.difference_fen === difference_fen && now.file_difference_fen === file_difference_fen;
    });
    const fresh = standing.flatMap((row) => openOf(row).filter((one) => !isAccepted(store, one)));
    const ids = fresh.map(
      ({ kind, key, difference_fen }) =>
        store.run(sql`insert into accepted_difference
            (kind, order_id, difference_fen, reason, note, accepted_at, accepted_by)
          values (${kind}, ${key}, ${difference_fen}, ${reason}, ${note}, ${at}, ${staff})`).id,
    );
    const accepted = new Set(fresh.map(({ key }) => key)).size;
    if (fresh.length > 0)
      audit(store, {
        at,
        staff,
        action: 'funds.accept',
        detail: {
          orders: accepted,
          difference_fen: sumOf(fresh),
          reason,
          note,
          first_acceptance: ids[0],
          last_acceptance: ids.at(-1),
        },
      });
    return { accepted, outdated: rows.length - standing.length };
  });
  if (answer.accepted > 0) context.changed('funds');
  return answer;
}

/** Takes acceptances back; the differences are open again, and what was said of them stays in the books. */
export function withdrawFundsAcceptances(
  context: Context,
  { keys }: RouteParsed<'funds.withdraw_acceptance'>,
): RouteOutput<'funds.withdraw_acceptance'> {
  const { store } = context;
  const staff = context.staff();
  const at = context.now();
  const withdrawn = store.durably(() => {
    const taken = store.all<{ acceptance_id: number; order_id: string; difference_fen: Fen }>(
      sql`update accepted_difference set withdrawn_at = ${at}, withdrawn_by = ${staff}
        where kind in ('funds', 'file') and order_id in (select value from json_each(${JSON.stringify(keys)}))
          and withdrawn_at is null
        returning acceptance_id, order_id, difference_fen`,
    );
    const orders = new Set(taken.map(({ order_id }) => order_id)).size;
    if (taken.length > 0)
      audit(store, {
        at,
        staff,
        action: 'funds.withdraw_acceptance',
        detail: {
          orders,
          difference_fen: sumOf(taken),
          acceptances: taken.map(({ acceptance_id }) => acceptance_id),
        },
      });
    return orders;
  });
  if (withdrawn > 0) context.changed('funds');
  return { withdrawn };
}

interface Present {
  key: string;
  difference_fen: Fen;
  file_difference_fen: Fen | null;
}

function presentDifferences(reader: StoreReader, keys: readonly string[]): Map<string, Present> {
  const rows = reader.all<Present>(
    sql`${judgedKeys(reader, keys)} select key, difference_fen, file_difference_fen from judged`,
  );
  return new Map(rows.map((row) => [row.key, row]));
}

function openOf({ key, difference_fen, file_difference_fen }: Present): Difference[] {
  return [
    ...(difference_fen === 0 ? [] : [{ kind: 'funds' as const, key, difference_fen }]),
    ...(file_difference_fen ? [{ kind: 'file' as const, key, difference_fen: file_difference_fen }] : []),
  ];
}

function isAccepted(reader: StoreReader, { kind, key, difference_fen }: Difference): boolean {
  return (
    reader.value(sql`select 1 from accepted_difference where kind = ${kind} and order_id = ${key}
      and difference_fen = ${difference_fen} and withdrawn_at is null limit 1`) !== undefined
  );
}

function sumOf(rows: readonly { difference_fen: Fen }[]): Fen {
  return rows.reduce((sum, { difference_fen }) => addFen(sum, difference_fen), 0);
}
