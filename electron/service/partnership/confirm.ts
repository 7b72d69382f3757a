import { PARTNERSHIP_STATUS } from '../../../shared/status.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/**
 * Ends decisions the platform had not confirmed yet, by the states a sync has read: verified once the shop shows the
 * decided state, failed when it went another way (the shop withdrew). Still open invitations stay as they are.
 * Call it inside a transaction; returns how many decisions came to an end.
 */
export function confirmDecisions(store: Store): number {
  const { invited, accepted, refused, ended } = PARTNERSHIP_STATUS;
  const waiting = sql`outcome in ('unverified', 'console')`;
  const verified = store.run(sql`update partnership_decision set outcome = 'verified', error_code = null
    where ${waiting} and exists (select 1 from shop where shop.shop_appid = partnership_decision.shop_appid
      and ((decision = 'accept' and shop.status in (${accepted}, ${ended}))
        or (decision = 'refuse' and shop.status = ${refused})))`).changes;
  const missed = store.run(sql`update partnership_decision set outcome = 'failed', error_code = 'partnership.not_open'
    where ${waiting} and exists (select 1 from shop where shop.shop_appid = partnership_decision.shop_appid
      and shop.status <> ${invited})`).changes;
  return verified + missed;
}
