import { booksOf } from './books.ts';
import { askBooks, platformOf } from './desk-books.ts';

/** A commission order settled in a month, as the books have it. */
export interface SettledRow {
  order_id: string;
  sku_id: string;
  promoter_appid: string | null;
  /** What a rule of ours takes its part of. */
  base_fen: number;
  service_amount_fen: number;
  order_status: number;
  /** The institution pays the promoter itself. */
  ours: 0 | 1;
  /** Held or excluded: nothing goes to the promoter. */
  withheld: 0 | 1;
}

/** The month in which an instant of the column lies, in UTC+8. */
const monthOf = (column: string) => `strftime('%Y-%m', ${column} + 28800, 'unixepoch')`;

export function settledRows(dataDir: string, period: string): SettledRow[] {
  return askBooks<SettledRow>(
    dataDir,
    `select o.order_id, o.sku_id, o.promoter_appid, coalesce(o.agency_amount_fen, o.service_amount_fen, 0) as base_fen,
       coalesce(o.service_amount_fen, 0) as service_amount_fen, o.order_status, coalesce(p.payer, 0) as ours,
       coalesce(r.state in ('held', 'excluded'), 0) as withheld
     from commission_order o left join promoter p using (promoter_appid) left join order_review r using (order_id, sku_id)
     where o.commission_status = 100 and ${monthOf('o.settled_at')} = '${period}' order by o.order_id, o.sku_id`,
  );
}

/** What the institution owes of a row by these splits: parts of a million, cut to whole fen, in arithmetic of its own. */
export function owedOf(row: SettledRow, splits: { of: ReadonlyMap<string, number>; usual: number }): number {
  if (row.promoter_appid === null || row.ours === 0 || row.withheld === 1) return 0;
  const split = splits.of.get(row.promoter_appid) ?? splits.usual;
  return Number((BigInt(row.base_fen) * BigInt(split)) / 1_000_000n);
}

export const sumOf = <Row>(rows: readonly Row[], amount: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + amount(row), 0);

export const nameOf = ({ order_id, sku_id }: { order_id: string; sku_id: string }) => `${order_id}/${sku_id}`;

/** What the platform itself says was settled in the month. */
export async function platformMonth(dataDir: string, period: string) {
  const settled = (await booksOf(platformOf(dataDir))).filter(
    ({ commission_status, settled_at }) =>
      commission_status === 100 && new Date((Number(settled_at) + 28_800) * 1000).toISOString().slice(0, 7) === period,
  );
  const sum = (key: string) => sumOf(settled, (book) => Number(book[key] ?? 0));
  return {
    rows: settled.length,
    actual_payment_fen: sum('actual_payment_fen'),
    service_amount_fen: sum('service_amount_fen'),
  };
}

export interface OwnPromoter {
  id: string;
  name: string;
}

/** The three of the institution's own promoters with the most rows in a month, most first. */
export function ownPromoters(dataDir: string, period: string): [OwnPromoter, OwnPromoter, OwnPromoter] {
  return askBooks<OwnPromoter>(
    dataDir,
    `select p.promoter_appid as id, p.name from commission_order o join promoter p using (promoter_appid)
     where p.payer = 1 and o.commission_status = 100 and o.agency_amount_fen > 0 and o.order_status <> 200
       and ${monthOf('o.settled_at')} = '${period}'
     group by 1 order by count(*) desc, id limit 3`,
  ) as [OwnPromoter, OwnPromoter, OwnPromoter];
}

/** Orders whose service fee rate lies at least this far off that of the product's order before. */
export function rateJumps(dataDir: string, ppm: number, period?: string): number {
  const [found] = askBooks<{ rows: number }>(
    dataDir,
    `select count(*) as rows from (
       select commission_status, settled_at, service_ratio_ppm - lag(service_ratio_ppm)
         over (partition by product_id order by created_at, id) as jump
       from commission_order where service_ratio_ppm is not null and product_id is not null)
     where abs(jump) >= ${ppm}${period ? ` and commission_status = 100 and ${monthOf('settled_at')} = '${period}'` : ''}`,
  );
  return found!.rows;
}
