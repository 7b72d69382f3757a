import { expect, it, onTestFinished } from 'vitest';
import type { Context } from '../../../electron/service/context.ts';
import { GET_PRODUCT_SPLIT, SET_PRODUCT_SPLIT } from '../../../electron/service/platform/endpoints/promoters.ts';
import { createPlatform, type Platform } from '../../../electron/service/platform/platform.ts';
import { recordProduct } from '../../../electron/service/product/record.ts';
import { recordPromoters } from '../../../electron/service/promoter/record.ts';
import { markBatchesInterrupted } from '../../../electron/service/staging/engine.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { keepLimit, knownLimits } from '../../../electron/service/sync/limits.ts';
import { sandboxDesk } from '../../support/sandbox-desk.ts';
import { productState, promoterEntry } from '../../support/shelf-rows.ts';
import { stagingOf } from './desk.ts';

const PER_MINUTE = 300;
/** Seconds of the platform that pass in one of the test. */
const SPEED = 60;
const ROWS = Number(process.env.STAGED_ROWS ?? 600);
const PROMOTERS = 20;
const START = 1_795_000_000;

/** Most starts within any 60 seconds. */
function peak(starts: readonly number[]): number {
  let [most, from] = [0, 0];
  starts.forEach((at, index) => {
    while (starts[from]! <= at - 60) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return most;
}

it('never exceeds the pace the platform names, also across a restart, and repeats nothing', async () => {
  const desk = await sandboxDesk({ now: START });
  for (const path of [SET_PRODUCT_SPLIT, GET_PRODUCT_SPLIT])
    await desk.door('scenario', { kind: 'limit', path, per_minute: PER_MINUTE });
  const begun = performance.now();
  const passed = () => ((performance.now() - begun) / 1000) * SPEED;
  const tick = setInterval(
    () => void desk.door('clock', { set: START + Math.floor(passed()) }).catch(() => undefined),
    20,
  );
  onTestFinished(() => clearInterval(tick));

  const promoters = (await desk.books('promoters')).slice(0, PROMOTERS).map((each) => String(each.sharer_appid));
  const products = [...new Set((await desk.books('products')).map((each) => String(each.product_id)))];
  const keys = products.slice(0, ROWS / PROMOTERS).map((product_id) => ({
    shop_appid: 'wxshop1',
    product_id,
    plan_type: 2,
    head_supplier_appid: '',
  }));
  expect(promoters).toHaveLength(PROMOTERS);
  expect(keys).toHaveLength(ROWS / PROMOTERS);
  desk.store.transaction(() => {
    recordPromoters(
      desk.store,
      promoters.map((appid) => promoterEntry(appid)),
      START,
    );
    for (const key of keys) {
      recordProduct(desk.store, key, { state: productState(), raw: '{}' }, START);
      desk.store.run(sql`insert into listing (shop_appid, product_id, plan_type, head_supplier_appid, listed_at, listed_by)
        values (${key.shop_appid}, ${key.product_id}, 2, '', ${START}, '')`);
    }
  });

  const starts = { [SET_PRODUCT_SPLIT]: [] as number[], [GET_PRODUCT_SPLIT]: [] as number[] };
  const outcomes = new Map<string, number>();
  /** One program after another: each has a platform of its own and knows what the last one kept. */
  const program = (): { context: Context; platform: Platform } => {
    const platform = createPlatform({
      baseUrl: desk.sandbox.url,
      credentials: { appId: desk.sandbox.appId, secret: desk.sandbox.secret },
      limits: { known: knownLimits(desk.store), learned: (limit) => keepLimit(desk.store, limit) },
      monotonicMs: () => passed() * 1000,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms / SPEED)),
      onCall: ({ endpoint, outcome }) => {
        if (endpoint in starts) starts[endpoint as keyof typeof starts].push(passed());
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      },
    });
    onTestFinished(() => platform.close());
    return { platform, context: { ...desk, platform: () => platform, now: () => platform.clock.now() } };
  };

  const first = stagingOf(program().context);
  const { batch, added } = await first.call('staging.stage', {
    splits: [
      { products: keys, promoters: promoters.map((promoter_appid) => ({ promoter_appid, ratio_ppm: 450_000 })) },
    ],
  });
  expect(added).toBe(ROWS);
  const { batch_id } = batch;
  const { job_id } = await first.call('staging.apply', { batch_id });
  expect(job_id).toBeTruthy();
  let before = await first.call('staging.get', { batch_id });
  while (before.counts.done < ROWS * 0.4) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    before = await first.call('staging.get', { batch_id });
  }
  // By the pace known: two reads a change at 0.9 of 300 a minute.
  const left = before.counts.staged + before.counts.asked;
  expect(before.cost.seconds).toBeGreaterThan((left * 2 * 60) / PER_MINUTE);
  expect(before.cost.seconds).toBeLessThan(((left + 20) * 2 * 60) / (PER_MINUTE * 0.85));
  await first.close();
  markBatchesInterrupted(desk.store);

  const second = stagingOf(program().context);
  const job = await second.work('staging.apply', { batch_id });
  expect(job.result).toMatchObject({ state: 'done', counts: { done: ROWS, failed: 0, skipped: 0 } });
  expect(outcomes.get('platform.45011') ?? 0).toBe(0);
  expect(peak(starts[SET_PRODUCT_SPLIT])).toBeLessThanOrEqual(PER_MINUTE);
  expect(peak(starts[GET_PRODUCT_SPLIT])).toBeLessThanOrEqual(PER_MINUTE);
  // What was asked for when the first program ended may have been heard or not; none of it is asked for twice.
  const { calls } = await desk.door<{ calls: Record<string, Record<string, number>> }>('calls');
  expect(calls[SET_PRODUCT_SPLIT]).toEqual({ ok: ROWS });
  const splits = await desk.books('splits');
  const ours = desk.store.all<{ promoter_appid: string; product_id: string; ratio_ppm: number }>(
    sql`select promoter_appid, product_id, ratio_ppm from product_split where state = 'platform'`,
  );
  const line = (promoter: unknown, product: unknown, ratio: unknown) => `${promoter} ${product} ${ratio}`;
  expect(ours.map((each) => line(each.promoter_appid, each.product_id, each.ratio_ppm)).sort()).toEqual(
    splits.map((each) => line(each.sharer_appid, each.product_id, each.commission_ratio)).sort(),
  );
}, 300_000);
