import type { ProductAlert } from '../../../shared/contract/catalogue.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { keysetPage } from '../store/keyset.ts';
import { isIn, type Sql, sql, where } from '../store/sql.ts';
import { alertIsOpen, alertOfProduct, listingOfProduct } from './row.ts';

type Input = RouteParsed<'product.alerts'>;
type StoredAlert = Omit<ProductAlert, 'listed'> & { listed: number };

/** Staff look back on what is dealt with; an alert that ended by itself counts as neither open nor done. */
const STATE: Record<Input['state'], Sql> = {
  open: alertIsOpen,
  done: sql`a.done_at is not null`,
  ended: sql`a.done_at is null and a.ended_at is not null`,
};

/** One page of alerts, the newest first. */
export function listAlerts({ store }: Context, input: Input): RouteOutput<'product.alerts'> {
  const conditions = [STATE[input.state]];
  if (input.shop_appid) conditions.push(sql`a.shop_appid = ${input.shop_appid}`);
  if (input.listed !== undefined) {
    const shelf = sql`exists (select 1 from listing l where l.shop_appid = a.shop_appid and l.product_id = a.product_id
      and l.plan_type = a.plan_type and l.head_supplier_appid = a.head_supplier_appid)`;
    conditions.push(input.listed ? shelf : sql`not ${shelf}`);
  }
  const ofKind = input.kind ? [...conditions, sql`a.kind = ${input.kind}`] : conditions;
  const page = keysetPage<StoredAlert>(store, {
    rows: sql`select a.alert_id, a.alert_id as sort_value from product_alert a ${where(ofKind)}`,
    dress: (keys) => sql`select a.*, p.title, p.image_url, nullif(s.shop_name, '') as shop_name,
        l.shop_appid is not null as listed, k.sort_value
      from (${keys}) k cross join product_alert a on a.alert_id = k.alert_id
      join product p on ${alertOfProduct}
      left join shop s on s.shop_appid = p.shop_appid
      left join listing l on ${listingOfProduct}`,
    keys: ['alert_id'],
    direction: 'desc',
    cursor: input.cursor,
    limit: input.limit,
  });
  const counts = store.all<{ kind: ProductAlert['kind']; rows: number; unseen: number }>(
    sql`select a.kind, count(*) as rows, sum(a.seen_at is null) as unseen from product_alert a ${where(conditions)} group by a.kind`,
  );
  return {
    rows: page.rows.map((row) => ({ ...row, listed: row.listed === 1 })),
    next_cursor: page.next_cursor,
    total: counts.reduce((sum, { kind, rows }) => (!input.kind || kind === input.kind ? sum + rows : sum), 0),
    counts,
  };
}

/** Notes that staff have seen alerts, have dealt with them, or want them back among the open ones. */
export function markAlerts(context: Context, input: RouteParsed<'product.mark_alerts'>): { marked: number } {
  const { store } = context;
  const now = context.now();
  const set: Record<typeof input.as, Sql> = {
    seen: sql`seen_at = coalesce(seen_at, ${now})`,
    done: sql`seen_at = coalesce(seen_at, ${now}), done_at = ${now}, done_by = ${context.staff()}`,
    open: sql`done_at = null, done_by = null`,
  };
  const which: Record<typeof input.as, Sql> = {
    seen: sql`seen_at is null`,
    done: sql`done_at is null`,
    open: sql`done_at is not null`,
  };
  const { changes } = store.transaction(() =>
    store.run(
      sql`update product_alert set ${set[input.as]} where ${isIn('alert_id', input.alert_ids)} and ${which[input.as]}`,
    ),
  );
  if (changes) context.changed('products');
  return { marked: changes };
}
