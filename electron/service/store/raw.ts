import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Raw replies are kept packed. Codec 1 is raw deflate with the dictionary below: a reply is a kilobyte of mostly
 * the same keys, and with them in the dictionary it shrinks to about a quarter. A dictionary can never be changed;
 * a better one gets the next number.
 */
export const RAW_CODEC = 1;

const DICTIONARY_1 = Buffer.from(
  [
    '{"errcode":0,"errmsg":"ok","commssion_order":{"order_id":"37","sku_id":"3","create_time":17,"update_time":17,"status":',
    '"order_detail":{"shop_info":{"appid":"wx","shop_name":"旗舰店"},"product_info":{"product_id":"100001","thumb_img":"https://',
    'store.mp.video.tencent-cloud.com/","title":"","actual_payment":,"product_cnt":1},"order_info":{"order_status":100,"create_time":',
    '17,"pay_time":17,"update_time":17},"buyer_info":{"open_id":"o","union_id":""},"commission_info":{"promotion_channel":1,',
    '"service_ratio":100000,"service_amount":0,"service_total_amount":0,"platform_amount":0,"platform_commission_status":',
    '"profit_sharding_suc_time":17,"finder_info":{"nickname":"","ratio":,"amount":,"openfinderid":"","head_img_url":""},',
    '"talent_info":{"talent_appid":"wx","nickname":"","ratio":100000,"amount":,"opentalentid":""},"sharer_info":{"sharer_appid":"wx',
    '","nickname":"","ratio":,"amount":,"opensharerid":""},"promotion_info":{"channel_type":3,"mp_info":{"appid":"wx","nickname":""}},',
    '"sub_agency_info":{"appid":"wx","nickname":"","ratio":,"amount":,"profit_sharding_suc_time":},"promoter_agency_info":{"appid":"wx',
    '","nickname":"","ratio":,"amount":,"profit_sharding_suc_time":17}}}}}',
  ].join(''),
);

export function packRaw(text: string): Uint8Array {
  return deflateRawSync(text, { level: 1, dictionary: DICTIONARY_1 });
}

export function unpackRaw(codec: number, packed: Uint8Array): string {
  if (codec !== RAW_CODEC) throw new RangeError(`unknown codec of a raw reply: ${codec}`);
  return inflateRawSync(packed, { dictionary: DICTIONARY_1 }).toString('utf8');
}
