/** Talents (带货者) whose content promoters may spread, and the live notices of talents and of shops' own accounts. */
import { BAD_PROMOTER_PARAMETER, intOf, optionalText, requiredCursor, textOf } from '../wire/body.ts';
import { pageByNumber } from '../wire/cursor.ts';
import { refusal } from '../wire/refusal.ts';
import { accountNotices, hasContent, talentNotices } from '../world/notices.ts';
import type { Talent } from '../world/promoters.ts';
import { type Shop, type ShopAccount, shopStatusAt } from '../world/shops.ts';
import type { World } from '../world/world.ts';
import { type Call, type Endpoints, post } from './endpoint.ts';
import { boundPromoter } from './promoters.ts';

const PROMOTER = '/channels/ec/promoter';
/** promoter_type of a shop's Channels account, the only kind that has live rooms. */
const CHANNELS_ACCOUNT = 1;

export const talentEndpoints: Endpoints = {
  [`${PROMOTER}/get_bind_talent_list`]: post(({ platform, body, now }) => {
    const size = intOf(body, 'page_size', 1, 10);
    const appid = optionalText(body, 'talent_appid');
    const bound = boundTalents(platform.world, now).filter((talent) => appid === undefined || talent.appid === appid);
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
    live_notice_record_list: talentNotices(contentTalent(call), call.now),
  })),

  [`${PROMOTER}/get_live_notice_record_qr_code`]: post((call) => {
    const talent = contentTalent(call);
    const promoter = boundPromoter(call);
    const id = textOf(call.body, 'notice_id', BAD_PROMOTER_PARAMETER);
    if (!talentNotices(talent, call.now).some((notice) => notice.notice_id === id)) throw refusal(10071047);
    return { qrcode_url: `${call.platform.baseUrl}/pictures/notice-qr/${id}_${promoter.number}.png` };
  }),

  [`${PROMOTER}/get_shop_live_notice_record_list`]: post((call) => {
    const { shop, account } = contentAccount(call);
    const notices = accountNotices(account, call.now);
    // The page names the list as the talents' one, an SDK by another name: both come.
    return shop.number % 5 === 0 ? { live_record_list: notices } : { live_notice_record_list: notices };
  }),
};

/** Talents with a content cooperation. */
export function boundTalents(world: World, now: number): Talent[] {
  return world.talents.filter((talent) => talent.content && talent.bindTime <= now);
}

/** Channels accounts with a content cooperation, of shops that work with us. */
export function* contentAccounts(world: World, now: number): Generator<{ shop: Shop; account: ShopAccount }> {
  for (const shop of world.shops) {
    if (!shop.related || shopStatusAt(shop, now) !== 2) continue;
    for (const account of shop.accounts) {
      if (account.kind === CHANNELS_ACCOUNT && hasContent(account)) yield { shop, account };
    }
  }
}

function contentTalent({ platform, body, now }: Call): Talent {
  const talent = platform.world.talentByAppid.get(textOf(body, 'talent_appid', BAD_PROMOTER_PARAMETER));
  for (const name of ['mini_program_appid', 'sharer_appid']) optionalText(body, name, BAD_PROMOTER_PARAMETER);
  if (talent === undefined) throw refusal(10071030);
  if (!boundTalents(platform.world, now).includes(talent)) throw refusal(10071047);
  return talent;
}

function contentAccount({ platform, body, now }: Call): { shop: Shop; account: ShopAccount } {
  const shop = platform.world.shopByAppid.get(textOf(body, 'shop_appid', BAD_PROMOTER_PARAMETER));
  const id = textOf(body, 'promoter_id', BAD_PROMOTER_PARAMETER);
  intOf(body, 'promoter_type', CHANNELS_ACCOUNT, CHANNELS_ACCOUNT, BAD_PROMOTER_PARAMETER);
  // A shop that never was ours has no linked account either.
  const account = shop?.accounts.find((each) => each.id === id && each.kind === CHANNELS_ACCOUNT);
  if (account === undefined) throw refusal(10071055);
  const found = [...contentAccounts(platform.world, now)].find((each) => each.account === account);
  if (found === undefined) throw refusal(10071047);
  return found;
}
