import type { PartnershipRow } from '../../../shared/contract/partnership.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { contains, keysetPage } from '../store/keyset.ts';
import { sql, where } from '../store/sql.ts';
import { partnershipColumns } from './row.ts';

/** One page of shops: open invitations first, then running partnerships, then the rest; by name within each. */
export function listPartnerships(
  context: Context,
  input: RouteParsed<'partnership.list'>,
): RouteOutput<'partnership.list'> {
  const found = input.search ? [contains([sql`s.shop_name`, sql`s.shop_appid`], input.search)] : [];
  const byStatus = context.store.all<{ status: number; rows: number }>(
    sql`select s.status, count(*) as rows from shop s ${where(found)} group by s.status order by s.status`,
  );
  const { status } = input;
  const conditions = status === undefined ? found : [...found, sql`s.status = ${status}`];
  const page = keysetPage<PartnershipRow & { place: string }>(context.store, {
    rows: sql`select ${partnershipColumns}, substr(s.shop_name, 1, 100) as place,
        case s.status when 1 then 0 when 2 then 1 else 2 end as sort_value
      from shop s ${where(conditions)}`,
    keys: ['place', 'shop_appid'],
    direction: 'asc',
    cursor: input.cursor,
    limit: input.limit,
  });
  return {
    rows: page.rows.map(({ place: _, ...row }) => row),
    next_cursor: page.next_cursor,
    total: byStatus.reduce((sum, one) => (status === undefined || status === one.status ? sum + one.rows : sum), 0),
    by_status: byStatus,
  };
}
