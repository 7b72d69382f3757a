import type { ProductKey } from '../../../shared/contract/product.ts';
import type { Context } from '../context.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';

/** Notes a deed on the shelf, in its history and in the audit log. Call it in the transaction of the deed itself. */
export function noteListing(
  context: Context,
  key: ProductKey,
  action: 'list' | 'unlist' | 'split',
  detail: Record<string, unknown>,
): void {
  const at = context.now();
  const staff = context.staff();
  context.store.run(sql`insert into listing_history (shop_appid, product_id, plan_type, head_supplier_appid, at, staff, action, detail)
    values (${key.shop_appid}, ${key.product_id}, ${key.plan_type}, ${key.head_supplier_appid}, ${at}, ${staff}, ${action},
      ${JSON.stringify(detail)})`);
  audit(context.store, { at, staff, action: `listing.${action}`, detail: { ...key, ...detail } });
}
