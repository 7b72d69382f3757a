import { type Sql, sql } from '../store/sql.ts';

/** `product_info.status` of a product on sale, and `commission_info.status` of a live plan. */
export const ON_SALE = 5;
export const PLAN_LIVE = 1;

export interface PlanState {
  product_status: number | null;
  plan_status: number | null;
  plan_start_at: number | null;
  plan_end_at: number | null;
  not_seen_since: number | null;
}

/**
 * Whether promoters can earn on a product at `now` (Unix seconds): on sale, plan live, inside the plan's dates and
 * still in the platform's last answer. No end, or an end of 0, is forever. The table's alias is `p`.
 */
export function promotableAt(now: number): Sql {
  return sql`(p.not_seen_since is null and p.product_status is ${ON_SALE} and p.plan_status is ${PLAN_LIVE}
    and coalesce(p.plan_start_at, 0) <= ${now} and (coalesce(p.plan_end_at, 0) = 0 or p.plan_end_at > ${now}))`;
}
