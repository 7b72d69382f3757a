import { PARTNERSHIP_STATUS } from '../../../../shared/status.ts';
import { bool, code, list, number, object, reply, text, type WireSpec } from './spec.ts';

const HEADSUPPLIER = '/channels/ec/league/headsupplier';

const baseInfo = object({ appid: text, nickname: text, 'headimg_url?': text });
const status = code(...Object.values(PARTNERSHIP_STATUS));

export const shopSpec: WireSpec = {
  [`${HEADSUPPLIER}/shop/list/get`]: reply({
    shop_list: list(object({ base_info: baseInfo, status })),
    'next_key?': text,
    has_more: bool,
  }),
  [`${HEADSUPPLIER}/shop/get`]: reply({
    shop_detail: object({
      base_info: baseInfo,
      status,
      // No cooperation has begun while the invitation is open.
      'approved_time?': number,
      'data_info?': object({
        gmv: number,
        product_number: number,
        product_number_today: number,
        product_number_sold_today: number,
        settle_amount: number,
        unsettle_amount: number,
      }),
    }),
  }),
  '/channels/ec/promoter/get_bind_shop_promoter_list': reply({
    promoter_list: list(
      object({
        promoter_id: text,
        promoter_name: text,
        'avatar_image_url?': text,
        // 1 Channels account, 4 official account, 5 service account.
        promoter_type: code(1, 4, 5),
      }),
    ),
    'next_key?': text,
    has_more: bool,
  }),
};
