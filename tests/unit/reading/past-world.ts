import { orderRecorder } from '../../../electron/service/order/record.ts';
import type { PromoterEntry } from '../../../electron/service/platform/endpoints/promoters.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { orderReply } from '../../support/order-rows.ts';

type Reply = ReturnType<typeof orderReply>;
// biome-ignore lint/suspicious/noExplicitAny: the reply is taken apart in many ways.
type Loose = any;

/** The order's reply at a step of a life with refunds, late payments and second commission orders. */
export function lifeReply(index: number, step: number): Reply {
  const { value, key } = orderReply(index, 0);
  const order = (value as Loose).commssion_order;
  const { order_info: info, product_info: product, commission_info: commission } = order.order_detail;
  order.update_time += step * 1000;
  if (index % 5 === 0 && step > 0) commission.sharer_info = undefined;
  switch (index % 6) {
    case 0:
      // Dearer while unpaid: that is no refund.
      if (step === 0) {
        delete info.pay_time;
        product.actual_payment += 500;
        info.order_status = 10;
      }
      if (step === 1) delete info.pay_time;
      break;
    case 1:
      if (step >= 1) product.actual_payment = Math.floor(product.actual_payment / 2);
      break;
    case 2:
      if (step === 2) {
        info.order_status = 200;
        product.actual_payment = 0;
      }
      // A refund that was taken back.
      if (step >= 3) info.order_status = 30;
      break;
    case 3:
      commission.service_amount += step * 3;
      break;
    case 4:
      product.title = `${product.title} ${step}`;
      commission.platform_amount = step * 7;
      break;
    default:
      order.status = step > 1 ? 100 : 20;
  }
  // Creation times that are missing, or make no sense.
  if (index % 50 === 49) delete order.create_time;
  if (index % 50 === 48) order.create_time += 200 * 86_400;
  // Every eleventh is another commission order of the order before.
  const before = orderReply(index - 1).key.order_id;
  const order_id = index % 11 === 10 ? before : key.order_id;
  order.order_id = order_id;
  return { key: { ...key, order_id }, value, text: JSON.stringify(value) };
}

export function record(store: Store, replies: readonly Reply[], seenAt: number): void {
  const recorder = orderRecorder(store);
  const readings = replies.map(({ key, value, text }) => ({ key, reply: { value, text } }));
  store.transaction(() => recorder(readings, seenAt));
}

export function promoterEntry(number: number, payer: number | null): PromoterEntry {
  return {
    promoter_appid: `wxpromoter${String(number).padStart(8, '0')}`,
    name: `推客 ${number}`,
    avatar_url: null,
    bound_at: null,
    payer,
    ratio_ppm: 500_000,
    raw: '{}',
  };
}
