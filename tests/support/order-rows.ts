import { orderRecorder } from '../../electron/service/order/record.ts';
import type { Store } from '../../electron/service/store/store.ts';

const NOW = 1_795_000_000;

/** A small generator with a seed: the same rows in every run. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A reply of order/get in the documented shape; `index` names the order, `step` its state. */
export function orderReply(
  index: number,
  step = 0,
): { key: { order_id: string; sku_id: string }; value: unknown; text: string } {
  const draw = random(index * 7919 + 17);
  const order_id = `37${String(10_000_000_000_000_000n + BigInt(index)).padStart(17, '0')}`;
  const sku_id = String(3_000_000_000 + Math.floor(draw() * 100_000_000));
  const created = NOW - Math.floor(draw() * 100 * 86_400);
  const unpaid = draw() < 0.13;
  const settled = !unpaid && NOW - created > 20 * 86_400;
  const payment = unpaid ? 0 : 990 + Math.floor(draw() * 50_000) - step;
  const service = Math.floor((payment * 120_000) / 1_000_000);
  const promoter = Math.floor(draw() * 300);
  const promoted = draw() < 0.55;
  const value = {
    errcode: 0,
    errmsg: 'ok',
    commssion_order: {
      order_id,
      sku_id,
      create_time: created,
      update_time: created + 90 + step,
      status: unpaid ? 200 : settled ? 100 : 20,
      order_detail: {
        shop_info: {
          appid: `wxshop${String(Math.floor(draw() * 40)).padStart(12, '0')}`,
          shop_name: '山里人家农产品旗舰店',
        },
        product_info: {
          product_id: String(10_000_123_000_000 + Math.floor(draw() * 600)),
          title: '明前龙井茶叶 250g 罐装礼盒装 送礼长辈',
          thumb_img: 'https://store.mp.video.tencent-cloud.com/abc.jpg',
          actual_payment: payment,
          product_cnt: 1,
        },
        order_info: {
          order_status: unpaid ? 250 : settled ? 100 : 30,
          create_time: created - 5,
          ...(unpaid ? {} : { pay_time: created + 11 }),
          update_time: created + 90,
        },
        buyer_info: { open_id: `o${index}`, union_id: '' },
        commission_info: {
          promotion_channel: promoted ? 1 : 0,
          service_ratio: 120_000,
          service_amount: service,
          service_total_amount: service,
          platform_amount: 0,
          ...(settled ? { profit_sharding_suc_time: created + 15 * 86_400 } : {}),
          ...(promoted
            ? {
                sharer_info: {
                  sharer_appid: `wxpromoter${String(promoter).padStart(8, '0')}`,
                  nickname: `推客 ${promoter}`,
                  ratio: 500_000,
                  amount: Math.floor(service / 2),
                },
                promotion_info: { channel_type: 3 },
                promoter_agency_info: { appid: 'wxagency00000001', nickname: '机构', ratio: 120_000, amount: service },
              }
            : { talent_info: { talent_appid: 'wxtalent00000001', nickname: 'z1234', ratio: 150_000, amount: 301 } }),
        },
      },
    },
  };
  return { key: { order_id, sku_id }, value, text: JSON.stringify(value) };
}

/** Writes `count` orders through the very way the sync writes them. */
export function fillOrders(store: Store, count: number): void {
  const record = orderRecorder(store);
  for (let start = 0; start < count; start += 1000) {
    const end = Math.min(start + 1000, count);
    const readings = Array.from({ length: end - start }, (_, index) => orderReply(start + index)).map(
      ({ key, value, text }) => ({ key, reply: { value, text } }),
    );
    store.transaction(() => record(readings, NOW));
  }
}
