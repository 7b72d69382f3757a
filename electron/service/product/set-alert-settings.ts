import type { AlertSettings } from '../../../shared/contract/catalogue.ts';
import type { Context } from '../context.ts';
import { audit } from '../store/audit.ts';
import { writeSetting } from '../store/setting.ts';
import { sql } from '../store/sql.ts';
import { ALERT_SETTING, readAlertSettings } from './alert-settings.ts';
import { raisePlanEnds } from './plan-ends.ts';
import { ON_SALE, PLAN_LIVE } from './promotable.ts';
import { alertIsOpen, alertOfProduct } from './row.ts';

/** Sets the thresholds of alerts. Low stock and ending plans are told of by the new ones at once. */
export function setAlertSettings(context: Context, settings: AlertSettings): AlertSettings {
  const { store } = context;
  const now = context.now();
  const next = { ...settings, plan_ends_days: [...new Set(settings.plan_ends_days)].sort((a, b) => b - a) };
  store.durably(() => {
    const before = readAlertSettings(store);
    writeSetting(store, ALERT_SETTING, JSON.stringify(next));
    store.run(sql`update product_alert as a set ended_at = ${now} where a.kind = 'stock_low' and ${alertIsOpen}
      and exists (select 1 from product p where ${alertOfProduct} and p.stock > ${next.stock_low})`);
    // What was low by the old line was told of when it fell below it.
    store.run(sql`insert into product_alert (shop_appid, product_id, plan_type, head_supplier_appid, kind, at, after)
      select p.shop_appid, p.product_id, p.plan_type, p.head_supplier_appid, 'stock_low', ${now}, p.stock
      from product p where p.stock > ${before.stock_low} and p.stock <= ${next.stock_low} and p.not_seen_since is null
        and p.product_status is ${ON_SALE} and p.plan_status is ${PLAN_LIVE}`);
    raisePlanEnds(store, now);
    audit(store, { at: now, staff: context.staff(), action: 'product.set_alerts', detail: { before, after: next } });
  });
  context.changed('products');
  return next;
}
