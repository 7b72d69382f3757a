import { PARTNERSHIP_STATUS } from '../../../shared/status.ts';
import { type Sql, sql } from '../store/sql.ts';

/** Columns of a `PartnershipRow` from `shop s`. A decision is pending while the invitation still shows as open. */
export const partnershipColumns: Sql = sql`s.shop_appid, s.shop_name, s.logo_url, s.status, s.approved_at, s.first_seen_at,
  s.status_seen_at, s.not_seen_since, s.gmv_fen, s.settled_fen, s.unsettled_fen, s.product_count,
  case when s.status = ${PARTNERSHIP_STATUS.invited} then (
    select case when d.outcome in ('unverified', 'console') then d.decision end from partnership_decision d
    where d.shop_appid = s.shop_appid order by d.decision_id desc limit 1) end as pending_decision`;
