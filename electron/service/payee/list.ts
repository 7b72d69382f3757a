import type { Page } from '../../../shared/contract/paging.ts';
import type { PayeeRow } from '../../../shared/contract/payee.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import type { StoreReader } from '../store/store.ts';
import { promoterOf } from './member.ts';
import { payeeSearch } from './names.ts';
import { payeeRows } from './row.ts';

/** Largest balance first, debts after those who have none. Throws `input.invalid` for a cursor that is none. */
export function payeeList(
  reader: StoreReader,
  { search, made, cursor, limit }: Omit<RouteParsed<'payee.list'>, 'made'> & { made?: boolean },
): Page<PayeeRow> {
  const from = Number(cursor ?? 0);
  if (!Number.isSafeInteger(from) || from < 0)
    throw new DeskError('input.invalid', { field: 'cursor', value: cursor ?? '' });
  const meant = search ? payeeSearch(reader, search) : () => true;
  const all = payeeRows(reader)
    .filter(({ payee_id }) => meant(payee_id) && !(made && promoterOf(payee_id) !== null))
    .sort((a, b) => b.balance_fen - a.balance_fen || (a.payee_id < b.payee_id ? -1 : 1));
  return {
    rows: all.slice(from, from + limit),
    next_cursor: from + limit < all.length ? String(from + limit) : null,
    total: all.length,
  };
}
