import { describe, expect, it } from 'vitest';
import { addListings, setListingSplits } from '../../../electron/service/listing/change.ts';
import { listListings } from '../../../electron/service/listing/list.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';
import { addPromoters, productKey, promoterEntry } from '../../support/shelf-rows.ts';
import { GET, SET, sells, shelfDesk, wishes } from './desk.ts';

const ALL = { wxplat: 600_000, wxother: 500_000, wxinst: 400_000 };

describe('a staged batch', () => {
  it('asks nothing of the platform until it is applied', async () => {
    const desk = await shelfDesk();
    const { batch, added } = await desk.staging.call('staging.stage', wishes([1, 2], ALL));
    expect(added).toBe(8);
    expect(batch).toMatchObject({ state: 'staged', rows: 8, blocked: 0, products: 2, promoters: 3, job_id: null });
    expect(desk.script.calls).toEqual([]);
    expect(desk.store.value(sql`select count(*) from listing`)).toBe(0);
    const rows = await desk.staging.call('staging.rows', { batch_id: batch.batch_id });
    expect(rows).toMatchObject({ total: 8, next_cursor: null });
    expect(rows.rows[2]).toMatchObject({
      action: 'product_split',
      promoter_appid: 'wxplat',
      title: '茶 1',
      wanted_ppm: 600_000,
      now: { ratio_ppm: null },
      effect: { promoter_fen: 178, institution_fen: 120 },
      state: 'staged',
    });
    const { cost } = await desk.staging.call('staging.get', { batch_id: batch.batch_id });
    expect(cost).toEqual({ calls: 2 + 4 * 3, seconds: null });
  });

  it('sets everything where it belongs, once, and says who did it', async () => {
    const desk = await shelfDesk();
    const { batch } = await desk.staging.call('staging.stage', wishes([1, 2], ALL));
    const job = await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    expect(job).toMatchObject({ state: 'done', done: 8, total: 8 });
    expect(job.result).toMatchObject({ state: 'done', counts: { done: 8, staged: 0 }, started_by: '小林' });
    expect([...desk.held.sets.values()]).toEqual([1, 1, 1, 1]);
    const shelf = listListings(desk, { limit: 50 });
    expect(shelf.rows).toHaveLength(2);
    expect(shelf.rows[0]?.splits.map((split) => [split.promoter_appid, split.ratio_ppm, split.state])).toEqual([
      ['wxinst', 400_000, 'local'],
      ['wxother', 500_000, 'platform'],
      ['wxplat', 600_000, 'platform'],
    ]);
    expect(
      desk.store.all<{ action: string }>(sql`select action from audit_log order by entry_id`).map((row) => row.action),
    ).toEqual([
      'staging.stage',
      'staging.apply',
      'listing.list',
      'listing.list',
      'rule.add',
      'rule.add',
      'staging.done',
    ]);
  });

  it('finds what stands already, and does not ask for it again', async () => {
    const desk = await shelfDesk();
    desk.held.ratios.set(`wxplat ${productKey(1).product_id}`, 600_000);
    const { batch } = await desk.staging.call('staging.stage', wishes([1], { wxplat: 600_000 }));
    const job = await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    expect(job.result).toMatchObject({ counts: { done: 1, same: 1 } });
    expect(desk.held.sets.size).toBe(0);
    expect(listListings(desk, { limit: 50 }).rows[0]?.splits).toMatchObject([
      { state: 'platform', ratio_ppm: 600_000 },
    ]);
  });

  it('reads everything anew in the dry run and changes nothing', async () => {
    const desk = await shelfDesk();
    addPromoters(desk, promoterEntry('wxgone'));
    desk.held.refused.set('wxgone', 10071029);
    desk.held.ratios.set(`wxother ${productKey(1).product_id}`, 300_000);
    const { batch } = await desk.staging.call('staging.stage', wishes([1], { ...ALL, wxgone: 500_000 }));
    desk.script.on('get_sharer_product_commission_info', (body) =>
      body.sharer_appid === 'wxgone'
        ? { errcode: 10071029, errmsg: 'not bound' }
        : { is_set: body.sharer_appid === 'wxother', commission_ratio: 300_000 },
    );
    expect(await desk.staging.work('staging.check', { batch_id: batch.batch_id })).toMatchObject({ state: 'done' });
    expect(desk.held.sets.size).toBe(0);
    const { rows } = await desk.staging.call('staging.rows', { batch_id: batch.batch_id });
    expect(rows.map((row) => [row.promoter_appid, row.now.ratio_ppm, row.blocked])).toEqual([
      [null, null, null],
      ['wxplat', null, null],
      ['wxother', 300_000, null],
      ['wxinst', null, null],
      ['wxgone', null, 'promoter.not_bound'],
    ]);
    const after = await desk.staging.call('staging.get', { batch_id: batch.batch_id });
    expect(after).toMatchObject({ state: 'staged', checked_at: desk.time, blocked: 1 });
  });

  it('leaves alone a promoter who is gone: one call, and the rest of his rows without any', async () => {
    const desk = await shelfDesk();
    desk.held.refused.set('wxplat', 10071029);
    const { batch } = await desk.staging.call('staging.stage', wishes([1, 2, 3], ALL));
    // One hand, so that the others are still to come when the first is refused.
    Object.assign(desk.script, { concurrency: 1 });
    const job = await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    expect(job.result).toMatchObject({ state: 'done', counts: { failed: 1, skipped: 2, done: 9 } });
    const calls = desk.script.calls.filter(
      ({ endpoint, body }) => endpoint.endsWith(SET) && body.sharer_appid === 'wxplat',
    );
    expect(calls).toHaveLength(1);
    const { rows } = await desk.staging.call('staging.rows', { batch_id: batch.batch_id, state: 'failed' });
    expect(rows).toMatchObject([{ error_code: 'promoter.not_bound', tries: 1 }]);
    // Bound again: the same rows are made by a retry.
    desk.held.refused.clear();
    addPromoters(desk, promoterEntry('wxplat'));
    const again = await desk.staging.work('staging.retry', { batch_id: batch.batch_id });
    expect(again.result).toMatchObject({ state: 'done', counts: { failed: 0, skipped: 0, done: 12 } });
  });

  it('retries single rows', async () => {
    const desk = await shelfDesk();
    desk.held.refused.set('wxplat', 10024000);
    const { batch } = await desk.staging.call('staging.stage', wishes([1, 2], { wxplat: 600_000 }));
    await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    desk.held.refused.clear();
    const { rows } = await desk.staging.call('staging.rows', { batch_id: batch.batch_id, state: 'failed' });
    expect(rows).toHaveLength(2);
    await desk.staging.work('staging.retry', { batch_id: batch.batch_id, places: [rows[1]!.place] });
    expect((await desk.staging.call('staging.get', { batch_id: batch.batch_id })).counts).toMatchObject({
      failed: 1,
      done: 3,
    });
  });

  it('knows what it set, when the platform showed it only after a retry', async () => {
    const desk = await shelfDesk();
    const { batch } = await desk.staging.call('staging.stage', wishes([1], { wxplat: 600_000 }));
    // Read before, read back too early, and read anew by the retry.
    const shown = (ratio: number) => ({ is_set: true, commission_ratio: ratio });
    desk.script.on(GET, shown(300_000), shown(300_000), shown(600_000));
    const first = await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    expect(first.result).toMatchObject({ counts: { failed: 1 } });
    const again = await desk.staging.work('staging.retry', { batch_id: batch.batch_id });
    expect(again.result).toMatchObject({ counts: { done: 2, same: 0 } });
    expect([...desk.held.sets.values()]).toEqual([1]);
    const undo = await desk.staging.call('staging.undo', { batch_id: batch.batch_id });
    const { rows } = await desk.staging.call('staging.rows', { batch_id: undo.batch.batch_id });
    expect(rows[0]).toMatchObject({ action: 'product_split', wanted_ppm: 300_000, instead: false });
  });

  it.each([
    ['48001', 'platform.48001'],
    ['45009', 'platform.45009'],
    ['no network', 'network.unreachable'],
  ] as const)('waits with the reason at %s, and goes on from there', async (_, code) => {
    const desk = await shelfDesk();
    const { batch } = await desk.staging.call('staging.stage', wishes([1, 2, 3], ALL));
    desk.script.on(SET, new DeskError(code));
    const job = await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    expect(job).toMatchObject({ state: 'failed', error: { code } });
    const paused = await desk.staging.call('staging.get', { batch_id: batch.batch_id });
    expect(paused).toMatchObject({ state: 'paused', pause_reason: code });
    expect(paused.counts.failed + paused.counts.skipped).toBe(0);
    const { ratios, sets } = desk.held;
    desk.script.on(SET, (body) => {
      const key = `${body.sharer_appid} ${body.product_id}`;
      ratios.set(key, Number(body.commission_ratio));
      sets.set(key, (sets.get(key) ?? 0) + 1);
      return {};
    });
    const done = await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    expect(done.result).toMatchObject({ state: 'done', pause_reason: null, counts: { done: 12 } });
    expect([...sets.values()].every((times) => times === 1)).toBe(true);
  });

  it('does not list what sold out between the preview and the applying, nor sets its splits', async () => {
    const desk = await shelfDesk();
    const { batch } = await desk.staging.call('staging.stage', wishes([1], { wxplat: 600_000 }));
    await desk.staging.work('staging.check', { batch_id: batch.batch_id });
    expect((await desk.staging.call('staging.get', { batch_id: batch.batch_id })).blocked).toBe(0);
    sells(desk, 0);
    await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    const { rows } = await desk.staging.call('staging.rows', { batch_id: batch.batch_id });
    expect(rows.map((row) => [row.state, row.error_code])).toEqual([
      ['skipped', 'listing.no_stock'],
      ['skipped', 'listing.unknown'],
    ]);
    expect(desk.held.sets.size).toBe(0);
  });

  it('says in the preview what is in the way', async () => {
    const desk = await shelfDesk();
    const { batch } = await desk.staging.call('staging.stage', {
      list: [productKey(1), productKey(9)],
      splits: [
        {
          products: [productKey(2)],
          promoters: [
            { promoter_appid: 'wxplat', ratio_ppm: 300_000 },
            { promoter_appid: 'wxnobody', ratio_ppm: 300_000 },
          ],
        },
      ],
    });
    const { rows } = await desk.staging.call('staging.rows', { batch_id: batch.batch_id, state: 'blocked' });
    expect(rows.map((row) => [row.action, row.blocked])).toEqual([
      ['list', 'product.unknown'],
      ['product_split', 'listing.unknown'],
      ['product_split', 'promoter.unknown'],
    ]);
  });

  it('pauses at once, keeps what is done, and does not repeat it', async () => {
    const desk = await shelfDesk();
    Object.assign(desk.script, { concurrency: 1 });
    const { batch } = await desk.staging.call('staging.stage', wishes([1, 2, 3], ALL));
    const inner = desk.script.call;
    let calls = 0;
    desk.script.call = async (endpoint, body, signal) => {
      if (endpoint.endsWith(SET)) {
        calls += 1;
        if (calls === 3) await desk.staging.call('staging.pause', { batch_id: batch.batch_id });
      }
      return inner(endpoint, body, signal);
    };
    const job = await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    expect(job.state).toBe('cancelled');
    const paused = await desk.staging.call('staging.get', { batch_id: batch.batch_id });
    expect(paused).toMatchObject({ state: 'paused', pause_reason: 'staff' });
    expect(paused.counts.staged).toBeGreaterThan(0);
    await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    expect([...desk.held.sets.values()]).toEqual(Array(6).fill(1));
  });

  it('takes up a batch of one place only in another that has begun, and one at a time', async () => {
    const desk = await shelfDesk();
    const { batch } = await desk.staging.call('staging.stage', wishes([1], { wxplat: 600_000 }));
    const more = await desk.staging.call('staging.stage', {
      batch_id: batch.batch_id,
      ...wishes([1, 2], { wxplat: 500_000 }),
    });
    expect(more).toMatchObject({ added: 2, batch: { batch_id: batch.batch_id, rows: 4, products: 2 } });
    const { rows } = await desk.staging.call('staging.rows', { batch_id: batch.batch_id });
    expect(rows.filter((row) => row.promoter_appid).map((row) => row.wanted_ppm)).toEqual([500_000, 500_000]);
    const removed = await desk.staging.call('staging.remove', { batch_id: batch.batch_id, places: [rows[3]!.place] });
    expect(removed).toMatchObject({ removed: 1, batch: { rows: 3 } });
    await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    await expect(
      desk.staging.call('staging.stage', { batch_id: batch.batch_id, ...wishes([3], { wxplat: 500_000 }) }),
    ).rejects.toMatchObject({ code: 'staging.begun' });
    await expect(desk.staging.call('staging.apply', { batch_id: batch.batch_id })).rejects.toMatchObject({
      code: 'staging.nothing_to_do',
    });
    await expect(desk.staging.call('staging.stage', {})).rejects.toMatchObject({ code: 'staging.empty' });
    await expect(desk.staging.call('staging.get', { batch_id: 99 })).rejects.toMatchObject({ code: 'staging.unknown' });
    expect(() => desk.store.run(sql`delete from staged_change where batch_id = ${batch.batch_id}`)).toThrow();
  });

  it('ends in one truth with a direct change of the same split', async () => {
    const desk = await shelfDesk();
    await addListings(desk, { products: [productKey(1)], default_ratio_ppm: null, splits: [] });
    const { batch } = await desk.staging.call('staging.stage', {
      splits: [{ products: [productKey(1)], promoters: [{ promoter_appid: 'wxplat', ratio_ppm: 300_000 }] }],
    });
    await setListingSplits(desk, {
      product: productKey(1),
      splits: [{ promoter_appid: 'wxplat', ratio_ppm: 700_000 }],
    });
    await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    desk.time += DAY_SECONDS;
    expect(desk.held.ratios.get(`wxplat ${productKey(1).product_id}`)).toBe(300_000);
    expect(desk.store.value(sql`select ratio_ppm from product_split`)).toBe(300_000);
  });

  it('lists open batches first, page by page', async () => {
    const desk = await shelfDesk();
    const made: number[] = [];
    for (const n of [1, 2, 3]) {
      const { batch } = await desk.staging.call('staging.stage', wishes([n], { wxplat: 600_000 }));
      made.push(batch.batch_id);
    }
    await desk.staging.work('staging.apply', { batch_id: made[2]! });
    await desk.staging.call('staging.discard', { batch_id: made[1]! });
    const first = await desk.staging.call('staging.list', { limit: 2 });
    expect(first.rows.map((batch) => batch.batch_id)).toEqual([made[0], made[2]]);
    const rest = await desk.staging.call('staging.list', { limit: 2, cursor: first.next_cursor! });
    expect(rest).toMatchObject({ next_cursor: null, total: 3, rows: [{ batch_id: made[1], state: 'discarded' }] });
  });
});
