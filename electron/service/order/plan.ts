import type { ReplyState } from '../../../shared/contract/order.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

/** Answers which plan of a product an order came through. */
export interface PlanBook {
  planOf(state: Pick<ReplyState, 'shop_appid' | 'product_id' | 'service_ratio_ppm'>): number | null;
}

/**
 * The commission order does not name the plan. With one plan known for the product it is that; with several, the only
 * one of the order's own service fee rate; else it cannot be told.
 */
export function planBook(reader: StoreReader): PlanBook {
  const plansOf = remembering((shop_appid: string, product_id: string) =>
    reader.all<{ plan_type: number; service_ratio_ppm: number | null }>(
      sql`select plan_type, service_ratio_ppm from product where shop_appid = ${shop_appid} and product_id = ${product_id}`,
    ),
  );
  return {
    planOf({ shop_appid, product_id, service_ratio_ppm }) {
      if (shop_appid === null || product_id === null) return null;
      const plans = plansOf(shop_appid, product_id);
      const types = new Set(plans.map((plan) => plan.plan_type));
      if (types.size === 1) return plans[0]!.plan_type;
      const ofRate = new Set(
        plans.filter((plan) => plan.service_ratio_ppm === service_ratio_ppm).map((plan) => plan.plan_type),
      );
      return ofRate.size === 1 ? [...ofRate][0]! : null;
    },
  };
}

/** Products are fewer than orders; a book lives no longer than they stay as they are. */
function remembering<T>(read: (shop: string, product: string) => T): (shop: string, product: string) => T {
  const known = new Map<string, T>();
  return (shop, product) => {
    const key = `${shop}/${product}`;
    let found = known.get(key);
    if (found === undefined) {
      if (known.size >= REMEMBERED) known.clear();
      found = read(shop, product);
      known.set(key, found);
    }
    return found;
  };
}
const REMEMBERED = 20_000;
