import { SPLIT_PAYER } from '../../../shared/status.ts';
import { DAY_SECONDS, dayOf } from '../../../shared/time.ts';
import { nothing, type Sql, sql } from '../store/sql.ts';

const FIGURE_DAYS = 30;

/**
 * Promoters with the figures of their commission orders created in the last 30 days, as `PromoterRow`. The figures
 * are one grouped pass over those orders, never a query per promoter. `conditions` is about the promoter `m`,
 * `orders` may narrow the orders to look at.
 */
export function promoterRows(now: number, conditions: Sql, orders: Sql = nothing): Sql {
  const today = dayOf(now);
  const ruleFor = (scope: Sql) => sql`(select r.ratio_ppm from split_rule r
      where r.promoter_appid ${scope} and r.product_id is null and r.withdrawn_at is null
        and r.from_day <= ${today} and coalesce(r.to_day, ${today}) >= ${today})`;
  return sql`select m.promoter_appid, m.name, m.avatar_url, m.bound_at, m.payer, m.ratio_ppm,
      case when m.payer = ${SPLIT_PAYER.institution}
        then coalesce(${ruleFor(sql`= m.promoter_appid`)}, ${ruleFor(sql`is null`)}) end as rule_ratio_ppm,
      m.not_seen_since,
      coalesce(f.orders, 0) as orders_30d,
      coalesce(f.payment, 0) as actual_payment_30d_fen,
      coalesce(f.amount, 0) as promoter_amount_30d_fen,
      (select max(o.created_at) from commission_order o where o.promoter_appid = m.promoter_appid) as last_order_at
    from promoter m
    left join (
      select promoter_appid, count(distinct order_id) as orders, sum(actual_payment_fen) as payment,
        sum(promoter_amount_fen) as amount
      from commission_order where created_at >= ${now - FIGURE_DAYS * DAY_SECONDS} and promoter_appid is not null ${orders}
      group by promoter_appid
    ) f on f.promoter_appid = m.promoter_appid
    ${conditions}`;
}
