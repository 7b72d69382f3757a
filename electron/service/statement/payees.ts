import type { PayeeBalance } from '../../../shared/contract/payee.ts';
import type { Period } from '../../../shared/time.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

/** Who is paid for which promoter in a month. */
export interface PayeeBook {
  /** The payee the shares of this promoter go to: one of staff's, or the promoter by himself. */
  of(promoterAppid: string): string;
  /** What staff call a payee; null for a promoter by himself. */
  name(payeeId: string): string | null;
  /** By payee id; null while the month is open. */
  balances: ReadonlyMap<string, PayeeBalance> | null;
}

const BY_HIMSELF = 'promoter:';

/** The AppID of a promoter who is a payee by himself, else null. */
export function promoterOf(payeeId: string): string | null {
  return payeeId.startsWith(BY_HIMSELF) ? payeeId.slice(BY_HIMSELF.length) : null;
}

export function payeeBook(reader: StoreReader, period: Period): PayeeBook {
  const members = new Map(
    reader
      .all<{ promoter_appid: string; payee_id: string }>(
        sql`select promoter_appid, payee_id from payee_member where from_period <= ${period}
          order by from_period, member_id`,
      )
      .map(({ promoter_appid, payee_id }) => [promoter_appid, payee_id]),
  );
  const names = new Map(
    reader
      .all<{ payee_id: string; name: string }>(sql`select payee_id, name from payee`)
      .map(({ payee_id, name }) => [payee_id, name]),
  );
  return {
    of: (promoter) => members.get(promoter) ?? `${BY_HIMSELF}${promoter}`,
    name: (payeeId) => names.get(payeeId) ?? null,
    balances: null,
  };
}
