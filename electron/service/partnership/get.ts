import type { PartnershipCard, PartnershipDecision, PartnershipRow } from '../../../shared/contract/partnership.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { Context } from '../context.ts';
import { promotableAt } from '../product/promotable.ts';
import { sql } from '../store/sql.ts';
import { shopHistory } from './history.ts';
import { partnershipColumns } from './row.ts';

type StoredCard = PartnershipRow & Pick<PartnershipCard, 'product_count_today' | 'sold_product_count_today'>;

/** One shop with its states, our decisions, its accounts and what our own books say. Throws `partnership.unknown`. */
export function getPartnership(context: Context, { shop_appid }: { shop_appid: string }): PartnershipCard {
  const { store } = context;
  const shop = store.get<StoredCard>(sql`select ${partnershipColumns}, s.product_count_today, s.sold_product_count_today
    from shop s where s.shop_appid = ${shop_appid}`);
  if (!shop) throw new DeskError('partnership.unknown', { shop_appid });
  const promotable = store.value<number>(sql`select count(*) from product p
    where p.shop_appid = ${shop_appid} and ${promotableAt(context.now())}`);
  return {
    ...shop,
    states: store.all<PartnershipCard['states'][number]>(
      sql`select status, seen_at from shop_state where shop_appid = ${shop_appid} order by seen_at desc`,
    ),
    decisions: store.all<PartnershipDecision>(
      sql`select decided_at, staff, decision, note, outcome, error_code from partnership_decision
        where shop_appid = ${shop_appid} order by decision_id desc`,
    ),
    accounts: store.all<PartnershipCard['accounts'][number]>(
      sql`select account_id, name, type from shop_account where shop_appid = ${shop_appid} order by type, name, account_id`,
    ),
    history: shopHistory(context, shop_appid),
    promotable_products: promotable ?? 0,
  };
}
