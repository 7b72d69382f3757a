import type { Overview } from '../../../shared/contract/desk.ts';
import { COMMISSION_STATUS, PARTNERSHIP_STATUS } from '../../../shared/status.ts';
import { addDays, DAY_SECONDS, dayOf, periodOf, periodRange, startOfDay } from '../../../shared/time.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { quarantined } from '../sync/quarantine.ts';

const DAYS = 30;
const ENDING_WITHIN_DAYS = 7;

/** The day's work and the figures people look at first. `now` in Unix seconds. */
export function overview(reader: StoreReader, now: number): Overview {
  const today = dayOf(now);
  const since = startOfDay(addDays(today, 1 - DAYS))!;
  return {
    today,
    days: days(reader, since),
    month: month(reader, periodOf(now)),
    open_invitations: reader.all(
      sql`select shop_appid, shop_name, first_seen_at from shop
        where status = ${PARTNERSHIP_STATUS.invited} and not_seen_since is null order by first_seen_at, shop_appid limit 8`,
    ),
    plans_ending: plansEnding(reader, now),
    plans_ending_count: reader.value<number>(sql`select count(*) from product where ${endingSoon(now)}`) ?? 0,
    top_promoters: reader.all(
      sql`select promoter_appid, max(coalesce(promoter_name, '')) as name, count(*) as rows,
          coalesce(sum(actual_payment_fen), 0) as actual_payment_fen
        from commission_order where paid_at >= ${since} and promoter_appid is not null
        group by promoter_appid order by actual_payment_fen desc, promoter_appid limit 8`,
    ),
    quarantined: quarantined(reader),
  };
}

/** Bound numbers are reals to SQLite: without the cast every second would be a day of its own. */
function days(reader: StoreReader, since: number): Overview['days'] {
  return reader
    .all<{ day_number: number } & Omit<Overview['days'][number], 'day'>>(
      sql`select cast((paid_at - ${since}) / ${DAY_SECONDS} as integer) as day_number, channel, count(*) as rows,
          coalesce(sum(actual_payment_fen), 0) as actual_payment_fen,
          coalesce(sum(service_amount_fen), 0) as service_amount_fen
        from commission_order where paid_at >= ${since} group by 1, 2 order by 1, 2`,
    )
    .map(({ day_number, ...sums }) => ({ day: dayOf(since + day_number * DAY_SECONDS), ...sums }));
}

function month(reader: StoreReader, period: string): Overview['month'] {
  const { from, to } = periodRange(period)!;
  const settled = reader.get<{ fen: number; rows: number }>(
    sql`select coalesce(sum(service_amount_fen), 0) as fen, count(*) as rows from commission_order
      where commission_status = ${COMMISSION_STATUS.settled} and settled_at >= ${from} and settled_at < ${to}`,
  )!;
  const unsettled = reader.get<{ fen: number; rows: number }>(
    sql`select coalesce(sum(service_amount_fen), 0) as fen, count(*) as rows from commission_order
      where (commission_status is null or commission_status not in (${COMMISSION_STATUS.settled}, ${COMMISSION_STATUS.cancelled}))
        and paid_at >= ${from} and paid_at < ${to}`,
  )!;
  return {
    period,
    settled_fen: settled.fen,
    settled_rows: settled.rows,
    unsettled_fen: unsettled.fen,
    unsettled_rows: unsettled.rows,
  };
}

function endingSoon(now: number): Sql {
  return sql`plan_end_at > ${now} and plan_end_at <= ${now + ENDING_WITHIN_DAYS * DAY_SECONDS}
    and product_status = 5 and plan_status = 1 and not_seen_since is null`;
}

function plansEnding(reader: StoreReader, now: number): Overview['plans_ending'] {
  return reader
    .all<Omit<Overview['plans_ending'][number], 'listed'> & { listed: number }>(
      sql`select p.shop_appid, p.product_id, p.plan_type, p.head_supplier_appid, p.title, p.plan_end_at,
          l.listed_at is not null as listed
        from product p left join listing l using (shop_appid, product_id, plan_type, head_supplier_appid)
        where ${endingSoon(now)}
        order by l.listed_at is null, p.plan_end_at, p.product_id limit 12`,
    )
    .map((row) => ({ ...row, listed: row.listed === 1 }));
}
