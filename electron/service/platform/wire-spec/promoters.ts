import { SPLIT_PAYER } from '../../../../shared/status.ts';
import { bool, code, list, number, object, reply, text, type WireSpec } from './spec.ts';

const PROMOTER = '/channels/ec/promoter';

export const promoterSpec: WireSpec = {
  // No has_more here: the list ends with its cursor.
  [`${PROMOTER}/get_bind_sharer_list`]: reply({
    sharer_info_list: list(
      object({
        sharer_appid: text,
        nickname: text,
        'head_img_url?': text,
        bind_time: number,
        commission_type: code(...Object.values(SPLIT_PAYER)),
        commission_ratio: number,
      }),
    ),
    'next_key?': text,
  }),
  [`${PROMOTER}/set_sharer_commission_info`]: reply({}),
  [`${PROMOTER}/set_sharer_product_commission_info`]: reply({}),
  [`${PROMOTER}/get_sharer_product_commission_info`]: reply({ is_set: bool, 'commission_ratio?': number }),
};
