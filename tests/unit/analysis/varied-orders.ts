import { orderRecorder } from '../../../electron/service/order/record.ts';
import { ORDER_COLUMNS } from '../../../electron/service/order/row.ts';
import { type Sql, sql } from '../../../electron/service/store/sql.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import type { OrderRow } from '../../../shared/contract/order.ts';
import { random } from '../../support/order-rows.ts';

export const NOW = 1_795_000_000;
const DAY = 86_400;

/** Commission orders of every kind the analysis tells apart, written as the sync writes them. */
export function fillVaried(store: Store, count: number, seed = 5): void {
  const draw = random(seed);
  const below = (limit: number) => Math.floor(draw() * limit);
  const record = orderRecorder(store);
  for (let index = 0; index < count; index += 1) {
    // About one in four rows shares its order with the row before.
    const order = index - (below(4) === 0 ? 1 : 0);
    const order_id = `37${String(10_000_000_000_000_000n + BigInt(Math.max(0, order))).padStart(17, '0')}`;
    const sku_id = String(3_000_000_000 + index);
    const created = NOW - below(400 * DAY);
    const paid = below(9) === 0 ? null : created + below(4000);
    const settled = paid !== null && below(2) === 0 ? paid + 8 * DAY + below(20 * DAY) : null;
    const refund = paid !== null && below(5) === 0 ? below(3) : null;
    const payment = paid === null ? 0 : 500 + below(60_000);
    const kind = below(10);
    const promoter = below(30);
    const write = (actual: number, update: number, orderStatus: number, status: number, seen: number) => {
      const service = Math.floor(actual * 0.12);
      const value = {
        errcode: 0,
        commssion_order: {
          order_id,
          sku_id,
          create_time: created,
          update_time: update,
          status,
          order_detail: {
            shop_info: { appid: `wxshop${below(2) ? index % 7 : index % 3}`, shop_name: `小店 ${index % 3}` },
            product_info: {
              product_id: String(10_000_000 + (index % 40)),
              title: `商品 ${index % 40}`,
              actual_payment: actual,
              product_cnt: 1,
            },
            order_info: { order_status: orderStatus, create_time: created, ...(paid ? { pay_time: paid } : {}) },
            commission_info: {
              promotion_channel: kind < 6 ? 1 : kind < 9 ? 0 : 7,
              service_ratio: 120_000,
              service_amount: service - (below(12) === 0 ? 1 : 0),
              ...(below(3) ? { service_total_amount: service, platform_amount: Math.floor(service / 10) } : {}),
              ...(settled && status === 100 ? { profit_sharding_suc_time: settled } : {}),
              ...(kind < 6
                ? {
                    sharer_info: {
                      sharer_appid: `wxpromoter${promoter}`,
                      nickname: promoter === 3 ? '=小鱼' : `推客 ${promoter}`,
                      ratio: 500_000,
                      amount: Math.floor(service / 2),
                    },
                  }
                : { talent_info: { nickname: `达人 ${promoter % 5}`, ratio: 150_000, amount: 30 } }),
            },
          },
        },
      };
      const reading = { key: { order_id, sku_id }, reply: { value, text: JSON.stringify(value) } };
      store.transaction(() => record([reading], seen));
    };
    const seen = created + below(3) * below(40 * DAY) + below(7200);
    // Some are read for the first time when they are refunded already.
    if (refund === null || index % 5 > 0) write(payment, created + 90, paid ? 30 : 250, 20, seen);
    if (refund !== null) {
      const at = paid! + below(70 * DAY);
      const [left, orderStatus, status] = [
        [Math.floor(payment / 3), 30, settled ? 100 : 20],
        [payment, 200, 200],
        [0, 200, 20],
      ][refund] as [number, number, number];
      write(left, at, orderStatus, status, at + 60);
    } else if (settled) write(payment, settled, 100, 100, settled + 60);
  }
  store.run(sql`insert or ignore into sync_cursor (resource, known_as_of) values ('orders', ${NOW})`);
}

/** All rows as the contract shows them; what staff say of them plays no part here. */
export function rowsOf(store: Store, conditions: Sql = sql`1`): OrderRow[] {
  return store.all<OrderRow>(
    sql`select ${{ text: ORDER_COLUMNS.join(', '), values: [] }} from commission_order where ${conditions}`,
  );
}
