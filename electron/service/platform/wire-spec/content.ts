import { bool, id, list, number, object, reply, text, type WireSpec } from './spec.ts';

const PROMOTER = '/channels/ec/promoter';

const notices = list(object({ notice_id: id, 'description?': text, start_time: number }));

export const contentSpec: WireSpec = {
  [`${PROMOTER}/get_bind_talent_list`]: reply({
    talent_list: list(
      object({
        talent_appid: text,
        talent_nickname: text,
        'talent_head_img?': text,
        bind_time: number,
        'related_finder_exportname_list?': list(text),
        'related_mp_biz_appid_list?': list(text),
      }),
    ),
    'next_key?': text,
    has_more: bool,
  }),
  // The list's name differs from source to source; both are read, so neither is missed.
  [`${PROMOTER}/get_live_notice_record_list`]: reply({
    'live_notice_record_list?': notices,
    'live_record_list?': notices,
  }),
  [`${PROMOTER}/get_shop_live_notice_record_list`]: reply({
    'live_notice_record_list?': notices,
    'live_record_list?': notices,
  }),
};
