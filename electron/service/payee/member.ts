import type { Period } from '../../../shared/time.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

/** From this month on, until his next one, a promoter's shares go to this payee. */
export interface Member {
  promoter_appid: string;
  from_period: Period;
  payee_id: string;
}

/** Answers whose payee a promoter is. */
export interface MemberBook {
  /** The payee his lines of a month's closing go to, sales and corrections alike. */
  of(promoter: string, period: Period): string;
  /** The last month there is for him; null: always by himself. */
  last(promoter: string): Member | null;
  /** Everything there is, of each promoter the oldest month first. */
  history(): Iterable<Member>;
}

const BY_HIMSELF = 'promoter:';

/** The payee a promoter is by himself. */
export function ownPayee(promoter: string): string {
  return `${BY_HIMSELF}${promoter}`;
}

/** The AppID of a promoter who is a payee by himself, else null. */
export function promoterOf(payeeId: string): string | null {
  return payeeId.startsWith(BY_HIMSELF) ? payeeId.slice(BY_HIMSELF.length) : null;
}

/** Rows in the order they were set: of two of one month the later one counts. */
export function memberBook(rows: Iterable<Member>): MemberBook {
  const months = new Map<string, Member[]>();
  for (const row of rows) {
    const list = months.get(row.promoter_appid);
    if (list) list.push(row);
    else months.set(row.promoter_appid, [row]);
  }
  for (const list of months.values())
    list.sort((a, b) => (a.from_period < b.from_period ? -1 : a.from_period > b.from_period ? 1 : 0));
  return {
    of: (promoter, period) =>
      months.get(promoter)?.findLast(({ from_period }) => from_period <= period)?.payee_id ?? ownPayee(promoter),
    last: (promoter) => months.get(promoter)?.at(-1) ?? null,
    *history() {
      for (const list of months.values()) yield* list;
    },
  };
}

export function readMembers(reader: StoreReader): MemberBook {
  return memberBook(
    reader.each<Member>(sql`select promoter_appid, from_period, payee_id from payee_member order by member_id`),
  );
}
