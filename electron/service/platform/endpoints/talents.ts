import { z } from 'zod';
import type { Unix } from '../../../../shared/time.ts';
import type { Platform } from '../platform.ts';
import { instant, label, list, text, wire } from '../wire.ts';
import { moreOf, pages } from './paged.ts';

/** 带货者 bound to the institution. */
export interface TalentEntry {
  talent_appid: string;
  name: string;
  avatar_url: string | null;
  bound_at: Unix | null;
  raw: string;
}

/** 直播预约: a live room announced for later. */
export interface NoticeEntry {
  notice_id: string;
  description: string;
  start_at: Unix | null;
  raw: string;
}

const PROMOTER = '/channels/ec/promoter';

const talentList = wire({ talent_list: list(z.unknown()), next_key: text });
const talent = wire({ talent_appid: text, talent_nickname: label, talent_head_img: text, bind_time: instant });

// The shop's list is also seen under the other name.
const noticeLists = wire({ live_notice_record_list: list(z.unknown()), live_record_list: list(z.unknown()) });
const notice = wire({ notice_id: text, description: label, start_time: instant });

/** All bound talents. Page maximum 10; the first cursor is ''. */
export function talentPages(platform: Platform, signal?: AbortSignal): AsyncGenerator<TalentEntry[]> {
  return pages(
    platform,
    `${PROMOTER}/get_bind_talent_list`,
    { page_size: 10 },
    '',
    ({ value }) => {
      const { talent_list, next_key } = talentList.parse(value);
      return { items: talent_list.flatMap(readTalent), nextKey: next_key, more: moreOf(value) };
    },
    signal,
  );
}

function readTalent(item: unknown): TalentEntry[] {
  const { talent_appid, talent_nickname, talent_head_img, bind_time } = talent.parse(item);
  if (!talent_appid) return [];
  return [
    {
      talent_appid,
      name: talent_nickname ?? '',
      avatar_url: talent_head_img,
      bound_at: bind_time,
      raw: JSON.stringify(item),
    },
  ];
}

/** Announced live rooms of one talent; not paged. Throws platform.10071047 without a content cooperation. */
export function readTalentNotices(
  platform: Platform,
  talentAppid: string,
  signal?: AbortSignal,
): Promise<NoticeEntry[]> {
  return readNotices(platform, 'get_live_notice_record_list', { talent_appid: talentAppid }, signal);
}

/** Live rooms belong to Channels accounts, of the three kinds of account a shop may have connected. */
export const LIVE_ACCOUNT_TYPE = 1;

/**
 * Announced live rooms of a Channels account connected to a shop; not paged. The platform calls the account's id
 * promoter_id. Throws platform.10071055 for an account that is not the shop's.
 */
export function readShopNotices(
  platform: Platform,
  account: { shop_appid: string; account_id: string },
  signal?: AbortSignal,
): Promise<NoticeEntry[]> {
  return readNotices(
    platform,
    'get_shop_live_notice_record_list',
    { shop_appid: account.shop_appid, promoter_id: account.account_id, promoter_type: LIVE_ACCOUNT_TYPE },
    signal,
  );
}

async function readNotices(
  platform: Platform,
  call: string,
  body: Record<string, unknown>,
  signal?: AbortSignal,
): Promise<NoticeEntry[]> {
  const reply = await platform.call(`${PROMOTER}/${call}`, body, signal);
  const { live_notice_record_list, live_record_list } = noticeLists.parse(reply.value);
  return [...live_notice_record_list, ...live_record_list].flatMap((item) => {
    const { notice_id, description, start_time } = notice.parse(item);
    return notice_id
      ? [{ notice_id, description: description ?? '', start_at: start_time, raw: JSON.stringify(item) }]
      : [];
  });
}
