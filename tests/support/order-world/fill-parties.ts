import { sql } from '../../../electron/service/store/sql.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { addSplit } from '../rules.ts';
import { NOW, PARTIES, SPAN_SECONDS } from './parties.ts';

const BEFORE_ALL = NOW - SPAN_SECONDS - 60 * 86_400;

/** What other syncs and staff brought before the orders: plans of products, who pays each promoter, dated rules. */
export function fillParties(store: Store): void {
  store.transaction(() => {
    for (const { id, shop, plans } of PARTIES.products)
      for (const { type, ratio } of plans)
        store.run(sql`insert into product (shop_appid, product_id, plan_type, service_ratio_ppm, state_hash, first_seen_at, last_read_at)
          values (${shop.appid}, ${id}, ${type}, ${ratio}, ${Buffer.alloc(1)}, ${BEFORE_ALL}, ${NOW})`);
    for (const { appid, names, payer } of PARTIES.promoters)
      if (payer !== undefined)
        store.run(sql`insert into promoter (promoter_appid, name, payer, ratio_ppm, first_seen_at, last_read_at, raw)
          values (${appid}, ${names.at(-1)!.name}, ${payer}, ${500_000}, ${BEFORE_ALL}, ${NOW}, '{}')`);
    for (const { promoter, product, ratio, from } of RULES)
      addSplit(
        store,
        { promoter_appid: promoter, product_id: product, ratio_ppm: ratio, from_day: from },
        { staff: '王芳', now: BEFORE_ALL },
      );
  });
}

export interface Rule {
  promoter: string | null;
  product: string | null;
  ratio: number;
  from: string;
}

const { promoters, products } = PARTIES;
const ownPaid = promoters.filter(({ payer }) => payer === 1);

/** Of every scope, and two that replace one another. */
export const RULES: readonly Rule[] = [
  { promoter: null, product: null, ratio: 300_000, from: '2025-03-01' },
  { promoter: null, product: null, ratio: 333_333, from: '2026-01-01' },
  ...ownPaid.slice(0, 40).map(({ appid }, index) => ({
    promoter: appid,
    product: null,
    ratio: 400_000 + index * 1111,
    from: index % 2 ? '2024-11-01' : '2026-02-01',
  })),
  ...products.slice(0, 20).map(({ id }) => ({ promoter: null, product: id, ratio: 250_000, from: '2025-06-01' })),
  ...ownPaid.slice(0, 10).map(({ appid }, index) => ({
    promoter: appid,
    product: products[index]!.id,
    ratio: 900_000,
    from: '2025-01-01',
  })),
];
