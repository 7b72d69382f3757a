import { expect, it } from 'vitest';
import { type Caller, DAY, NOW, type Reply, small } from './caller.ts';

const PROMOTER = '/channels/ec/promoter';
const TALENT_NOTICES = `${PROMOTER}/get_live_notice_record_list`;
const SHOP_NOTICES = `${PROMOTER}/get_shop_live_notice_record_list`;

interface Told {
  notices: Reply[];
  codes: Set<string>;
}

/** Notices of every talent and every Channels account a caller can find, and the codes met on the way. */
async function told(caller: Caller): Promise<Told> {
  const notices: Reply[] = [];
  const codes = new Set<string>();
  const read = (reply: Reply, whose: Reply) => {
    codes.add(reply.errcode);
    const list = reply.live_notice_record_list ?? reply.live_record_list ?? [];
    notices.push(...list.map((notice: Reply) => ({ ...whose, ...notice })));
  };
  const talents = await caller.rows(`${PROMOTER}/get_bind_talent_list`, 'talent_list', { page_size: 10 });
  for (const { talent_appid } of talents) {
    const whose = { talent_appid, shop_appid: null, promoter_id: null };
    read(await caller.call(TALENT_NOTICES, { talent_appid }), whose);
  }
  const shops = await caller.rows(`${PROMOTER}/get_bind_shop_list`, 'shop_list', { page_size: 10 });
  for (const { shop_appid } of shops) {
    const body = { shop_appid, page_size: 10 };
    for (const account of await caller.rows(`${PROMOTER}/get_bind_shop_promoter_list`, 'promoter_list', body)) {
      if (account.promoter_type !== 1) continue;
      const { promoter_id } = account;
      const reply = await caller.call(SHOP_NOTICES, { shop_appid, promoter_id, promoter_type: 1 });
      read(reply, { talent_appid: null, shop_appid, promoter_id });
    }
  }
  return { notices, codes };
}

it('announces rooms of talents and shops, which the books have and which change with time', async () => {
  const caller = await small();
  const first = await told(caller);
  // Some accounts have no content cooperation.
  expect(first.codes).toEqual(new Set(['0', '10071047']));
  expect(first.notices).toEqual(await caller.book('notices'));
  expect(first.notices.some((each) => each.talent_appid !== null)).toBe(true);
  expect(first.notices.some((each) => each.shop_appid !== null)).toBe(true);
  expect(first.notices.every((each) => each.start_time > NOW && each.start_time < NOW + 5 * DAY)).toBe(true);
  expect(new Set(first.notices.map((each) => each.notice_id)).size).toBe(first.notices.length);
  caller.sandbox.clock.advance(2 * DAY);
  const later = await told(caller);
  expect(later.notices).toEqual(await caller.book('notices'));
  expect(await caller.book(`notices?as_of=${NOW}`)).toEqual(first.notices);
  const times = new Map(first.notices.map((each) => [each.notice_id, each.start_time]));
  const fates = later.notices.map((each) =>
    !times.has(each.notice_id) ? 'new' : times.get(each.notice_id) === each.start_time ? 'same' : 'put off',
  );
  expect(new Set(fates)).toEqual(new Set(['new', 'same', 'put off']));
  expect(first.notices.some((each) => !later.notices.some((other) => other.notice_id === each.notice_id))).toBe(true);
});

it('refuses talents and shops without cooperation', async () => {
  const caller = await small({ orders: 20_000 });
  const bound = new Set((await caller.book('talents')).map((row) => row.talent_appid));
  const listed = await caller.rows(`${PROMOTER}/get_bind_talent_list`, 'talent_list', { page_size: 10 });
  expect(listed.map((row) => row.talent_appid)).toEqual([...bound]);
  const other = caller.sandbox.books().find((row) => row.talent_appid !== null && !bound.has(row.talent_appid))!;
  expect(await caller.call(TALENT_NOTICES, { talent_appid: other.talent_appid })).toMatchObject({
    errcode: '10071047',
  });
  const notice = (await caller.book('notices')).find((row) => row.shop_appid !== null)!;
  const body = { shop_appid: notice.shop_appid, promoter_id: notice.promoter_id, promoter_type: 1 };
  expect(await caller.call(SHOP_NOTICES, body)).toMatchObject({ errcode: '0' });
  await caller.door('scenario', { kind: 'end-cooperation', shop_appid: notice.shop_appid });
  expect(await caller.call(SHOP_NOTICES, body)).toMatchObject({ errcode: '10071047' });
});
