import { describe, expect, it } from 'vitest';
import { clueKeyPages, readClue } from '../../../electron/service/platform/endpoints/clues.ts';
import { platformFailure } from '../../../electron/service/platform/failure.ts';
import { standIn } from '../../support/stand-in.ts';

const KEY = { order_id: '3820697962685161927', sku_id: '6427067369' };

describe('clue orders', () => {
  it('are listed by creation, a hundred a page, with ids exact', async () => {
    const platform = standIn(() => 0);
    platform.on(
      'clue/list/get',
      { list: [KEY, { order_id: '1' }], next_key: 'a', has_more: true },
      { list: [{ order_id: '2', sku_id: 3 }], next_key: '', has_more: false },
    );
    const keys = [];
    for await (const page of clueKeyPages(platform, { created: { start: 1, end: 2 }, shop_appid: 'wxs' }))
      keys.push(...page);
    expect(keys).toEqual([KEY, { order_id: '2', sku_id: '3' }]);
    const body = { page_size: 100, create_time_range: { start_time: 1, end_time: 2 }, appid: 'wxs' };
    expect(platform.calls.map((call) => call.body)).toEqual([body, { ...body, next_key: 'a' }]);
  });

  it('tell shop, goods and promoter, and no commission', async () => {
    const platform = standIn(() => 0);
    const reply = {
      commssion_clue: {
        ...KEY,
        status: 20,
        create_time: 10,
        update_time: 11,
        clue_detail: {
          shop_info: { appid: 'wxs' },
          product_info: { product_id: 10001339571778, title: '坚果', actual_payment: 3836 },
          order_info: { status: 20 },
          sharer_info: { sharer_appid: 'wxp', nickname: '徐晓梅' },
        },
      },
    };
    platform.on('clue/get', reply);
    expect(await readClue(platform, KEY)).toEqual({
      clue: {
        ...KEY,
        status: 20,
        shop_appid: 'wxs',
        product_id: '10001339571778',
        product_title: '坚果',
        actual_payment_fen: 3836,
        order_status: 20,
        promoter_appid: 'wxp',
        promoter_name: '徐晓梅',
        created_at: 10,
        updated_at: 11,
      },
      raw: JSON.stringify(reply),
    });
    expect(platform.calls[0]?.body).toEqual(KEY);
  });

  it('are asked for with bare integers where text is refused', async () => {
    const platform = standIn(() => 0);
    platform.on('clue/get', platformFailure(10024000, 'clue/get', 'param error'), { commssion_clue: { status: 20 } });
    expect(await readClue(platform, KEY)).toMatchObject({ clue: KEY });
    expect(JSON.stringify(platform.calls[1]?.body)).toBe(`{"order_id":${KEY.order_id},"sku_id":${KEY.sku_id}}`);
  });

  it('say so when there is none', async () => {
    const platform = standIn(() => 0);
    platform.on('clue/get', {}, platformFailure(10024006, 'clue/get', 'no such order'));
    expect(await readClue(platform, KEY)).toBeNull();
    await expect(readClue(platform, KEY)).rejects.toMatchObject({ code: 'platform.10024006' });
    expect(platform.calls).toHaveLength(2);
  });
});
