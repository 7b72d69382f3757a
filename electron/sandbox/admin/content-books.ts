/** Books of the content promoters may spread: talents and live notices, at the clock's time or an earlier one. */
import { boundTalents, contentAccounts } from '../endpoints/talents.ts';
import type { Platform } from '../platform.ts';
import { accountNotices, talentNotices } from '../world/notices.ts';

type Row = Record<string, unknown>;

export function* talentBooks(platform: Platform, asOf?: number): Generator<Row> {
  for (const talent of boundTalents(platform.world, instantOf(platform, asOf))) {
    yield {
      talent_appid: talent.appid,
      talent_nickname: talent.nickname,
      bind_time: talent.bindTime,
      related_finder_exportname_list: [talent.finderId],
      related_mp_biz_appid_list: [],
    };
  }
}

/** Notices of talents, then of shops' accounts; whose they are is null where it does not apply. */
export function* noticeBooks(platform: Platform, asOf?: number): Generator<Row> {
  const unix = instantOf(platform, asOf);
  const { world } = platform;
  for (const talent of boundTalents(world, unix)) {
    const whose = { talent_appid: talent.appid, shop_appid: null, promoter_id: null };
    for (const notice of talentNotices(talent, unix)) yield { ...whose, ...notice };
  }
  for (const { shop, account } of contentAccounts(world, unix)) {
    const whose = { talent_appid: null, shop_appid: shop.appid, promoter_id: account.id };
    for (const notice of accountNotices(account, unix)) yield { ...whose, ...notice };
  }
}

function instantOf(platform: Platform, asOf: number | undefined): number {
  const { now } = platform.current();
  return Math.min(asOf ?? now, now);
}
