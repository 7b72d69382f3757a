import { describe, expect, it } from 'vitest';
import { setListingSplits } from '../../../electron/service/listing/change.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { addPromoters, productKey, promoterEntry } from '../../support/shelf-rows.ts';
import { shelfDesk, wishes } from './desk.ts';

const ALL = { wxplat: 600_000, wxother: 500_000, wxinst: 400_000 };
const at = (promoter: string, n = 1) => `${promoter} ${productKey(n).product_id}`;

async function applied() {
  const desk = await shelfDesk();
  desk.held.ratios.set(at('wxother'), 300_000);
  const { batch } = await desk.staging.call('staging.stage', wishes([1, 2], ALL));
  await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
  return { desk, batch_id: batch.batch_id };
}

describe('undoing', () => {
  it('lays all ways back down as a batch, the last made first, and makes them', async () => {
    const { desk, batch_id } = await applied();
    const { batch } = await desk.staging.call('staging.undo', { batch_id });
    expect(batch).toMatchObject({ kind: 'undo', undoes: batch_id, state: 'staged', rows: 8 });
    const { rows } = await desk.staging.call('staging.rows', { batch_id: batch.batch_id });
    expect(rows.at(-1)).toMatchObject({ action: 'unlist' });
    // Without a general rule of ours there is no ratio the promoter we pay could go back to.
    expect(rows.filter((row) => row.blocked).map((row) => [row.promoter_appid, row.blocked])).toEqual([
      ['wxinst', 'staging.no_way_back'],
      ['wxinst', 'staging.no_way_back'],
    ]);
    await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    expect(desk.held.ratios.get(at('wxother'))).toBe(300_000);
    // Nothing was set: the platform cannot take it away, so it is the promoter's own ratio now.
    expect(desk.held.ratios.get(at('wxplat'))).toBe(500_000);
    expect(desk.store.value(sql`select count(*) from listing`)).toBe(0);
    const undone = await desk.staging.call('staging.get', { batch_id });
    expect(undone.counts).toMatchObject({ undone: 6, done: 2 });
    expect(undone.undone_by).toBe(batch.batch_id);
  });

  it('undoes some rows, and each only once', async () => {
    const { desk, batch_id } = await applied();
    const { rows } = await desk.staging.call('staging.rows', { batch_id });
    const place = rows.find((row) => row.promoter_appid === 'wxother')!.place;
    const { batch } = await desk.staging.call('staging.undo', { batch_id, places: [place] });
    expect(batch.rows).toBe(1);
    await expect(desk.staging.call('staging.undo', { batch_id, places: [place] })).rejects.toMatchObject({
      code: 'staging.nothing_to_undo',
    });
    await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    await expect(desk.staging.call('staging.undo', { batch_id, places: [place] })).rejects.toMatchObject({
      code: 'staging.nothing_to_undo',
    });
    // The undo taken back: the row stands again.
    const redo = await desk.staging.call('staging.undo', { batch_id: batch.batch_id });
    await desk.staging.work('staging.apply', { batch_id: redo.batch.batch_id });
    expect(desk.held.ratios.get(at('wxother'))).toBe(500_000);
    expect((await desk.staging.call('staging.get', { batch_id })).counts.done).toBe(8);
  });

  it('never takes back somebody’s later word', async () => {
    const { desk, batch_id } = await applied();
    await setListingSplits(desk, {
      product: productKey(1),
      splits: [{ promoter_appid: 'wxplat', ratio_ppm: 900_000 }],
    });
    const { batch } = await desk.staging.call('staging.undo', { batch_id });
    const { rows } = await desk.staging.call('staging.rows', { batch_id: batch.batch_id, state: 'blocked' });
    expect(rows.map((row) => row.blocked)).toContain('staging.later_change');
    // And a word given at the platform itself, of which our books know nothing.
    desk.held.ratios.set(at('wxother'), 800_000);
    await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    expect(desk.held.ratios.get(at('wxplat'))).toBe(900_000);
    expect(desk.held.ratios.get(at('wxother'))).toBe(800_000);
    const failed = await desk.staging.call('staging.rows', { batch_id: batch.batch_id, state: 'failed' });
    expect(failed.rows.map((row) => row.error_code)).toEqual(['staging.later_change', 'staging.later_change']);
  });

  it('puts an unlisted product back with its default split', async () => {
    const desk = await shelfDesk();
    const listed = await desk.staging.call('staging.stage', { list: [productKey(1)], default_ratio_ppm: 450_000 });
    await desk.staging.work('staging.apply', { batch_id: listed.batch.batch_id });
    const off = await desk.staging.call('staging.stage', { unlist: [productKey(1)] });
    await desk.staging.work('staging.apply', { batch_id: off.batch.batch_id });
    expect(desk.store.value(sql`select count(*) from listing`)).toBe(0);
    const back = await desk.staging.call('staging.undo', { batch_id: off.batch.batch_id });
    await desk.staging.work('staging.apply', { batch_id: back.batch.batch_id });
    expect(desk.store.value(sql`select default_ratio_ppm from listing`)).toBe(450_000);
  });

  it('sets a default split back to none', async () => {
    const desk = await shelfDesk();
    const listed = await desk.staging.call('staging.stage', { list: [productKey(1)] });
    await desk.staging.work('staging.apply', { batch_id: listed.batch.batch_id });
    const set = await desk.staging.call('staging.stage', { defaults: [productKey(1)], default_ratio_ppm: 450_000 });
    await desk.staging.work('staging.apply', { batch_id: set.batch.batch_id });
    expect(desk.store.value(sql`select default_ratio_ppm from listing`)).toBe(450_000);
    const back = await desk.staging.call('staging.undo', { batch_id: set.batch.batch_id });
    await desk.staging.work('staging.apply', { batch_id: back.batch.batch_id });
    expect(desk.store.value(sql`select default_ratio_ppm from listing`)).toBeNull();
  });

  it('goes back to the general rule for promoters we pay', async () => {
    const desk = await shelfDesk();
    addPromoters(desk, promoterEntry('wxinst2', { payer: 1 }));
    const list = await desk.staging.call('staging.stage', {
      ...wishes([1], { wxinst: 400_000 }),
      default_ratio_ppm: 350_000,
    });
    await desk.staging.work('staging.apply', { batch_id: list.batch.batch_id });
    const { batch } = await desk.staging.call('staging.undo', { batch_id: list.batch.batch_id });
    const { rows } = await desk.staging.call('staging.rows', { batch_id: batch.batch_id });
    expect(rows[0]).toMatchObject({ promoter_appid: 'wxinst', wanted_ppm: 350_000, instead: true, blocked: null });
  });
});
