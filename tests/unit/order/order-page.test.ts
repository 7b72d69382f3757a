import { describe, expect, it, onTestFinished } from 'vitest';
import { readOrderPage } from '../../../electron/service/order/order.ts';
import { orderRecorder } from '../../../electron/service/order/record.ts';
import { writeSetting } from '../../../electron/service/store/setting.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { openStore } from '../../../electron/service/store/store.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { orderReply } from '../../support/order-rows.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const AGENCY = 'wxagency00000001';

interface Sale {
  commssion_order: { status: number; order_detail: { commission_info: { sharer_info?: object } } };
}

/** The first of the invented replies that is a paid sale of a promoter. */
function promoted() {
  for (let index = 0; ; index += 1) {
    const reply = orderReply(index);
    const { status, order_detail } = (reply.value as Sale).commssion_order;
    if (status !== 200 && order_detail.commission_info.sharer_info) return { index, ...reply };
  }
}

async function books() {
  const store = await openStore(tempFolder());
  onTestFinished(() => store.close());
  writeSetting(store, 'app_id', AGENCY);
  const record = orderRecorder(store);
  const sale = promoted();
  const put = (reply: { key: { order_id: string; sku_id: string }; value: unknown; text: string }, seenAt: number) =>
    store.transaction(() => record([{ key: reply.key, reply }], seenAt))[0]!;
  put(sale, 100);
  return { store, sale, put };
}

describe('the page of one order', () => {
  it('has the chain, its checks and the rule of the newest version, in line with the row', async () => {
    const { store, sale, put } = await books();
    put({ ...orderReply(sale.index, 40), key: sale.key }, 200);
    const page = readOrderPage(store, sale.key);
    expect(page.versions.map(({ seq }) => seq)).toEqual([2, 1]);
    expect(page.chain.map(({ party, own }) => [party, own])).toEqual([
      ['shop', false],
      ['promoter_agency', true],
      ['promoter', false],
      ['platform', false],
    ]);
    expect(page.chain[0]!.total_fen).toBe(page.order.actual_payment_fen);
    const net = page.checks.find(({ check }) => check === 'agency_net')!;
    expect([net.expected_fen, net.stated_fen]).toEqual([page.order.expected_fen, page.order.service_amount_fen]);
    expect(page.rule).toMatchObject({ payer: 0, base_fen: null });
    expect(page.order).toMatchObject({ review_state: 'open', tags: [], notes: 0 });
    expect([page.notes, page.events, page.siblings]).toEqual([[], [], []]);
  });

  it('has what staff said: notes that stand, tags, and every act with what was taken back', async () => {
    const { store, sale } = await books();
    const { order_id, sku_id } = sale.key;
    const act = (id: number, action: string, fact: string, before: string | null, after: string | null, more = {}) => {
      store.run(sql`insert into review_batch (batch_id, at, staff, action, rows, detail)
        values (${id}, ${id}, '林晓', ${action}, 1, ${JSON.stringify({ fact, ...more })})`);
      store.run(sql`insert into review_entry (batch_id, order_id, sku_id, before, after)
        values (${id}, ${order_id}, ${sku_id}, ${before}, ${after})`);
    };
    const note = (id: number, text: string, removed: number | null) =>
      store.run(sql`insert into order_note (note_id, order_id, sku_id, text, folded, written_at, written_by, removed_at, batch_id)
        values (${id}, ${order_id}, ${sku_id}, ${text}, ${text}, 1, '林晓', ${removed}, 1)`);
    const held = JSON.stringify({ state: 'held', reason: 'merchant', note: '', at: 3, by: '林晓', batch: 3 });
    act(1, 'note', 'note', null, '7', { note: '第一句' });
    note(7, '第一句', null);
    note(8, '收回了的', 2);
    act(3, 'hold', 'decision', null, held, { reason: 'merchant', note: '等回电' });
    store.run(sql`insert into order_review (order_id, sku_id, state, reason, decided_at, decided_by, batch_id)
      values (${order_id}, ${sku_id}, 'held', 'merchant', 3, '林晓', 3)`);
    store.run(sql`insert into order_tag values (${order_id}, ${sku_id}, '大促', 1, '林晓')`);
    const page = readOrderPage(store, sale.key);
    expect(page.order).toMatchObject({ review_state: 'held', review_reason: 'merchant', tags: ['大促'], notes: 1 });
    expect(page.notes).toEqual([{ note_id: 7, text: '第一句', written_at: 1, written_by: '林晓' }]);
    expect(
      page.events.map(({ batch_id, fact, before, after, reason, undone }) => [
        batch_id,
        fact,
        before,
        after,
        reason,
        undone,
      ]),
    ).toEqual([
      [3, 'decision', null, held, 'merchant', false],
      [1, 'note', null, '第一句', null, false],
    ]);
  });

  it('has the other rows of the order with their own words', async () => {
    const { store, sale, put } = await books();
    put({ ...sale, key: { ...sale.key, sku_id: '99' } }, 100);
    store.run(sql`insert into order_tag values (${sale.key.order_id}, '99', '另一件', 1, '')`);
    const page = readOrderPage(store, sale.key);
    expect(page.siblings.map(({ sku_id, tags }) => [sku_id, tags])).toEqual([['99', ['另一件']]]);
    expect(page.order.tags).toEqual([]);
  });

  it('says so of an order, and of a SKU, it does not know', async () => {
    const { store, sale } = await books();
    for (const key of [
      { order_id: "'; drop table commission_order; --", sku_id: '1' },
      { ...sale.key, sku_id: '0' },
    ])
      expect(() => readOrderPage(store, key)).toThrow(DeskError);
  });
});
