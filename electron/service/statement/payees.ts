import type { PayeeBalance } from '../../../shared/contract/payee.ts';
import type { Period } from '../../../shared/time.ts';
import { payeeBalances } from '../payee/balances.ts';
import { readMembers } from '../payee/member.ts';
import { promotersOf } from '../payee/standing.ts';
import { closedMonth } from '../settlement/closed.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

/** Who is paid for which promoter in a month. */
export interface PayeeBook {
  /** The payee the shares of this promoter go to: one of staff's, or the promoter by himself. */
  of(promoterAppid: string): string;
  /** What staff call a payee; null for a promoter by himself, whom the month's own lines name. */
  name(payeeId: string): string | null;
  /** AppIDs of the promoters a payee stands for, in their order. */
  promoters(payeeId: string): readonly string[];
  /** Of everybody who has something in a closed month, by payee id; null while it is open. */
  balances(): ReadonlyMap<string, PayeeBalance> | null;
}

export function payeeBook(reader: StoreReader, period: Period): PayeeBook {
  const members = readMembers(reader);
  const names = new Map(
    reader
      .all<{ payee_id: string; name: string }>(sql`select payee_id, name from payee`)
      .map(({ payee_id, name }) => [payee_id, name]),
  );
  return {
    of: (promoter) => members.of(promoter, period),
    name: (payeeId) => names.get(payeeId) ?? null,
    promoters: promotersOf(members, period),
    balances() {
      if (!closedMonth(reader, period)) return null;
      return new Map(payeeBalances(reader, period).rows.map((balance) => [balance.payee_id, balance]));
    },
  };
}
