import type { PromoterRow } from '../../../shared/contract/promoter.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { contains, keysetPage } from '../store/keyset.ts';
import { type Sql, sql, where } from '../store/sql.ts';
import { promoterRows } from './row.ts';

type Input = RouteParsed<'promoter.list'>;

const SORT: Record<Input['sort'], Sql> = {
  name: sql`substr(name, 1, 100)`,
  bound_at: sql`bound_at`,
  orders_30d: sql`orders_30d`,
  actual_payment_30d: sql`actual_payment_30d_fen`,
  last_order_at: sql`last_order_at`,
};

/** One page of bound promoters with their last 30 days; those without a value on the sorted column come last. */
export function listPromoters(context: Context, input: Input): RouteOutput<'promoter.list'> {
  const conditions: Sql[] = [];
  if (input.payer !== undefined) conditions.push(sql`m.payer = ${input.payer}`);
  if (input.search) conditions.push(contains([sql`m.name`, sql`m.promoter_appid`], input.search));
  const condition = where(conditions);
  const page = keysetPage<PromoterRow>(context.store, {
    rows: sql`select *, ${SORT[input.sort]} as sort_value from (${promoterRows(context.now(), condition)})`,
    keys: ['promoter_appid'],
    direction: input.direction,
    cursor: input.cursor,
    limit: input.limit,
  });
  const total = context.store.value<number>(sql`select count(*) from promoter m ${condition}`) ?? 0;
  return { ...page, total };
}
