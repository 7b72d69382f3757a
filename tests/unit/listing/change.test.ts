import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addListings, removeListings, setListingSplits } from '../../../electron/service/listing/change.ts';
import { setFeedTarget } from '../../../electron/service/listing/feed.ts';
import { listListings } from '../../../electron/service/listing/list.ts';
import { recordShops } from '../../../electron/service/partnership/record.ts';
import { getPromoter } from '../../../electron/service/promoter/get.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { DAY_SECONDS, dayOf } from '../../../shared/time.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { addProduct, addPromoters, productKey, promoterEntry } from '../../support/shelf-rows.ts';

const SET = 'set_sharer_product_commission_info';
const GET = 'get_sharer_product_commission_info';

/** A platform that remembers splits, as the real one does; calls for `refused` promoters fail. */
function remembers(desk: TestDesk, refused: string[] = []): void {
  const ratios = new Map<string, unknown>();
  const of = (body: Record<string, unknown>) => `${body.sharer_appid} ${body.product_id}`;
  desk.script.on(SET, (body) => {
    if (refused.includes(String(body.sharer_appid))) return { errcode: 10071029, errmsg: 'not bound' };
    ratios.set(of(body), body.commission_ratio);
    return { errcode: '0' };
  });
  desk.script.on(GET, (body) => ({ is_set: ratios.has(of(body)), commission_ratio: String(ratios.get(of(body))) }));
}

async function shelfDesk(): Promise<TestDesk> {
  const desk = await testDesk();
  for (const n of [1, 2, 3]) addProduct(desk, productKey(n), { title: `茶 ${n}` });
  addPromoters(desk, promoterEntry('wxplat'), promoterEntry('wxinst', { payer: 1 }), promoterEntry('wxgone'));
  return desk;
}

const add = (desk: TestDesk, input: Partial<Parameters<typeof addListings>[1]>) =>
  addListings(desk, { products: [productKey(1)], default_ratio_ppm: null, splits: [], ...input });
const shelf = (desk: TestDesk) => listListings(desk, { limit: 50 });

describe('listing products', () => {
  it('sets the share where each promoter is paid: at the platform, or as our own rule', async () => {
    const desk = await shelfDesk();
    remembers(desk);
    const splits = [
      { promoter_appid: 'wxplat', ratio_ppm: 600_000 },
      { promoter_appid: 'wxinst', ratio_ppm: 400_000 },
    ];
    const added = await add(desk, { products: [productKey(1), productKey(2)], default_ratio_ppm: 500_000, splits });
    expect(added).toMatchObject({ listed: 2, feed_error: null });
    expect(added.splits).toHaveLength(4);
    expect(added.splits.every((split) => split.ok)).toBe(true);
    expect(desk.script.calls.some((call) => call.body.sharer_appid === 'wxinst')).toBe(false);
    expect(desk.script.calls.filter((call) => call.endpoint.endsWith(SET)).map((call) => call.body)).toContainEqual({
      sharer_appid: 'wxplat',
      product_id: productKey(1).product_id,
      commission_ratio: 600_000,
    });
    const [row] = shelf(desk).rows;
    expect(row).toMatchObject({
      listed: true,
      listed_by: '小林',
      default_ratio_ppm: 500_000,
      service_fee_fen: 298,
      promoter_fee_fen: 149,
    });
    expect(row?.splits).toMatchObject([
      { promoter_appid: 'wxinst', ratio_ppm: 400_000, state: 'local', error_code: null },
      { promoter_appid: 'wxplat', ratio_ppm: 600_000, state: 'platform', error_code: null, set_at: desk.time },
    ]);
    expect(
      desk.store.all(
        sql`select promoter_appid, ratio_ppm, from_day from split_rule where product_id = ${productKey(1).product_id} order by rule_id`,
      ),
    ).toEqual([
      { promoter_appid: null, ratio_ppm: 500_000, from_day: dayOf(desk.time) },
      { promoter_appid: 'wxinst', ratio_ppm: 400_000, from_day: dayOf(desk.time) },
    ]);
    expect(getPromoter(desk, { promoter_appid: 'wxplat' }).product_splits).toHaveLength(2);
  });

  it('notes who listed what, in history and audit, and the outcome of the platform calls', async () => {
    const desk = await shelfDesk();
    remembers(desk);
    await add(desk, { splits: [{ promoter_appid: 'wxplat', ratio_ppm: 600_000 }] });
    await removeListings(desk, { products: [productKey(1)] });
    expect(desk.store.all(sql`select action, staff from listing_history order by history_id`)).toEqual([
      { action: 'list', staff: '小林' },
      { action: 'unlist', staff: '小林' },
    ]);
    expect(
      desk.store.all<{ action: string }>(sql`select action from audit_log order by entry_id`).map((row) => row.action),
    ).toEqual(['listing.list', 'listing.splits_set', 'listing.unlist']);
    expect(desk.store.value(sql`select detail from listing_history where action = 'unlist'`)).toContain(
      'no call to remove',
    );
    expect(desk.store.value(sql`select state from product_split`)).toBe('platform');
  });

  it('lets one refused promoter stand alone', async () => {
    const desk = await shelfDesk();
    remembers(desk, ['wxgone']);
    const { listed, splits } = await add(desk, {
      splits: ['wxgone', 'wxplat', 'wxnobody'].map((promoter_appid) => ({ promoter_appid, ratio_ppm: 300_000 })),
    });
    expect(listed).toBe(1);
    expect(splits.map((split) => [split.promoter_appid, split.ok, split.error_code])).toEqual([
      ['wxgone', false, 'platform.10071029'],
      ['wxplat', true, null],
      ['wxnobody', false, 'promoter.unknown'],
    ]);
    expect(shelf(desk).rows[0]?.splits.map((split) => [split.promoter_appid, split.state, split.error_code])).toEqual([
      ['wxgone', 'failed', 'platform.10071029'],
      ['wxplat', 'platform', null],
    ]);
  });

  it('does not take a share the platform does not show', async () => {
    const desk = await shelfDesk();
    desk.script.on(SET, { errcode: 0 });
    desk.script.on(GET, { is_set: true, commission_ratio: 900_000 });
    const { splits } = await add(desk, { splits: [{ promoter_appid: 'wxplat', ratio_ppm: 300_000 }] });
    expect(splits).toMatchObject([{ ok: false, error_code: 'listing.split_unverified' }]);
    expect(shelf(desk).rows[0]?.splits).toMatchObject([{ state: 'failed' }]);
  });

  it.each([
    ['the network', new DeskError('network.unreachable')],
    ['the daily quota', new DeskError('platform.45009')],
  ])('leaves shares waiting without %s, and takes them up later', async (_, failure) => {
    const desk = await shelfDesk();
    desk.script.on(SET, failure);
    const splits = [{ promoter_appid: 'wxplat', ratio_ppm: 300_000 }];
    const products = Array.from({ length: 3 }, (__, n) => productKey(n + 1));
    const added = await add(desk, { products, splits });
    expect(added.listed).toBe(3);
    expect(added.splits.map((split) => [split.ok, split.error_code])).toEqual(Array(3).fill([false, failure.code]));
    expect(shelf(desk).rows.flatMap((row) => row.splits.map((split) => split.state))).toEqual(Array(3).fill('pending'));
    remembers(desk);
    expect(await setListingSplits(desk, { product: productKey(1), splits })).toMatchObject({ splits: [{ ok: true }] });
  });

  it('stops asking a platform that is gone', async () => {
    const desk = await shelfDesk();
    const products = Array.from({ length: 20 }, (_, n) => productKey(n + 1));
    for (const key of products) addProduct(desk, key);
    desk.script.on(SET, new DeskError('network.unreachable'));
    const { splits } = await add(desk, { products, splits: [{ promoter_appid: 'wxplat', ratio_ppm: 300_000 }] });
    expect(splits.every((split) => split.error_code === 'network.unreachable')).toBe(true);
    expect(desk.script.calls).toHaveLength(desk.script.concurrency);
  });

  it('lists without AppID and secret too, with the shares waiting', async () => {
    const desk = await shelfDesk();
    desk.offline = new DeskError('credentials.missing');
    const { splits } = await add(desk, { splits: [{ promoter_appid: 'wxplat', ratio_ppm: 300_000 }] });
    expect(splits).toMatchObject([{ ok: false, error_code: 'credentials.missing' }]);
    expect(shelf(desk).rows[0]?.splits).toMatchObject([{ state: 'pending' }]);
  });

  it('asks once for two plans of one product', async () => {
    const desk = await shelfDesk();
    remembers(desk);
    const other = productKey(1, { plan_type: 4, head_supplier_appid: 'wxh' });
    addProduct(desk, other);
    const { splits } = await add(desk, {
      products: [productKey(1), other],
      splits: [{ promoter_appid: 'wxplat', ratio_ppm: 300_000 }],
    });
    expect(splits).toHaveLength(1);
    expect(shelf(desk).rows.map((row) => row.splits.length)).toEqual([1, 1]);
  });

  it('takes all products or none', async () => {
    const desk = await shelfDesk();
    addProduct(desk, productKey(9), { plan_end_at: desk.time });
    await expect(add(desk, { products: [productKey(1), productKey(9)] })).rejects.toMatchObject({
      code: 'listing.not_promotable',
      params: { product_id: productKey(9).product_id },
    });
    await expect(add(desk, { products: [productKey(1), productKey(77)] })).rejects.toMatchObject({
      code: 'product.unknown',
    });
    expect(shelf(desk).total).toBe(0);
    expect(desk.store.value(sql`select count(*) from audit_log`)).toBe(0);
  });

  it('keeps a listed product whose plan has ended, and its day', async () => {
    const desk = await shelfDesk();
    await add(desk, { default_ratio_ppm: 500_000 });
    addProduct(desk, productKey(1), { plan_end_at: desk.time + 10 });
    const listedAt = desk.time;
    desk.time += 60;
    expect(await add(desk, {})).toMatchObject({ listed: 0 });
    expect(shelf(desk).rows).toMatchObject([
      { listed_at: listedAt, default_ratio_ppm: 500_000, warnings: ['plan_ended'] },
    ]);
  });
});

describe('a listed product', () => {
  it('changes its default share, or gives it up', async () => {
    const desk = await shelfDesk();
    await add(desk, { default_ratio_ppm: 500_000 });
    await setListingSplits(desk, { product: productKey(1), splits: [] });
    expect(shelf(desk).rows[0]?.default_ratio_ppm).toBe(500_000);
    await setListingSplits(desk, { product: productKey(1), default_ratio_ppm: null, splits: [] });
    expect(shelf(desk).rows[0]).toMatchObject({ default_ratio_ppm: null, promoter_fee_fen: null });
    await expect(setListingSplits(desk, { product: productKey(2), splits: [] })).rejects.toMatchObject({
      code: 'listing.unknown',
    });
  });

  it('warns of all that keeps promoters from earning', async () => {
    const desk = await shelfDesk();
    await add(desk, { products: [productKey(1), productKey(2), productKey(3)] });
    recordShops(desk.store, [{ shop_appid: 'wxshop1', shop_name: '茶铺', logo_url: null, status: 5 }], desk.time);
    const { time } = desk;
    addProduct(desk, productKey(1), {
      product_status: 6,
      plan_status: 5,
      plan_end_at: time,
      skus: [{ sku_id: '1', name: '', price_fen: 1, stock: 0 }],
    });
    addProduct(desk, productKey(2), { plan_end_at: time + 7 * DAY_SECONDS - 1 });
    addProduct(desk, productKey(3), { plan_start_at: time + 1, plan_end_at: time + 7 * DAY_SECONDS });
    desk.store.prepare('update product set not_seen_since = 1 where product_id = ?').run(productKey(3).product_id);
    const warnings = Object.fromEntries(shelf(desk).rows.map((row) => [row.product_id, row.warnings]));
    expect(warnings).toEqual({
      [productKey(1).product_id]: ['partnership_ended', 'off_sale', 'plan_not_live', 'plan_ended', 'no_stock'],
      [productKey(2).product_id]: ['partnership_ended', 'plan_ending'],
      [productKey(3).product_id]: ['not_seen', 'partnership_ended', 'plan_not_started'],
    });
  });

  it('is found over pages of the shelf, the newest first', async () => {
    const desk = await testDesk();
    for (let n = 0; n < 11; n += 1) {
      addProduct(desk, productKey(n));
      await add(desk, { products: [productKey(n)] });
      if (n % 4 === 3) desk.time += 1;
    }
    const whole = shelf(desk).rows;
    expect(whole.map((row) => row.listed_at)).toEqual(whole.map((row) => row.listed_at).toSorted((a, b) => b - a));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = listListings(desk, { limit: 3, cursor });
      seen.push(...page.rows.map((row) => row.product_id));
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(whole.map((row) => row.product_id));
  });

  it('stays listed when the feed cannot be written', async () => {
    const desk = await shelfDesk();
    await setFeedTarget(desk, { kind: 'folder', folder: desk.dataDir });
    desk.store
      .prepare("update setting set value = ? where key = 'feed.target'")
      .run(JSON.stringify({ kind: 'folder', folder: join(desk.dataDir, 'missing') }));
    expect(await add(desk, {})).toMatchObject({ listed: 1, feed_error: 'file.unwritable' });
    expect(await removeListings(desk, { products: [productKey(2)] })).toEqual({ removed: 0, feed_error: null });
    expect(shelf(desk).total).toBe(1);
    await setFeedTarget(desk, { kind: 'folder', folder: desk.dataDir });
    expect(JSON.parse(readFileSync(join(desk.dataDir, 'feed.json'), 'utf8')).items).toHaveLength(1);
  });
});
