import { describe, expect, it } from 'vitest';
import {
  readShopNotices,
  readTalentNotices,
  type TalentEntry,
  talentPages,
} from '../../../electron/service/platform/endpoints/talents.ts';
import { standIn } from '../../support/stand-in.ts';

describe('talents', () => {
  it('come ten a page, each with its words as they came', async () => {
    const platform = standIn(() => 0);
    const talent = { talent_appid: 'wxt', talent_nickname: 'z1', bind_time: 5, related_finder_exportname_list: ['v2'] };
    platform.on(
      'get_bind_talent_list',
      { talent_list: [talent, {}], next_key: 'a', has_more: true },
      { talent_list: { talent_appid: 'wxu', bind_time: 0 }, next_key: 'b', has_more: false },
    );
    const found: TalentEntry[] = [];
    for await (const page of talentPages(platform)) found.push(...page);
    expect(found).toEqual([
      { talent_appid: 'wxt', name: 'z1', avatar_url: null, bound_at: 5, raw: JSON.stringify(talent) },
      { talent_appid: 'wxu', name: '', avatar_url: null, bound_at: null, raw: expect.any(String) },
    ]);
    expect(platform.calls.map((call) => call.body)).toEqual([
      { page_size: 10, next_key: '' },
      { page_size: 10, next_key: 'a' },
    ]);
  });
});

describe('live notices', () => {
  const notice = { notice_id: 'n1', description: '好物专场', start_time: 1_795_000_000 };
  const read = [{ notice_id: 'n1', description: '好物专场', start_at: 1_795_000_000, raw: JSON.stringify(notice) }];

  it('of a talent are asked for by the talent alone', async () => {
    const platform = standIn(() => 0);
    platform.on('/get_live_notice_record_list', { live_notice_record_list: [notice] });
    expect(await readTalentNotices(platform, 'wxt')).toEqual(read);
    expect(platform.calls[0]?.body).toEqual({ talent_appid: 'wxt' });
  });

  it.each(['live_notice_record_list', 'live_record_list'])('of a shop account are read from %s', async (name) => {
    const platform = standIn(() => 0);
    platform.on('get_shop_live_notice_record_list', { [name]: [notice] });
    expect(await readShopNotices(platform, { shop_appid: 'wxs', account_id: 'v2@finder' })).toEqual(read);
    expect(platform.calls[0]?.body).toEqual({ shop_appid: 'wxs', promoter_id: 'v2@finder', promoter_type: 1 });
  });

  it('are none when the answer names none', async () => {
    const platform = standIn(() => 0);
    platform.on('/get_live_notice_record_list', {});
    expect(await readTalentNotices(platform, 'wxt')).toEqual([]);
  });
});
