import type { ErrorParams } from '../../../shared/contract/result.ts';
import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { StagedRow } from '../../../shared/contract/staging.ts';
import { shareOf } from '../../../shared/rate.ts';
import type { Context } from '../context.ts';
import { contains, keysetPage } from '../store/keyset.ts';
import { type Sql, sql, where } from '../store/sql.ts';
import { readHead } from './batch.ts';
import type { Standing, Subject, Wanted } from './change.ts';

type Stored = Subject &
  Pick<StagedRow, 'place' | 'title' | 'shop_name' | 'promoter_name' | 'payer' | 'blocked' | 'state' | 'tries'> &
  Pick<StagedRow, 'error_code' | 'ended_at'> & {
    wanted: string;
    found: string | null;
    found_at: number | null;
    error_params: string | null;
    service_fee_fen: number | null;
    listed: number;
    default_ratio_ppm: number | null;
    split_ppm: number | null;
    shop_status: number | null;
  };

/** One page of a batch's changes in the order they are made. Throws `staging.unknown`. */
export function stagedRows(context: Context, input: RouteParsed<'staging.rows'>): RouteOutput<'staging.rows'> {
  const { store } = context;
  readHead(store, input.batch_id);
  const conditions: Sql[] = [sql`c.batch_id = ${input.batch_id}`];
  if (input.state === 'blocked') conditions.push(sql`c.state = 'staged' and c.blocked is not null`);
  else if (input.state) conditions.push(sql`c.state = ${input.state}`);
  if (input.search)
    conditions.push(
      contains([sql`p.title`, sql`c.product_id`, sql`m.name`, sql`c.promoter_appid`, sql`s.shop_name`], input.search),
    );
  const page = keysetPage<Stored>(store, {
    rows: sql`select c.place, c.place as sort_value, c.action, c.shop_appid, c.product_id, c.plan_type,
        c.head_supplier_appid, c.promoter_appid, c.wanted, c.found, c.found_at, c.state, c.blocked, c.error_code,
        c.error_params, c.tries, c.ended_at, coalesce(p.title, '') as title, coalesce(s.shop_name, '') as shop_name,
        coalesce(m.name, '') as promoter_name, m.payer, p.service_fee_fen, l.shop_appid is not null as listed,
        l.default_ratio_ppm, x.ratio_ppm as split_ppm, s.status as shop_status
      ${tables} ${where(conditions)}`,
    keys: ['place'],
    direction: 'asc',
    cursor: input.cursor,
    limit: input.limit,
  });
  const total = store.value<number>(
    sql`select count(*) ${input.search ? tables : sql`from staged_change c`} ${where(conditions)}`,
  );
  return { rows: page.rows.map(toRow), next_cursor: page.next_cursor, total: total ?? 0 };
}

const tables: Sql = sql`from staged_change c
  left join product p on p.shop_appid = c.shop_appid and p.product_id = c.product_id and p.plan_type = c.plan_type
    and p.head_supplier_appid = c.head_supplier_appid
  left join listing l on l.shop_appid = c.shop_appid and l.product_id = c.product_id and l.plan_type = c.plan_type
    and l.head_supplier_appid = c.head_supplier_appid
  left join shop s on s.shop_appid = c.shop_appid
  left join promoter m on m.promoter_appid = c.promoter_appid
  left join product_split x on x.promoter_appid = c.promoter_appid and x.product_id = c.product_id
    and x.state in ('platform', 'local')`;

function toRow(stored: Stored): StagedRow {
  const { shop_appid, product_id, plan_type, head_supplier_appid, promoter_appid } = stored;
  const wanted = JSON.parse(stored.wanted) as Wanted;
  const found = stored.found === null ? null : (JSON.parse(stored.found) as Standing);
  const isSplit = stored.action === 'product_split';
  return {
    place: stored.place,
    action: stored.action,
    product: { shop_appid, product_id, plan_type, head_supplier_appid },
    title: stored.title,
    shop_name: stored.shop_name,
    promoter_appid: promoter_appid || null,
    promoter_name: stored.promoter_name,
    payer: stored.payer,
    wanted_ppm: wanted.ratio_ppm ?? null,
    instead: wanted.instead ?? false,
    now: {
      listed: stored.listed === 1,
      // What the platform said last is better than what we once set there.
      partnership: stored.shop_status,
      ratio_ppm: isSplit && stored.state === 'staged' && found ? found.ratio_ppm : ourRatio(stored, isSplit),
      read_at: isSplit || isDecision(stored.action) ? stored.found_at : null,
    },
    effect: effectOf(stored.service_fee_fen, wanted.ratio_ppm),
    blocked: stored.blocked,
    state: stored.state,
    error_code: stored.error_code,
    error_params: stored.error_params === null ? {} : (JSON.parse(stored.error_params) as ErrorParams),
    tries: stored.tries,
    ended_at: stored.ended_at,
  };
}

function isDecision(action: StagedRow['action']): boolean {
  return action === 'accept' || action === 'refuse';
}

function ourRatio(stored: Stored, isSplit: boolean): number | null {
  return isSplit ? stored.split_ppm : stored.default_ratio_ppm;
}

function effectOf(fee: number | null, ratio: number | null | undefined): StagedRow['effect'] {
  if (fee === null || ratio == null) return null;
  const promoter_fen = shareOf(fee, ratio);
  return { promoter_fen, institution_fen: fee - promoter_fen };
}
