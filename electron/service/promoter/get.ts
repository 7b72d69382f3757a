import type { PromoterCard, PromoterRow } from '../../../shared/contract/promoter.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import type { Context } from '../context.ts';
import { sql } from '../store/sql.ts';
import { promoterRows } from './row.ts';

/** One promoter with history and shares on single products. Throws `promoter.unknown`. */
export function getPromoter(context: Context, { promoter_appid }: { promoter_appid: string }): PromoterCard {
  const { store } = context;
  const row = store.get<PromoterRow>(
    promoterRows(
      context.now(),
      sql`where m.promoter_appid = ${promoter_appid}`,
      sql`and promoter_appid = ${promoter_appid}`,
    ),
  );
  if (!row) throw new DeskError('promoter.unknown', { promoter_appid });
  return {
    ...row,
    history: store.all<PromoterCard['history'][number]>(
      sql`select seen_at, name, payer, ratio_ppm from promoter_state
        where promoter_appid = ${promoter_appid} order by seen_at desc`,
    ),
    // A share is for the product, whatever plans it has: one line per product.
    product_splits: store.all<PromoterCard['product_splits'][number]>(
      sql`select coalesce(p.shop_appid, '') as shop_appid, x.product_id, coalesce(p.title, '') as title, x.ratio_ppm, x.state
        from product_split x
        left join (select product_id, min(shop_appid) as shop_appid, max(title) as title from product group by product_id) p
          on p.product_id = x.product_id
        where x.promoter_appid = ${promoter_appid} order by x.set_at desc, x.product_id`,
    ),
  };
}
