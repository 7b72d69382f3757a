import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../../electron/sandbox/server.ts';
import type { Context } from '../../electron/service/context.ts';
import { GET_PRODUCT_SPLIT, SET_PRODUCT_SPLIT } from '../../electron/service/platform/endpoints/promoters.ts';
import { createPlatform, type Platform } from '../../electron/service/platform/platform.ts';
import { recordProduct } from '../../electron/service/product/record.ts';
import { recordPromoters } from '../../electron/service/promoter/record.ts';
import { markBatchesInterrupted } from '../../electron/service/staging/engine.ts';
import { sql } from '../../electron/service/store/sql.ts';
import { openStore, type Store } from '../../electron/service/store/store.ts';
import { keepLimit, knownLimits } from '../../electron/service/sync/limits.ts';
import type { StagedBatch, StagedCost } from '../../shared/contract/staging.ts';
import { productState, promoterEntry } from './shelf-rows.ts';
import { stagingOf } from './staging-routes.ts';

const START = 1_795_000_000;
const PROMOTERS = 20;
const RATIO = 450_000;

export interface PacedRun {
  /** When the first program ended, in the middle. */
  before: StagedBatch & { cost: StagedCost };
  after: StagedBatch;
  /** Most calls within any 60 seconds, of setting and of reading splits. */
  peaks: { set: number; get: number };
  /** Calls the platform refused because its minute was full. */
  refused: number;
  /** How the platform answered the setting of splits, and how often. */
  sets: Record<string, number>;
  /** Splits of the batch as lines, as the platform has them and as we do. */
  theirs: string[];
  ours: string[];
}

/**
 * Stages `rows` splits and applies them at a platform that takes `perMinute` calls a minute of each endpoint, with a
 * program that ends at two fifths and another that goes on. `speed` seconds of the platform pass in one of ours.
 */
export async function stagedAtPace(wish: { rows: number; perMinute: number; speed: number }): Promise<PacedRun> {
  const sandbox = await startSandbox({ seed: 7, orders: 200, now: START, frozen: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'league-desk-pace-'));
  const store = await openStore(dataDir);
  const platforms: Platform[] = [];
  const begun = performance.now();
  const passed = () => ((performance.now() - begun) / 1000) * wish.speed;
  const tick = setInterval(() => sandbox.clock.set(START + Math.floor(passed())), 20);
  const starts = { [SET_PRODUCT_SPLIT]: [] as number[], [GET_PRODUCT_SPLIT]: [] as number[] };
  let refused = 0;

  /** One program after another: each has a platform of its own and knows what the last one kept. */
  const program = () => {
    const platform = createPlatform({
      baseUrl: sandbox.url,
      credentials: { appId: sandbox.appId, secret: sandbox.secret },
      limits: { known: knownLimits(store), learned: (limit) => keepLimit(store, limit) },
      monotonicMs: () => passed() * 1000,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms / wish.speed)),
      onCall: ({ endpoint, outcome }) => {
        if (endpoint in starts) starts[endpoint as keyof typeof starts].push(passed());
        if (outcome === 'platform.45011') refused += 1;
      },
    });
    platforms.push(platform);
    return stagingOf(contextOf(store, dataDir, platform));
  };
  const door = async (place: string, body?: unknown) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    return (await fetch(`${sandbox.url}/__sandbox/${place}`, init)).text();
  };
  const rowsOf = async (place: string) =>
    (await door(place))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  try {
    for (const path of [SET_PRODUCT_SPLIT, GET_PRODUCT_SPLIT])
      await door('scenario', { kind: 'limit', path, per_minute: wish.perMinute });
    const promoters = (await rowsOf('books/promoters')).slice(0, PROMOTERS).map((each) => String(each.sharer_appid));
    const ids = [...new Set((await rowsOf('books/products')).map((each) => String(each.product_id)))];
    const keys = shelve(store, promoters, ids.slice(0, wish.rows / PROMOTERS));

    const first = program();
    const split = (promoter_appid: string) => ({ promoter_appid, ratio_ppm: RATIO });
    const { batch } = await first.call('staging.stage', {
      splits: [{ products: keys, promoters: promoters.map(split) }],
    });
    const { batch_id } = batch;
    await first.call('staging.apply', { batch_id });
    let before = await first.call('staging.get', { batch_id });
    while (before.counts.done < batch.rows * 0.4) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      before = await first.call('staging.get', { batch_id });
    }
    await first.close();
    markBatchesInterrupted(store);

    const second = program();
    const job = await second.work('staging.apply', { batch_id });
    const { calls } = JSON.parse(await door('calls')) as { calls: Record<string, Record<string, number>> };
    const staged = new Set(keys.flatMap(({ product_id }) => promoters.map((promoter) => `${promoter} ${product_id}`)));
    return {
      before,
      after: job.result as StagedBatch,
      peaks: { set: peak(starts[SET_PRODUCT_SPLIT]), get: peak(starts[GET_PRODUCT_SPLIT]) },
      refused,
      sets: calls[SET_PRODUCT_SPLIT] ?? {},
      theirs: (await rowsOf('books/splits'))
        .filter((each) => staged.has(`${each.sharer_appid} ${each.product_id}`))
        .map((each) => `${each.sharer_appid} ${each.product_id} ${each.commission_ratio}`)
        .sort(),
      ours: store
        .all<{ line: string }>(
          sql`select promoter_appid || ' ' || product_id || ' ' || ratio_ppm as line from product_split
            where state = 'platform'`,
        )
        .map(({ line }) => line)
        .sort(),
    };
  } finally {
    clearInterval(tick);
    await Promise.all(platforms.map((platform) => platform.close()));
    store.close();
    await sandbox.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function contextOf(store: Store, dataDir: string, platform: Platform): Context {
  return {
    store,
    dataDir,
    institution: { id: 'test', name: '测试机构', demo: false, appId: null },
    connected: true,
    platform: () => platform,
    now: () => platform.clock.now(),
    staff: () => '小林',
    emit: () => undefined,
    changed: () => undefined,
  };
}

/** Puts the products on the shelf and the promoters into the books; gives the products' keys. */
function shelve(store: Store, promoters: string[], productIds: string[]) {
  const keys = productIds.map((product_id) => ({
    shop_appid: 'wxshop1',
    product_id,
    plan_type: 2,
    head_supplier_appid: '',
  }));
  store.transaction(() => {
    recordPromoters(
      store,
      promoters.map((appid) => promoterEntry(appid)),
      START,
    );
    for (const key of keys) {
      recordProduct(store, key, { state: productState(), raw: '{}' }, START);
      store.run(sql`insert into listing (shop_appid, product_id, plan_type, head_supplier_appid, listed_at, listed_by)
        values (${key.shop_appid}, ${key.product_id}, 2, '', ${START}, '')`);
    }
  });
  return keys;
}

/** Most starts within any 60 seconds. */
function peak(starts: readonly number[]): number {
  let [most, from] = [0, 0];
  starts.forEach((at, index) => {
    while (starts[from]! <= at - 60) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return most;
}
