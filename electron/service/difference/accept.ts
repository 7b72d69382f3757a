import type { Compared } from '../../../shared/contract/difference.ts';
import type { OrderKey } from '../../../shared/contract/order.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import { addFen, type Fen } from '../../../shared/money.ts';
import type { Context } from '../context.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { acceptanceOf, kindOf } from './accepted.ts';
import { feeRowReader } from './fee-row.ts';
import { ourFigure, statedFigure } from './figures.ts';

/**
 * Remembers that the differences are known and right. Each must still be the amount that was shown; those that are not
 * are left alone. What was accepted before is not accepted again. Throws `input.invalid` without a note for `other`.
 */
export function acceptDifferences(
  context: Context,
  { rows, reason, note }: RouteParsed<'difference.accept'>,
): RouteOutput<'difference.accept'> {
  if (reason === 'other' && note === '') throw new DeskError('input.invalid', { field: 'note', value: note });
  const { store } = context;
  const staff = context.staff();
  const at = context.now();
  const answer = store.durably(() => {
    const differenceOf = differenceReader(store);
    const standing = rows.filter((row) => differenceOf(row) === row.difference_fen);
    const fresh = standing.filter((row) => acceptanceOf(store, row.of, row) === null);
    const ids = fresh.map(
      ({ order_id, sku_id, of, difference_fen }) =>
        store.run(sql`insert into accepted_difference
            (kind, order_id, sku_id, difference_fen, reason, note, accepted_at, accepted_by)
          values (${kindOf(of)}, ${order_id}, ${sku_id}, ${difference_fen}, ${reason}, ${note}, ${at}, ${staff})`).id,
    );
    if (fresh.length > 0)
      audit(store, {
        at,
        staff,
        action: 'difference.accept',
        detail: { rows: fresh.length, difference_fen: sumOf(fresh), reason, note, ...between(ids) },
      });
    return { accepted: fresh.length, outdated: rows.length - standing.length };
  });
  if (answer.accepted > 0) context.changed('settlement');
  return answer;
}

/** Takes acceptances back; the differences are open again, and what was said of them stays in the books. */
export function withdrawAcceptances(
  context: Context,
  { rows }: RouteParsed<'difference.withdraw'>,
): RouteOutput<'difference.withdraw'> {
  const { store } = context;
  const staff = context.staff();
  const at = context.now();
  const withdrawn = store.durably(() => {
    const taken = rows.flatMap(({ order_id, sku_id, of }) =>
      store.all<{ acceptance_id: number; difference_fen: Fen }>(
        sql`update accepted_difference set withdrawn_at = ${at}, withdrawn_by = ${staff}
          where kind = ${kindOf(of)} and order_id = ${order_id} and sku_id = ${sku_id} and withdrawn_at is null
          returning acceptance_id, difference_fen`,
      ),
    );
    if (taken.length > 0)
      audit(store, {
        at,
        staff,
        action: 'difference.withdraw',
        detail: {
          rows: taken.length,
          difference_fen: sumOf(taken),
          acceptances: taken.map(({ acceptance_id }) => acceptance_id),
        },
      });
    return taken.length;
  });
  if (withdrawn > 0) context.changed('settlement');
  return { withdrawn };
}

/** The present difference of a row; null when it is unknown or no figure of ours follows. */
function differenceReader(reader: StoreReader): (key: OrderKey & { of: Compared }) => Fen | null {
  const rowOf = feeRowReader(reader);
  return ({ of, ...key }) => {
    const row = rowOf(key);
    if (row === null) return null;
    const ours = ourFigure(of, row);
    const stated = statedFigure(of, row);
    return ours === null || stated === null || ours === stated ? null : stated - ours;
  };
}

function sumOf(rows: readonly { difference_fen: Fen }[]): Fen {
  return rows.reduce((sum, { difference_fen }) => addFen(sum, difference_fen), 0);
}

/** The numbers of rows written one after the other. */
function between(ids: readonly number[]) {
  return { first_acceptance: ids[0], last_acceptance: ids.at(-1) };
}
