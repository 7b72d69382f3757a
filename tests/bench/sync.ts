import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createPlatform } from '../../electron/service/platform/platform.ts';
import { sql } from '../../electron/service/store/sql.ts';
import { openReader, openStore } from '../../electron/service/store/store.ts';
import { isDue } from '../../electron/service/sync/due.ts';
import { overlapOf } from '../../electron/service/sync/lateness.ts';
import { orderCursor } from '../../electron/service/sync/window.ts';
import { DAY_SECONDS, HOUR_SECONDS } from '../../shared/time.ts';
import { fillOrders } from '../support/order-rows.ts';
import { bareCalls } from './measure/bare-calls.ts';
import { longestGaps } from './measure/electron-gaps.ts';
import { type Figure, figure } from './measure/figure.ts';
import { multiplyOrders } from './measure/many-orders.ts';
import { median } from './measure/median.ts';
import type { PreparedCall } from './measure/prepared-platform.ts';
import { benchService } from './measure/service-sync.ts';
import { PREPARED_CREDENTIALS, type Prepared, startPrepared } from './measure/start-prepared.ts';

/** After every order of tests/support/order-rows.ts. */
const NOW = 1_795_000_000;
const RUNS = 5;

export async function bench(): Promise<Figure[]> {
  return [
    await pace(0, 20_000),
    await pace(20, 5000),
    ...(await unchangedWorld()),
    await memory(),
    ...(await frames()),
  ];
}

/** Both sides take turns; the first turn warms up. */
async function pace(latencyMs: number, orders: number): Promise<Figure> {
  return withPrepared({ orders, changed: 0, now: NOW }, async (platform) => {
    await platform.latency(latencyMs);
    const concurrency = await callsAtOnce(platform);
    const ours: number[] = [];
    const bare: number[] = [];
    for (let run = 0; run <= RUNS; run += 1) {
      const turn = await withFolder(async (folder) => {
        const service = await benchService(folder, platform.url);
        const calls = await platform.callsOf(async () => {
          const mine = await secondsOf(() => service.sync());
          if (run > 0) ours.push(orders / mine);
        });
        await service.close();
        return calls;
      });
      const theirs = await secondsOf(() => bareCalls(platform.url, turn, concurrency));
      if (run > 0) bare.push(orders / theirs);
    }
    return figure({
      name: `sync.orders_${latencyMs}ms`,
      ours: median(ours),
      reference: `the same calls by the bare HTTP client, ${concurrency} at once, replies thrown away`,
      reference_value: median(bare),
      unit: 'orders/s',
      goal: { of: 'ratio', is: '>=', than: 0.7 },
    });
  });
}

/** An hour later nothing has changed: what does that cost? */
async function unchangedWorld(): Promise<Figure[]> {
  return withPrepared({ orders: 20_000, changed: 0, now: NOW }, (platform) =>
    withFolder(async (folder) => {
      const service = await benchService(folder, platform.url);
      await service.sync();
      const beyond: number[] = [];
      const all: number[] = [];
      const work: number[] = [];
      const waiting: number[] = [];
      await platform.latency(20);
      const concurrency = await callsAtOnce(platform);
      for (let run = 1; run <= RUNS; run += 1) {
        const now = NOW + run * HOUR_SECONDS;
        await platform.setNow(now);
        const needed = neededOf(folder, now);
        const before = process.cpuUsage();
        let seconds = 0;
        const calls = await platform.callsOf(async () => {
          seconds = await secondsOf(() => service.sync());
        });
        const own = cpuSeconds(before);
        const again = process.cpuUsage();
        await bareCalls(platform.url, calls, concurrency);
        work.push(Math.max(0, own - cpuSeconds(again)) * 1000);
        waiting.push((seconds - own) * 1000);
        beyond.push(callsBeyond(calls, needed));
        all.push(calls.length);
      }
      await service.close();
      return [
        figure({
          name: 'sync.unchanged_calls',
          ours: Math.max(...beyond),
          reference: "all calls; ours are those beyond the overlap's list pages and the rows that are due by age",
          reference_value: median(all),
          unit: 'calls',
          goal: { of: 'ours', is: '<=', than: 0 },
        }),
        figure({
          name: 'sync.unchanged_work',
          ours: median(work),
          reference: 'waiting for the platform at 20 ms; ours is processor time less that of the bare calls',
          reference_value: median(waiting),
          unit: 'ms',
          goal: { of: 'ratio', is: '<=', than: 0.1 },
        }),
      ];
    }),
  );
}

interface Needed {
  /** From here on the overlap is listed. */
  from: number;
  due: number;
}

function neededOf(folder: string, now: number): Needed {
  const reader = openReader(folder);
  try {
    const from = orderCursor(reader).known_as_of! - overlapOf(reader, now);
    // Unsettled ones of any age, and all of the overlap.
    const due = reader.value<number>(sql`select count(*) from commission_order where ${isDue(now)}
      and (commission_status is null or commission_status not in (100, 200) or updated_at >= ${from})`)!;
    return { from, due };
  } finally {
    reader.close();
  }
}

function callsBeyond(calls: readonly PreparedCall[], { from, due }: Needed): number {
  const details = calls.filter(({ path }) => path.endsWith('/order/get')).length;
  const lists = calls.filter(({ path }) => path.endsWith('/order/list/get'));
  const ofOverlap = lists.filter(({ body }) => {
    const { update_time_range } = JSON.parse(body) as { update_time_range?: { start_time: number } };
    return update_time_range !== undefined && update_time_range.start_time >= from;
  });
  return Math.max(0, details - due) + (calls.length - details - ofOverlap.length);
}

/** The same small change, once into few stored orders and once into many. */
async function memory(): Promise<Figure> {
  const few = 10_000;
  const times = 100;
  return withPrepared({ orders: few, changed: 2000, now: NOW + HOUR_SECONDS }, (platform) =>
    withFolder(async (folder) => {
      const peaks: number[] = [];
      for (const copies of [1, times]) {
        const dataDir = join(folder, String(copies));
        await storedOrders(dataDir, few, copies);
        const script = join(import.meta.dirname, 'measure', 'service-memory.ts');
        const { stdout } = await promisify(execFile)(process.execPath, [script, dataDir, platform.url]);
        peaks.push(Number(stdout));
      }
      return figure({
        name: `sync.memory_${few * times}`,
        ours: peaks[1]!,
        reference: `the same change into ${few} stored orders`,
        reference_value: peaks[0]!,
        unit: 'MiB',
        goal: { of: 'ratio', is: '<=', than: 1.5 },
      });
    }),
  );
}

/** Books that are known up to NOW, and no row of which is due before the change comes. */
async function storedOrders(dataDir: string, count: number, copies: number): Promise<void> {
  const store = await openStore(dataDir);
  fillOrders(store, count);
  store.run(sql`update commission_order set updated_at = min(updated_at, cast(${NOW - DAY_SECONDS} as integer))`);
  multiplyOrders(store, copies);
  store.run(sql`insert into sync_cursor (resource, known_as_of, covered_from)
    values ('orders', ${NOW}, ${NOW - 180 * DAY_SECONDS})`);
  store.close();
}

/** In the real Electron: what the page and main feel of orders coming in. */
async function frames(): Promise<Figure[]> {
  const orders = 100_000;
  return withPrepared({ orders, changed: 0, now: NOW }, async (platform) => {
    let gaps: Awaited<ReturnType<typeof longestGaps>> | undefined;
    const calls = await platform.callsOf(async () => {
      gaps = await longestGaps(platform.url);
    });
    if (calls.length < orders) throw new Error(`only ${calls.length} calls: the orders did not come in`);
    const { idle, busy } = gaps!;
    return (['frames', 'main'] as const).map((where) =>
      figure({
        name: `sync.gap_${where}_${orders}`,
        ours: busy[where] - idle[where],
        reference: `the longest gap when idle; ours is how much longer it gets while ${orders} orders come in`,
        reference_value: idle[where],
        unit: 'ms',
        goal: { of: 'ours', is: '<=', than: 20 },
      }),
    );
  });
}

async function withPrepared<T>(
  world: Parameters<typeof startPrepared>[0],
  work: (platform: Prepared) => Promise<T>,
): Promise<T> {
  const platform = await startPrepared(world);
  try {
    return await work(platform);
  } finally {
    platform.close();
  }
}

async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'league-desk-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many calls the service makes at once. */
async function callsAtOnce({ url }: Prepared): Promise<number> {
  const platform = createPlatform({ baseUrl: url, credentials: PREPARED_CREDENTIALS });
  await platform.close();
  return platform.concurrency;
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function cpuSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}
