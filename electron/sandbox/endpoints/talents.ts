/** Talents (带货者) whose content promoters may spread, and the live notices among it. */
import { DAY, dayOf, HOUR, startOfDay } from '../clock.ts';
import { mix } from '../random.ts';
import { BAD_PROMOTER_PARAMETER, intOf, optionalText, requiredCursor, textOf } from '../wire/body.ts';
import { pageByNumber } from '../wire/cursor.ts';
import { refusal } from '../wire/refusal.ts';
import type { Talent } from '../world/promoters.ts';
import { type Call, type Endpoints, post } from './endpoint.ts';
import { boundPromoter } from './promoters.ts';

const PROMOTER = '/channels/ec/promoter';
/** Days ahead a talent announces its rooms. */
const AHEAD = 5;

interface Notice {
  notice_id: string;
  description: string;
  /** Unix seconds */
  start_time: number;
}

export const talentEndpoints: Endpoints = {
  [`${PROMOTER}/get_bind_talent_list`]: post(({ platform, body, now }) => {
    const size = intOf(body, 'page_size', 1, 10);
    const appid = optionalText(body, 'talent_appid');
    const bound = platform.world.talents.filter(
      (talent) => talent.content && talent.bindTime <= now && (appid === undefined || talent.appid === appid),
    );
    const page = pageByNumber('talents', bound, requiredCursor(body), size);
    return {
      talent_list: page.rows.map((talent) => ({
        talent_appid: talent.appid,
        talent_nickname: talent.nickname,
        talent_head_img: `${platform.baseUrl}/pictures/head/talent-${talent.number}.svg`,
        bind_time: talent.bindTime,
        related_finder_exportname_list: [talent.finderId],
        related_mp_biz_appid_list: [],
      })),
      next_key: page.nextKey,
      has_more: page.hasMore,
    };
  }),

  [`${PROMOTER}/get_live_notice_record_list`]: post((call) => ({
    live_notice_record_list: noticesOf(contentTalent(call), call.now),
  })),

  [`${PROMOTER}/get_live_notice_record_qr_code`]: post((call) => {
    const talent = contentTalent(call);
    const promoter = boundPromoter(call);
    const id = textOf(call.body, 'notice_id', BAD_PROMOTER_PARAMETER);
    if (!noticesOf(talent, call.now).some((notice) => notice.notice_id === id)) throw refusal(10071047);
    return { qrcode_url: `${call.platform.baseUrl}/pictures/qr/${id}_${promoter.number}.png` };
  }),
};

function contentTalent({ platform, body }: Call): Talent {
  const talent = platform.world.talentByAppid.get(textOf(body, 'talent_appid', BAD_PROMOTER_PARAMETER));
  if (talent === undefined) throw refusal(10071030);
  if (!talent.content) throw refusal(10071047);
  return talent;
}

/** Rooms announced for today and the days after it, drawn by talent and day. */
function noticesOf(talent: Talent, now: number): Notice[] {
  const today = dayOf(now);
  return Array.from({ length: AHEAD }, (_, i) => today + i)
    .filter((day) => mix('notice', talent.number, day) % 3 === 0)
    .map((day) => ({ day, start: startOfDay(day) + 19 * HOUR + (mix(talent.number, day) % 4) * (HOUR / 2) }))
    .filter(({ start }) => start > now && start < now + AHEAD * DAY)
    .map(({ day, start }) => ({
      notice_id: `finderlivenotice-${talent.number}-${day}`,
      description: `${talent.nickname} 好物专场`,
      start_time: start,
    }));
}
