import { COHORT_IDS, type Cohorts } from '../../../shared/contract/analysis.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import { addFen, type Fen } from '../../../shared/money.ts';
import { AXIS_COLUMN, orderConditions } from '../order/filter.ts';
import { name, sql, where } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { groupKey } from './dimension.ts';

type Month = Cohorts['cohorts'][number]['months'][number];

/** Promoters who began in the same month, and what became of them. Rows without a time on the axis belong to no month. */
export function cohorts(reader: StoreReader, { filter }: RouteParsed<'analysis.cohorts'>): Cohorts {
  const found = reader.each<{ promoter_appid: string; month: string; rows: number; service_amount_fen: Fen }>(
    sql`select promoter_appid, ${groupKey('month', filter.axis)} as month, count(*) as rows,
        coalesce(sum(service_amount_fen), 0) as service_amount_fen
      from commission_order
      ${where([
        ...orderConditions(filter),
        sql`promoter_appid is not null`,
        sql`${name(AXIS_COLUMN[filter.axis])} is not null`,
      ])}
      group by 1, 2 order by 1, 2`,
  );
  const byMonth = new Map<string, { ids: string[]; months: Month[] }>();
  let promoter: string | null = null;
  let first = '';
  let last = '';
  for (const row of found) {
    if (row.promoter_appid !== promoter) {
      promoter = row.promoter_appid;
      first = row.month;
      const cohort = byMonth.get(first) ?? { ids: [], months: [] };
      cohort.ids.push(promoter);
      byMonth.set(first, cohort);
    }
    if (row.month > last) last = row.month;
    const { months } = byMonth.get(first)!;
    const later = monthNumber(row.month) - monthNumber(first);
    while (months.length <= later) months.push(quiet());
    const month = months[later]!;
    month.active += 1;
    month.rows += row.rows;
    month.service_amount_fen = addFen(month.service_amount_fen, row.service_amount_fen);
  }
  return {
    cohorts: [...byMonth]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, { ids, months }]) => {
        const length = monthNumber(last) - monthNumber(month) + 1;
        while (months.length < length) months.push(quiet());
        return { month, promoters: ids.length, promoter_appids: ids.length > COHORT_IDS ? null : ids, months };
      }),
  };
}

const quiet = (): Month => ({ active: 0, rows: 0, service_amount_fen: 0 });

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
}
