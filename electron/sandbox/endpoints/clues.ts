/** Clue orders: sales of a shop's own goods that pay the institution nothing. */
import type { CluePurchase } from '../orders/clue.ts';
import { idOf, intOf, optionalRange, optionalText } from '../wire/body.ts';
import { readCursor, writeCursor } from '../wire/cursor.ts';
import { bare } from '../wire/json-text.ts';
import { refusal } from '../wire/refusal.ts';
import { type Endpoints, post } from './endpoint.ts';

const CLUE = '/channels/ec/league/headsupplier/clue';
const PAGE_MAX = 100;

export const clueEndpoints: Endpoints = {
  [`${CLUE}/list/get`]: post(({ book, body, now }) => {
    const size = intOf(body, 'page_size', 1, PAGE_MAX);
    const range = optionalRange(body, 'create_time_range') ?? { start: 0, end: now };
    const shop = optionalText(body, 'appid');
    const person = optionalText(body, 'sharer_appid');
    const cursor = optionalText(body, 'next_key');
    // Clues only ever come in at the end of the list, so the place in it names a row for good.
    let i = cursor === undefined ? 0 : Number(readCursor('clues', cursor)[0]);
    const rows: CluePurchase[] = [];
    for (; i < book.clues.length && rows.length < size; i++) {
      const clue = book.clues[i] as CluePurchase;
      if (clue.createTime > Math.min(range.end, now)) break;
      if (clue.createTime < range.start) continue;
      if (shop !== undefined && clue.product.shop.appid !== shop) continue;
      if (person === undefined || clue.promoter.appid === person) rows.push(clue);
    }
    const following = book.clues[i];
    const hasMore = rows.length === size && following !== undefined && following.createTime <= Math.min(range.end, now);
    return {
      list: rows.map((clue) => ({ order_id: clue.orderId, sku_id: bare(clue.sku.id) })),
      next_key: hasMore ? writeCursor('clues', [i]) : '',
      has_more: hasMore,
    };
  }),

  [`${CLUE}/get`]: post(({ platform, book, body, now }) => {
    const orderId = idOf(body, 'order_id');
    const skuId = idOf(body, 'sku_id');
    const clue = book.clues.find((each) => each.orderId === orderId && each.sku.id === skuId);
    if (clue === undefined || clue.createTime > now) throw refusal(10024006);
    const { product, promoter } = clue;
    return {
      // Misspelt by the platform like the commission order's key.
      commssion_clue: {
        order_id: clue.orderId,
        sku_id: bare(skuId),
        status: 20,
        create_time: clue.createTime,
        update_time: clue.createTime,
        clue_detail: {
          shop_info: { appid: product.shop.appid },
          product_info: {
            product_id: bare(product.id),
            thumb_img: `${platform.baseUrl}/pictures/product/${product.id}-0.svg`,
            title: product.title,
            actual_payment: clue.payment,
          },
          order_info: { status: 20 },
          sharer_info: {
            sharer_appid: promoter.appid,
            nickname: promoter.nickname,
            opensharerid: promoter.opensharerid,
          },
          buyer_info: { open_id: `o${clue.orderId}`, union_id: '' },
        },
      },
    };
  }),
};
