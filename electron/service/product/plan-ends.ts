import { addDays, dayOf, startOfDay, type Unix } from '../../../shared/time.ts';
import { join, type Sql, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { readAlertSettings } from './alert-settings.ts';
import { ON_SALE, PLAN_LIVE } from './promotable.ts';
import { alertOfProduct } from './row.ts';

/**
 * Tells of plans that end in so many civil days (UTC+8) as staff have chosen: at each of them once, the nearer one in
 * place of the farther. Ends that were moved or are past are told of no longer.
 */
export function raisePlanEnds(store: Store, now: Unix): void {
  const days = readAlertSettings(store).plan_ends_days.toSorted((a, b) => a - b);
  const steps = days.map((day) => sql`when p.plan_end_at < ${endOfDay(now, day)} then ${day}`);
  const step: Sql = steps.length ? sql`case ${join(steps, ' ')} end` : sql`null`;
  const ending = sql`select p.shop_appid, p.product_id, p.plan_type, p.head_supplier_appid, p.plan_end_at, ${step} as days
    from product p where p.plan_end_at > ${now} and p.plan_end_at < ${endOfDay(now, days.at(-1) ?? 0)}
      and p.not_seen_since is null and p.product_status is ${ON_SALE} and p.plan_status is ${PLAN_LIVE}`;
  store.transaction(() => {
    store.run(sql`update product_alert as a set ended_at = ${now}
      where a.kind = 'plan_ends' and a.done_at is null and a.ended_at is null
        and not exists (select 1 from (${ending}) p where ${alertOfProduct} and p.plan_end_at = a.ends_at and p.days = a.days)`);
    store.run(sql`insert into product_alert (shop_appid, product_id, plan_type, head_supplier_appid, kind, at, ends_at, days)
      select shop_appid, product_id, plan_type, head_supplier_appid, 'plan_ends', ${now}, plan_end_at, days
      from (${ending}) where days is not null
      on conflict (shop_appid, product_id, plan_type, head_supplier_appid, ends_at, days) where kind = 'plan_ends'
        do update set ended_at = null where ended_at is not null`);
  });
}

/** The first instant after the day that is so many days on. */
function endOfDay(now: Unix, days: number): Unix {
  return startOfDay(addDays(dayOf(now), days + 1))!;
}
