import { describe, expect, it, onTestFinished } from 'vitest';
import { changedPaths } from '../../../electron/service/order/changed-paths.ts';
import { readOrderPage } from '../../../electron/service/order/order.ts';
import { orderRecorder } from '../../../electron/service/order/record.ts';
import { stateText } from '../../../electron/service/order/state-text.ts';
import { type OrderKey, readOrderState } from '../../../electron/service/platform/endpoints/orders.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { openStore } from '../../../electron/service/store/store.ts';
import { orderReply } from '../../support/order-rows.ts';
import { tempFolder } from '../../support/temp-folder.ts';

async function books() {
  const store = await openStore(tempFolder());
  onTestFinished(() => store.close());
  const record = orderRecorder(store);
  const put = (key: OrderKey, reply: { value: unknown; text: string }, seenAt: number) =>
    store.transaction(() => record([{ key, reply }], seenAt))[0]!;
  return { store, put, record };
}

describe('what counts as the same state', () => {
  it('is not the order of keys, text for numbers, an absent field for an empty one, or a picture', () => {
    const a = {
      commssion_order: {
        order_id: '1',
        status: 20,
        order_detail: { product_info: { thumb_img: 'x?sign=1', title: '' } },
      },
    };
    const b = {
      errcode: '0',
      commssion_order: { status: '20', order_id: 1, order_detail: { product_info: { thumb_img: 'x?sign=2' } } },
    };
    expect(stateText(a)).toBe(stateText(b));
  });

  it('is any other field, unknown ones too', () => {
    const a = { commssion_order: { status: 20, brand_new: { deep: [1] } } };
    const b = { commssion_order: { status: 20, brand_new: { deep: [2] } } };
    expect(stateText(a)).not.toBe(stateText(b));
  });
});

describe('the books of commission orders', () => {
  it('keep every state with what changed', async () => {
    const { store, put } = await books();
    const first = orderReply(5);
    const second = orderReply(5, 40);
    expect(put(first.key, first, 100)).toBe('inserted');
    expect(put(first.key, first, 200)).toBe('unchanged');
    expect(put(first.key, second, 300)).toBe('changed');
    expect(put(first.key, first, 400)).toBe('stale');
    const page = readOrderPage(store, first.key);
    expect(page.order.versions).toBe(2);
    expect(page.versions.map((version) => [version.seq, version.seen_at])).toEqual([
      [2, 300],
      [1, 100],
    ]);
    expect(page.versions[0]!.changes.map((change) => change.path)).toContain('update_time');
    expect(JSON.parse(page.versions[1]!.raw)).toEqual(first.value);
  });

  it('keep two skus of one order apart and show them together', async () => {
    const { store, put } = await books();
    const { key, value, text } = orderReply(1);
    put(key, { value, text }, 1);
    put({ ...key, sku_id: '99' }, { value, text }, 1);
    expect(readOrderPage(store, key).siblings.map((row) => row.sku_id)).toEqual(['99']);
  });

  it('tell an unreadable reply from an order', async () => {
    const { put } = await books();
    expect(put({ order_id: '1', sku_id: '2' }, { value: { errcode: 0 }, text: '{}' }, 1)).toBe('unreadable');
  });
});

describe('raw replies', () => {
  it('come back one by one from the block they share', async () => {
    const { store, record } = await books();
    const replies = Array.from({ length: 150 }, (_, index) => orderReply(index));
    store.transaction(() =>
      record(
        replies.map(({ key, value, text }) => ({ key, reply: { value, text } })),
        1,
      ),
    );
    expect(store.value(sql`select count(*) from raw_block`)).toBe(3);
    for (const { key, text } of [replies[0]!, replies[63]!, replies[64]!, replies[149]!])
      expect(readOrderPage(store, key).versions[0]!.raw).toBe(text);
  });
});

describe('a reply of order/get', () => {
  it('is read by meaning, odd parts as absent', () => {
    const state = readOrderState({
      commssion_order: {
        create_time: '1760000000',
        status: '999',
        order_detail: {
          order_info: { status: 13, pay_time: 0 },
          commission_info: { promotion_channel: 7, finder_info: { nickname: 'old', amount: '12' }, sharer_info: {} },
        },
      },
    });
    expect(state).toMatchObject({
      created_at: 1_760_000_000,
      commission_status: 999,
      order_status: 13,
      paid_at: null,
      channel: 'unknown:7',
      talent_name: 'old',
      talent_amount_fen: 12,
      promoter_appid: null,
      service_total_fen: null,
    });
  });
});

describe('changed paths', () => {
  it('name both values, ids exact', () => {
    expect(
      changedPaths(
        '{"commssion_order":{"a":{"b":1},"id":3701234567890123457}}',
        '{"commssion_order":{"a":{"c":2},"id":3701234567890123458}}',
      ),
    ).toEqual([
      { path: 'a.b', before: '1', after: null },
      { path: 'a.c', before: null, after: '2' },
      { path: 'id', before: '3701234567890123457', after: '3701234567890123458' },
    ]);
  });
});
