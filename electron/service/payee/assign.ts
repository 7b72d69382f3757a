import { DeskError } from '../../../shared/contract/result.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { Period } from '../../../shared/time.ts';
import type { Context } from '../context.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';
import { ownPayee, readMembers } from './member.ts';
import { isKnownPromoter } from './names.ts';

/**
 * Gives promoters' shares to a payee staff made from a month on, until a later month of theirs; null gives each back to
 * himself. What was carried over stays with the payee before. Throws `payee.period_closed`, `payee.unknown`,
 * `promoter.unknown`; nothing is changed then.
 */
export function assignPromoters(context: Context, input: RouteParsed<'payee.assign'>): RouteOutput<'payee.assign'> {
  const { store } = context;
  const at = context.now();
  const staff = context.staff();
  const { promoter_appids, payee_id, from_period } = input;
  const changed = store.durably(() => {
    refuseClosed(store, from_period);
    if (payee_id !== null && store.value(sql`select 1 from payee where payee_id = ${payee_id}`) === undefined)
      throw new DeskError('payee.unknown', { payee_id });
    const moved = [...new Set(promoter_appids)].filter((promoter) => {
      if (!isKnownPromoter(store, promoter)) throw new DeskError('promoter.unknown', { promoter_appid: promoter });
      return move(store, { promoter, payee: payee_id ?? ownPayee(promoter), from_period, at, staff });
    });
    if (moved.length > 0)
      audit(store, {
        at,
        staff,
        action: 'payee.assign',
        detail: { payee_id, from_period, promoter_appids: moved },
      });
    return moved.length;
  });
  if (changed > 0) context.changed('payees');
  return { changed };
}

/** Frozen months stay with whom they were booked for, so nothing may change at or before the last of them. */
function refuseClosed(reader: StoreReader, period: Period): void {
  const closed = reader.value<Period | null>(sql`select max(period) from settlement_closed where period >= ${period}`);
  if (closed) throw new DeskError('payee.period_closed', { period, closed });
}

interface Move {
  promoter: string;
  payee: string;
  from_period: Period;
  at: number;
  staff: string;
}

/** False when it is so already. */
function move(store: Store, { promoter, payee, from_period, at, staff }: Move): boolean {
  if (readMembers(store).of(promoter, from_period) === payee) return false;
  store.run(sql`insert into payee_member (promoter_appid, from_period, payee_id, set_at, set_by)
    values (${promoter}, ${from_period}, ${payee}, ${at}, ${staff})`);
  return true;
}
