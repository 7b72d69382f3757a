import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../electron/service/platform/reply.ts';
import { markBatchesInterrupted } from '../../../electron/service/staging/engine.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { addPromoters, productKey, promoterEntry } from '../../support/shelf-rows.ts';
import { stagingOf } from '../../support/staging-routes.ts';
import { SET, shelfDesk, wishes } from './desk.ts';

const PROMOTERS = ['wxplat', 'wxother', 'wxinst', 'wxthird'];
const PRODUCTS = [1, 2, 3];

/** Where a life ends: at its so-manieth call, before the platform hears of it or before its answer is heard. */
interface Kill {
  call: number;
  heard: boolean;
}

const plan = fc.record({
  kills: fc.array(fc.record({ call: fc.nat({ max: 30 }), heard: fc.boolean() }), { maxLength: 6 }),
  wanted: fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 4, maxLength: 4 }),
  held: fc.array(fc.option(fc.integer({ min: 1, max: 10 })), { minLength: 12, maxLength: 12 }),
  concurrency: fc.integer({ min: 1, max: 8 }),
});

/** Runs the batch in lives that end in the middle of a call, then in one that does not; gives the desk after it. */
async function live({ kills, wanted, held, concurrency }: typeof plan extends fc.Arbitrary<infer Plan> ? Plan : never) {
  const desk = await shelfDesk();
  addPromoters(desk, promoterEntry('wxthird'));
  Object.assign(desk.script, { concurrency });
  const before = new Map<string, number>();
  PRODUCTS.forEach((n, row) => {
    PROMOTERS.forEach((promoter, column) => {
      const ratio = held[row * PROMOTERS.length + column];
      if (promoter !== 'wxinst' && ratio != null)
        before.set(`${promoter} ${productKey(n).product_id}`, ratio * 100_000);
    });
  });
  for (const [key, ratio] of before) desk.held.ratios.set(key, ratio);
  const ratios = Object.fromEntries(PROMOTERS.map((promoter, n) => [promoter, wanted[n]! * 100_000]));
  const { batch } = await desk.staging.call('staging.stage', wishes(PRODUCTS, ratios));

  const call = desk.script.call;
  for (const kill of kills) {
    const { state } = await desk.staging.call('staging.get', { batch_id: batch.batch_id });
    if (state === 'done') break;
    await oneLife(kill);
    markBatchesInterrupted(desk.store);
  }
  desk.script.call = call;
  const last = await stagingOf(desk).call('staging.get', { batch_id: batch.batch_id });
  if (last.state !== 'done') await stagingOf(desk).work('staging.apply', { batch_id: batch.batch_id });
  return { desk, batch_id: batch.batch_id, before, ratios };

  /** Nothing of a life that was killed goes on: its calls stay without an answer. */
  async function oneLife({ call: last, heard }: Kill): Promise<void> {
    const life = stagingOf(desk);
    let calls = 0;
    let dead = false;
    const never = new Promise<Reply>(() => undefined);
    const killed = new Promise<void>((resolve) => {
      desk.script.call = (endpoint, body, signal) => {
        if (dead) return never;
        calls += 1;
        if (calls <= last) {
          return call(endpoint, body, signal).then((reply) => (dead ? never : reply));
        }
        dead = true;
        if (heard) void call(endpoint, body, signal);
        setImmediate(resolve);
        return never;
      };
    });
    const ended = life.work('staging.apply', { batch_id: batch.batch_id }).then(() => undefined);
    await Promise.race([killed, ended]);
  }
}

describe('a batch whose program is killed again and again', () => {
  it('ends with what was wanted, and no change was ever asked for twice', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (input) => {
        const { desk, batch_id, before, ratios } = await live(input);
        const batch = await desk.staging.call('staging.get', { batch_id });
        expect(batch.state).toBe('done');
        expect(batch.counts.done + batch.counts.same).toBe(batch.rows);
        for (const n of PRODUCTS)
          for (const promoter of PROMOTERS) {
            const key = `${promoter} ${productKey(n).product_id}`;
            const kept = desk.store.value<number>(sql`select ratio_ppm from product_split
              where promoter_appid = ${promoter} and product_id = ${productKey(n).product_id}`);
            expect(kept).toBe(ratios[promoter]);
            if (promoter === 'wxinst') continue;
            expect(desk.held.ratios.get(key)).toBe(ratios[promoter]);
            expect(desk.held.sets.get(key) ?? 0).toBe(before.get(key) === ratios[promoter] ? 0 : 1);
          }
        // What stood before every kill is still known: the way back leads there.
        const rows = desk.store.all<{ key: string; ratio: number | null; state: string }>(
          sql`select promoter_appid || ' ' || product_id as key, before ->> '$.ratio_ppm' as ratio, state
            from staged_change where batch_id = ${batch_id} and action = 'product_split' and promoter_appid <> 'wxinst'`,
        );
        for (const row of rows) if (row.state === 'done') expect(row.ratio).toBe(before.get(row.key) ?? null);
        const again = desk.script.calls.filter(({ endpoint }) => endpoint.endsWith(SET)).length;
        expect(again).toBe([...desk.held.sets.values()].reduce((sum, times) => sum + times, 0));
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
