import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rebuildSums } from '../../electron/service/order/sums.ts';
import { closePeriod } from '../../electron/service/settlement/close.ts';
import type { SettlementRow } from '../../electron/service/settlement/line.ts';
import { openStore, type Store } from '../../electron/service/store/store.ts';
import type { Channel } from '../../shared/channel.ts';
import { CLOSE_CHECKS, type Closing } from '../../shared/contract/settlement.ts';
import { shareOf } from '../../shared/rate.ts';
import { DAY_SECONDS, type Period, periodRange, type Unix } from '../../shared/time.ts';

/** A settled talent sale of 2026-10 with nothing special about it; tests say what is different. */
export function orderRow(change: Partial<SettlementRow> = {}): SettlementRow {
  const at = periodRange('2026-10')!.from + 12 * DAY_SECONDS;
  return {
    order_id: '3701234567890123456',
    sku_id: '3123456789',
    shop_appid: 'wx00000000000000s1',
    shop_name: '山野茶铺',
    product_id: '10000123456789',
    product_title: '高山红茶 250g',
    channel: 'talent',
    promoter_appid: null,
    promoter_name: null,
    promoter_ratio_ppm: null,
    promoter_amount_fen: null,
    talent_appid: null,
    talent_name: null,
    agency_amount_fen: null,
    sub_agency_amount_fen: null,
    order_status: 100,
    commission_status: 100,
    actual_payment_fen: 9900,
    service_ratio_ppm: 100_000,
    service_amount_fen: 990,
    service_total_fen: 990,
    platform_amount_fen: 0,
    created_at: at - 14 * DAY_SECONDS,
    updated_at: at,
    paid_at: at - 14 * DAY_SECONDS + 10,
    settled_at: at,
    versions: 3,
    ...change,
  };
}

/** Mulberry32: small, and the same on every machine. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SHOP_NAMES = ['山野茶铺', '东海鲜选旗舰店', '小满家居', 'Sunny & Co. 官方店', '五谷杂粮铺', '=SUM(A1) 折扣店'];
const TITLES = [
  '高山红茶 250g',
  '即食海参礼盒 10 只装',
  '纯棉四件套 <1.8m>',
  '儿童保温杯 "小熊" 500ml',
  '手剥笋 200g×6',
];
const NICKNAMES = ['阿青', '=cmd|calc', '团长小陈🍊', '-', '@李姐', '王 "大宝" 六', 'Promoter A', '+86 代理'];

export interface SampleOptions {
  rows: number;
  seed?: number;
  /** Months the orders are created in: from this instant, over this many days. */
  from?: Unix;
  days?: number;
}

/** Rows over a few months with all channels, both payers, unpaid, cancelled and unsettled ones. */
export function* sampleRows({ rows, seed = 7, from, days = 60 }: SampleOptions): Generator<SettlementRow> {
  const random = randomOf(seed);
  const start = from ?? periodRange('2026-09')!.from;
  const below = (limit: number) => Math.floor(random() * limit);
  for (let n = 0; n < rows; n++) {
    const shop = below(40);
    const created = start + below(days * DAY_SECONDS);
    const fate = random();
    const unpaid = fate > 0.9;
    const settled = fate < 0.65;
    const channel: Channel = random() < 0.6 ? 'promoter' : random() < 0.98 ? 'talent' : 'unknown:7';
    const payment = unpaid ? 0 : 100 + below(50_000);
    const ratio = [10_000, 33_330, 100_000, 123_456, 200_000][below(5)]!;
    const gross = shareOf(payment, ratio);
    const promoter = channel === 'promoter' ? below(60) : null;
    const platformPays = promoter !== null && promoter % 2 === 0;
    const passed = platformPays ? shareOf(gross, 500_000) : 0;
    const fee = random() < 0.05 && channel === 'talent' ? gross - shareOf(gross, 900_000) : 0;
    const settledAt = created + (7 + below(20)) * DAY_SECONDS;
    yield {
      // Two commission orders in about every twentieth order.
      order_id: `37${String(10_000_000_000_000_000n + BigInt(n - (n % 20 === 1 ? 1 : 0)) * 3n)}`.slice(0, 19),
      sku_id: String(3_100_000_000 + n),
      shop_appid: `wxshop${String(shop).padStart(12, '0')}`,
      shop_name: SHOP_NAMES[shop % SHOP_NAMES.length]!,
      product_id: String(10_000_123_400_000 + below(600)),
      product_title: TITLES[below(TITLES.length)]!,
      channel,
      promoter_appid: promoter === null ? null : promoterId(promoter),
      promoter_name: promoter === null ? null : NICKNAMES[promoter % NICKNAMES.length]!,
      promoter_ratio_ppm: promoter === null ? null : 500_000,
      promoter_amount_fen: promoter === null ? null : passed,
      talent_appid: channel === 'talent' ? `wxtalent${String(below(30)).padStart(10, '0')}` : null,
      talent_name: channel === 'talent' ? '主播小周' : null,
      agency_amount_fen: promoter === null ? null : gross,
      sub_agency_amount_fen: null,
      order_status: unpaid ? 250 : settled ? 100 : 30,
      commission_status: unpaid ? 200 : settled ? 100 : 20,
      actual_payment_fen: payment,
      service_ratio_ppm: ratio,
      service_amount_fen: gross - passed - fee,
      service_total_fen: gross,
      platform_amount_fen: channel === 'talent' ? fee : null,
      created_at: created,
      updated_at: settled ? settledAt : created + 60,
      paid_at: unpaid ? null : created + 4 + below(700),
      settled_at: settled ? settledAt : null,
      versions: 1 + below(5),
    };
  }
}

export function promoterId(n: number): string {
  return `wxpromoter${String(n).padStart(8, '0')}`;
}

/** A data folder of its own; `done` closes the store and removes it. */
export async function temporaryStore(): Promise<{ dir: string; store: Store; done(): void }> {
  const dir = mkdtempSync(join(tmpdir(), 'league-desk-test-'));
  const store = await openStore(dir);
  return {
    dir,
    store,
    done: () => {
      store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export function writeRows(store: Store, rows: Iterable<SettlementRow>): void {
  const first = orderRow();
  const columns = Object.keys(first) as (keyof SettlementRow)[];
  const insert = store.prepare(
    `insert into commission_order (${columns.join(', ')}, thumb_url, first_seen_at, last_read_at, state_hash)
     values (${columns.map(() => '?').join(', ')}, null, ?, ?, x'00')`,
  );
  store.transaction(() => {
    for (const row of rows)
      insert.run(...columns.map((column) => row[column]), row.created_at ?? 0, row.updated_at ?? 0);
    store.db.exec(`update commission_order set shared_order = 1
      where order_id in (select order_id from commission_order group by order_id having count(*) > 1)`);
    rebuildSums(store);
  });
}

/** The promoters of `sampleRows`: even ones the platform pays, odd ones the institution. */
export function writePromoters(store: Store, count = 60): void {
  const insert = store.prepare(
    `insert into promoter (promoter_appid, name, payer, first_seen_at, last_read_at, raw) values (?, ?, ?, 0, 0, '{}')`,
  );
  store.transaction(() => {
    for (let n = 0; n < count; n++) insert.run(promoterId(n), NICKNAMES[n % NICKNAMES.length], n % 2);
  });
}

/** Closes a month whatever its checks ask. Rejects as `closePeriod` does. */
export function closeMonth(
  { store, dir }: { store: Store; dir: string },
  period: Period,
  by: { staff: string; now: Unix; signal?: AbortSignal } = { staff: '小李', now: periodRange(period)!.to },
): Promise<Closing> {
  return closePeriod(store, dir, {
    period,
    despite: [...CLOSE_CHECKS],
    signal: new AbortController().signal,
    onProgress: () => {},
    ...by,
  });
}
