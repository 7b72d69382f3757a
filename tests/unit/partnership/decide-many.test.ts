import { describe, expect, it } from 'vitest';
import { getPartnership } from '../../../electron/service/partnership/get.ts';
import { recordShopCard } from '../../../electron/service/partnership/record.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { shopCard } from '../../support/shelf-rows.ts';
import { type StagingDesk, stagingOf } from '../../support/staging-routes.ts';

const UPDATE = 'headsupplierrelation/update';
const READ = 'shop/get';
const SHOPS = ['wxshop1', 'wxshop2', 'wxshop3'];

/** A platform that keeps the state of every shop; `answers` refuses shops with a code. */
async function invitedDesk(): Promise<
  TestDesk & {
    staging: StagingDesk;
    statuses: Map<string, number>;
    refused: Map<string, number>;
    asked: string[];
  }
> {
  const desk = await testDesk();
  const statuses = new Map(SHOPS.map((shop) => [shop, 1]));
  const refused = new Map<string, number>();
  const asked: string[] = [];
  for (const shop of SHOPS) recordShopCard(desk.store, shopCard(shop, 1), desk.time - 100);
  desk.script.on(READ, (body) => ({
    errcode: 0,
    shop_detail: {
      base_info: { appid: body.appid, nickname: `铺 ${body.appid}` },
      status: statuses.get(String(body.appid)) ?? 0,
    },
  }));
  desk.script.on(UPDATE, (body) => {
    const shop = String(body.to_shop_appid);
    asked.push(shop);
    const errcode = refused.get(shop);
    if (errcode !== undefined) return { errcode, errmsg: 'refused' };
    if (statuses.get(shop) === 1) statuses.set(shop, body.shop_update_type === 3 ? 2 : 3);
    return { errcode: 0 };
  });
  return Object.assign(desk, { staging: stagingOf(desk), statuses, refused, asked });
}

const accepting = (shops = SHOPS) => ({ invitations: { shops, decision: 'accept' as const, note: '一起谈妥' } });
const stateOf = (desk: TestDesk, shop: string) => getPartnership(desk, { shop_appid: shop });

describe('one answer to several invitations', () => {
  it('asks for each, verifies it, and notes it as a single answer is noted', async () => {
    const desk = await invitedDesk();
    const { batch } = await desk.staging.call('staging.stage', accepting());
    expect(batch).toMatchObject({ kind: 'partnership', rows: 3, products: 0, promoters: 0, actions: { accept: 3 } });
    expect(desk.script.calls).toEqual([]);
    const { cost } = await desk.staging.call('staging.get', { batch_id: batch.batch_id });
    expect(cost.calls).toBe(9);
    const job = await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    expect(job).toMatchObject({ state: 'done', result: { counts: { done: 3 } } });
    expect(desk.asked).toEqual(SHOPS);
    for (const shop of SHOPS)
      expect(stateOf(desk, shop)).toMatchObject({
        status: 2,
        pending_decision: null,
        decisions: [{ decision: 'accept', outcome: 'verified', staff: '小林', note: '一起谈妥' }],
      });
    expect(desk.topics).toContain('partnerships');
  });

  it('says of each why it was not taken, and asks again only for those', async () => {
    const desk = await invitedDesk();
    desk.refused.set('wxshop2', 10_024_000);
    desk.refused.set('wxshop3', 48_001);
    const { batch } = await desk.staging.call('staging.stage', accepting());
    const job = await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    expect(job).toMatchObject({ state: 'done', result: { counts: { done: 1, failed: 2 } } });
    const { rows } = await desk.staging.call('staging.rows', { batch_id: batch.batch_id });
    expect(rows.map(({ state, error_code, now }) => [state, error_code, now.partnership])).toEqual([
      ['done', null, 2],
      ['failed', 'platform.10024000', 1],
      ['failed', 'platform.48001', 1],
    ]);
    expect(stateOf(desk, 'wxshop2').decisions).toMatchObject([{ outcome: 'failed', error_code: 'platform.10024000' }]);
    expect(stateOf(desk, 'wxshop3')).toMatchObject({ pending_decision: 'accept', decisions: [{ outcome: 'console' }] });
    desk.refused.clear();
    const again = await desk.staging.work('staging.retry', { batch_id: batch.batch_id });
    expect(again.result).toMatchObject({ counts: { done: 3, failed: 0 } });
    expect(desk.asked).toEqual([...SHOPS, 'wxshop2', 'wxshop3']);
  });

  it('leaves out an invitation that was taken back meanwhile, and one that is accepted already', async () => {
    const desk = await invitedDesk();
    desk.statuses.set('wxshop1', 4);
    desk.statuses.set('wxshop2', 2);
    recordShopCard(desk.store, shopCard('wxshop1', 4), desk.time - 50);
    const { batch } = await desk.staging.call('staging.stage', accepting());
    expect(batch.blocked).toBe(1);
    await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    const { rows } = await desk.staging.call('staging.rows', { batch_id: batch.batch_id });
    expect(rows.map(({ state, error_code }) => [state, error_code])).toEqual([
      ['skipped', 'partnership.not_open'],
      ['same', null],
      ['done', null],
    ]);
    expect(desk.asked).toEqual(['wxshop3']);
  });

  it('keeps waiting for what the platform took but does not show yet', async () => {
    const desk = await invitedDesk();
    desk.script.on(UPDATE, () => ({ errcode: 0 }));
    const { batch } = await desk.staging.call('staging.stage', accepting(['wxshop1']));
    await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    const { rows } = await desk.staging.call('staging.rows', { batch_id: batch.batch_id });
    expect(rows[0]).toMatchObject({ state: 'failed', error_code: 'partnership.unverified' });
    expect(stateOf(desk, 'wxshop1')).toMatchObject({
      pending_decision: 'accept',
      decisions: [{ outcome: 'unverified' }],
    });
    // A later word is noted as one of its own, with its own note.
    const again = await desk.staging.call('staging.stage', {
      invitations: { shops: ['wxshop1'], decision: 'accept', note: '再试一次' },
    });
    await desk.staging.work('staging.apply', { batch_id: again.batch.batch_id });
    expect(stateOf(desk, 'wxshop1').decisions.map(({ note }) => note)).toEqual(['再试一次', '一起谈妥']);
  });

  it('does not ask twice when the program was killed behind the asking', async () => {
    const desk = await invitedDesk();
    const { batch } = await desk.staging.call('staging.stage', accepting(['wxshop1']));
    // As a kill leaves it: asked for, taken by the platform, the answer never seen.
    desk.store.run(sql`update staged_change set state = 'asked', tries = 1,
      before = '{"ratio_ppm":null,"partnership":1}' where batch_id = ${batch.batch_id}`);
    desk.store.run(sql`update staged_batch set state = 'paused', pause_reason = 'interrupted'
      where batch_id = ${batch.batch_id}`);
    desk.store.run(sql`insert into partnership_decision (shop_appid, decided_at, staff, decision, note, outcome)
      values ('wxshop1', ${desk.time}, '小林', 'accept', '一起谈妥', 'unverified')`);
    desk.statuses.set('wxshop1', 2);
    await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    expect(desk.asked).toEqual([]);
    const { rows } = await desk.staging.call('staging.rows', { batch_id: batch.batch_id });
    expect(rows[0]).toMatchObject({ state: 'done' });
    expect(stateOf(desk, 'wxshop1').decisions).toMatchObject([{ outcome: 'verified' }]);
  });

  it('says that there is no way back', async () => {
    const desk = await invitedDesk();
    const { batch } = await desk.staging.call('staging.stage', accepting(['wxshop1']));
    await desk.staging.work('staging.apply', { batch_id: batch.batch_id });
    const undo = await desk.staging.call('staging.undo', { batch_id: batch.batch_id });
    const { rows } = await desk.staging.call('staging.rows', { batch_id: undo.batch.batch_id });
    expect(rows[0]).toMatchObject({ action: 'accept', blocked: 'staging.no_way_back' });
  });
});
