import { closingHash } from '../../electron/service/settlement/chain.ts';
import { type FrozenKey, type FrozenRow, freezeLines } from '../../electron/service/settlement/freezing.ts';
import type { SettlementRow } from '../../electron/service/settlement/line.ts';
import { sql } from '../../electron/service/store/sql.ts';
import type { Store } from '../../electron/service/store/store.ts';
import { CLOSE_CHECKS } from '../../shared/contract/settlement.ts';
import { DAY_SECONDS, type Period, periodRange } from '../../shared/time.ts';
import { orderRow } from './settlement-rows.ts';

/** As closing a month does, in this thread and at once: for histories of many closings. Gives the closing's id. */
export function freezeMonth(store: Store, period: Period, staff = '小李'): number {
  const { to } = periodRange(period)!;
  store.run(sql`insert into sync_cursor (resource, known_as_of) values ('orders', ${to + 60})
    on conflict (resource) do update set known_as_of = max(known_as_of, excluded.known_as_of)`);
  const id = (store.value<number | null>(sql`select max(closing_id) from settlement_closing`) ?? 0) + 1;
  const number = (store.value<number>(sql`select count(*) from settlement_closing where period = ${period}`) ?? 0) + 1;
  const previous = store.value<string>(sql`select hash from settlement_closing order by closing_id desc limit 1`) ?? '';
  const insert = store.prepare(`insert into closing_line (closing_id, seq, order_id, sku_id, kind, adjusts_period,
      promoter_appid, shop_appid, channel, promoter_payer, service_amount_fen, promoter_owed_fen, net_fen, version, line)
    values (${id}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertKey = store.prepare(
    `insert into closing_key (order_id, sku_id, closing_id, seq) values (?, ?, ${id}, ?)`,
  );
  const frozen: FrozenRow[] = [];
  const places: FrozenKey[] = [];
  store.transaction(() => {
    const { totals, checklist, known_as_of, seen_until, adjusts } = freezeLines(store, {
      period,
      despite: [...CLOSE_CHECKS],
      give: (rows) => frozen.push(...rows),
      giveKeys: (keys) => places.push(...keys),
      did: () => {},
    });
    frozen.forEach((row, n) => {
      insert.run(n + 1, ...row);
    });
    for (const place of places) insertKey.run(...place);
    const facts = {
      period,
      number,
      closed_at: to,
      closed_by: staff,
      known_as_of,
      seen_until,
      adjusts: JSON.stringify(adjusts),
      lines_hash: totals.hash,
      totals: JSON.stringify(totals),
      checklist: JSON.stringify(checklist),
    };
    store.run(sql`insert into settlement_closing (closing_id, period, number, closed_at, closed_by, known_as_of,
        seen_until, adjusts, lines_hash, totals, checklist, previous_hash, hash)
      values (${id}, ${period}, ${number}, ${to}, ${staff}, ${known_as_of}, ${seen_until}, ${facts.adjusts},
        ${facts.lines_hash}, ${facts.totals}, ${facts.checklist}, ${previous}, ${closingHash(previous, facts)})`);
  });
  return id;
}

let orders = 0;

/** A settled promoter's sale of a month whose fee is `fee` fen; the store's rule decides the share. */
export function shareRow(
  period: Period,
  promoter: string,
  fee: number,
  change: Partial<SettlementRow> = {},
): SettlementRow {
  const at = periodRange(period)!.from + 12 * DAY_SECONDS;
  orders += 1;
  return orderRow({
    order_id: String(3_700_000_000_000_000_000n + BigInt(orders)),
    channel: 'promoter',
    promoter_appid: promoter,
    promoter_name: '阿青',
    promoter_ratio_ppm: 500_000,
    promoter_amount_fen: 0,
    agency_amount_fen: fee,
    service_total_fen: fee,
    service_amount_fen: fee,
    created_at: at - DAY_SECONDS,
    paid_at: at - DAY_SECONDS + 10,
    updated_at: at,
    settled_at: at,
    ...change,
  });
}

/** As a sync would: the row stands anew since `at`. */
export function changeRow(store: Store, order_id: string, what: string, at: number): void {
  store.db.exec(`update commission_order set ${what}, stands_since = ${at} where order_id = '${order_id}'`);
}

/** Refunded as a whole before the platform paid: it takes the fee back. */
export const REFUND = 'commission_status = 200, order_status = 200, refunded = 1';

/** Promoters by id: 0 the platform pays, 1 the institution, by a rule of half the fee. */
export function writePayers(store: Store, payers: Readonly<Record<string, { payer: number; name?: string }>>): void {
  for (const [promoter, { payer, name = '阿青' }] of Object.entries(payers)) {
    store.run(sql`insert into promoter (promoter_appid, name, payer, first_seen_at, last_read_at, raw)
      values (${promoter}, ${name}, ${payer}, 0, 0, '{}')`);
    store.run(
      sql`insert into promoter_state (promoter_appid, seen_at, name, payer) values (${promoter}, 0, ${name}, ${payer})`,
    );
  }
  store.run(sql`insert into split_rule (promoter_appid, product_id, ratio_ppm, from_day, set_by, set_at)
    values (null, null, 500000, '2020-01-01', '小李', 1)`);
}
