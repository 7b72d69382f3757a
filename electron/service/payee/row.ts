import type { PayeeRow } from '../../../shared/contract/payee.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { payeeBooks } from './facts.ts';
import { ownPayee, promoterOf, readMembers } from './member.ts';
import { isKnownPromoter, knownPromoters, partyNames } from './names.ts';

/** Every payee there is: those staff made, and every promoter who is one by himself. Adds up every closing. */
export function payeeRows(reader: StoreReader): PayeeRow[] {
  const books = payeeBooks(reader);
  const names = partyNames(reader);
  const members = readMembers(reader);
  const made = new Map(
    reader.all<Made>(sql`select payee_id, note, minimum_payout_fen from payee`).map((payee) => [payee.payee_id, payee]),
  );
  const accounts = new Map<string, PayeeRow['accounts']>();
  for (const { payee_id, ...account } of reader.all<{ payee_id: string } & PayeeRow['accounts'][number]>(
    sql`select payee_id, channel, hint from payout_account order by payee_id, channel`,
  ))
    accounts.set(payee_id, [...(accounts.get(payee_id) ?? []), account]);

  const rows = new Map<string, PayeeRow>();
  const rowOf = (payee_id: string): PayeeRow => {
    const found = rows.get(payee_id) ?? {
      payee_id,
      name: names.payee(payee_id),
      promoters: [],
      accounts: accounts.get(payee_id) ?? [],
      minimum_payout_fen: made.get(payee_id)?.minimum_payout_fen ?? null,
      balance_fen: books.ledger(payee_id).balance_fen,
      note: made.get(payee_id)?.note ?? '',
    };
    rows.set(payee_id, found);
    return found;
  };
  for (const payeeId of [...made.keys(), ...accounts.keys(), ...books.payees()]) rowOf(payeeId);
  const promoters = new Set(knownPromoters(reader));
  for (const payeeId of books.payees()) {
    const promoter = promoterOf(payeeId);
    if (promoter !== null) promoters.add(promoter);
  }
  for (const promoter_appid of promoters) {
    const last = members.last(promoter_appid);
    rowOf(last?.payee_id ?? ownPayee(promoter_appid)).promoters.push({
      promoter_appid,
      name: names.promoter(promoter_appid),
      from_period: last?.from_period ?? null,
    });
  }
  return [...rows.values()];
}

interface Made {
  payee_id: string;
  note: string;
  minimum_payout_fen: number | null;
}

/** Throws `payee.unknown`. */
export function payeeRow(reader: StoreReader, payeeId: string): PayeeRow {
  const row = payeeRows(reader).find(({ payee_id }) => payee_id === payeeId);
  if (!row) throw new DeskError('payee.unknown', { payee_id: payeeId });
  return row;
}

/** One staff made, or a promoter the books know of. Throws `payee.unknown`. */
export function refuseUnknownPayee(reader: StoreReader, payeeId: string): void {
  const promoter = promoterOf(payeeId);
  const known =
    reader.value(sql`select 1 from payee where payee_id = ${payeeId}`) !== undefined ||
    (promoter !== null && isKnownPromoter(reader, promoter));
  if (!known) throw new DeskError('payee.unknown', { payee_id: payeeId });
}
