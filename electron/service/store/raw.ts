import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Raw replies are kept packed. Codec 1 is raw deflate with the dictionary below: a reply is a kilobyte of mostly
 * the same keys, and with them in the dictionary it shrinks to about a quarter. A dictionary can never be changed;
 * a better one gets the next number.
 */
export const RAW_CODEC = 1;

const DICTIONARY_1 = Buffer.from(
  [
    '"finder_info":{"nickname":"","ratio":150000,"amount":301,"openfinderid":"","head_img_url":"https://wx.qlogo.cn/"},',
    '"sub_agency_info":{"appid":"wx","nickname":"帮卖机构","ratio":60000,"amount":0,"profit_sharding_suc_time":17},',
    '"platform_commission_status":0,"head_agency_info":{"appid":"wx"},"mp_info":{"appid":"wx","nickname":""},"custom_token":""',
    '{"errcode":0,"errmsg":"ok","commssion_order":{"order_id":"372","sku_id":"3","create_time":179,"update_time":179,"status":100,',
    '"order_detail":{"shop_info":{"appid":"wx","shop_name":"官方旗舰店"},"product_info":{"product_id":"100001","thumb_img":"https://',
    'store.mp.video.tencent-cloud.com/","title":"","actual_payment":0,"product_cnt":1},"order_info":{"order_status":100,"create_time":179,',
    '"pay_time":179,"update_time":179},"buyer_info":{"open_id":"o","union_id":""},"commission_info":{"promotion_channel":1,',
    '"service_ratio":120000,"service_amount":0,"service_total_amount":0,"platform_amount":0,"profit_sharding_suc_time":179,',
    '"talent_info":{"talent_appid":"wx","nickname":"","ratio":150000,"amount":0,"opentalentid":""},"sharer_info":{"sharer_appid":"wx',
    '","nickname":"","ratio":500000,"amount":0,"opensharerid":""},"promotion_info":{"channel_type":3},"promoter_agency_info":{"appid":"wx',
    '","nickname":"","ratio":120000,"amount":0,"profit_sharding_suc_time":179}}}}}',
  ].join(''),
);

/** Dictionary and a usual reply fit a window of 4 KiB; preparing the full 32 KiB for each row would cost more than packing. */
const PACKING = { level: 1, windowBits: 12, memLevel: 4, dictionary: DICTIONARY_1 };

export function packRaw(text: string): Uint8Array {
  return deflateRawSync(text, PACKING);
}

export function unpackRaw(codec: number, packed: Uint8Array): string {
  if (codec !== RAW_CODEC) throw new RangeError(`unknown codec of a raw reply: ${codec}`);
  return inflateRawSync(packed, { dictionary: DICTIONARY_1 }).toString('utf8');
}
