import { COMMISSION_STATUS, ORDER_STATUS } from '../../../../shared/status.ts';
import { bool, code, id, list, number, object, reply, text, type WireSpec } from './spec.ts';

const HEADSUPPLIER = '/channels/ec/league/headsupplier';

const keys = { list: list(object({ order_id: id, sku_id: id })), 'next_key?': text, has_more: bool };

/** Ratio in ppm, amount in fen. */
const share = { nickname: text, ratio: number, amount: number, 'head_img_url?': text };
const agency = object({ appid: text, ...share, 'profit_sharding_suc_time?': number });

const commissionInfo = object({
  service_ratio: number,
  service_amount: number,
  'service_total_amount?': number,
  'platform_amount?': number,
  // Its codes are not documented.
  'platform_commission_status?': number,
  'profit_sharding_suc_time?': number,
  // 0 a talent's sale, 1 a promoter's.
  'promotion_channel?': code(0, 1),
  'promotion_info?': object({
    // 0 none, 3 private domain, 4 a talent's content, 6 the shop's own content.
    'channel_type?': code(0, 3, 4, 6),
    'finder_info?': object({ 'finder_id?': text, 'nickname?': text, 'openfinderid?': text }),
    'talent_info?': object({ 'talent_appid?': text, 'nickname?': text, 'opentalentid?': text }),
    'mp_info?': object({ 'appid?': text, 'nickname?': text }),
    'custom_token?': text,
  }),
  'finder_info?': object({ ...share, 'openfinderid?': text }),
  'talent_info?': object({ talent_appid: text, ...share, 'opentalentid?': text }),
  'sharer_info?': object({ sharer_appid: text, ...share, 'opensharerid?': text }),
  'sub_agency_info?': agency,
  'promoter_agency_info?': agency,
  'head_agency_info?': agency,
});

const commissionOrder = object({
  order_id: id,
  sku_id: id,
  create_time: number,
  update_time: number,
  status: code(...Object.values(COMMISSION_STATUS)),
  order_detail: object({
    shop_info: object({ appid: text, 'shop_name?': text }),
    product_info: object({
      product_id: id,
      title: text,
      actual_payment: number,
      'thumb_img?': text,
      'product_cnt?': number,
    }),
    order_info: object({
      order_status: code(...Object.values(ORDER_STATUS)),
      // The old page's name of the same.
      'status?': code(...Object.values(ORDER_STATUS)),
      'create_time?': number,
      'update_time?': number,
      'pay_time?': number,
    }),
    'buyer_info?': object({ 'open_id?': text, 'union_id?': text }),
    commission_info: commissionInfo,
  }),
});

const clue = object({
  order_id: id,
  sku_id: id,
  // Neither its codes nor those of the order's status below are documented for clues.
  status: number,
  create_time: number,
  update_time: number,
  clue_detail: object({
    shop_info: object({ appid: text }),
    product_info: object({ product_id: id, title: text, actual_payment: number, 'thumb_img?': text }),
    order_info: object({ status: number }),
    'sharer_info?': object({ sharer_appid: text, 'nickname?': text, 'opensharerid?': text }),
    'buyer_info?': object({ 'open_id?': text, 'union_id?': text }),
  }),
});

export const orderSpec: WireSpec = {
  [`${HEADSUPPLIER}/order/list/get`]: reply(keys),
  [`${HEADSUPPLIER}/order/get`]: reply({ commssion_order: commissionOrder }),
  [`${HEADSUPPLIER}/clue/list/get`]: reply(keys),
  [`${HEADSUPPLIER}/clue/get`]: reply({ commssion_clue: clue }),
};
