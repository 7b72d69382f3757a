import { describe, expect, it } from 'vitest';
import { platformFailure } from '../../../electron/service/platform/failure.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { syncLiveNotices } from '../../../electron/service/sync/live-notices.ts';
import { syncShops } from '../../../electron/service/sync/shops.ts';
import { knownAsOf } from '../../../electron/service/sync/status.ts';
import { NOON, type TestDesk, testDesk } from '../../support/desk-context.ts';
import { resourceWorld } from '../../support/resource-world.ts';
import { runResource } from '../../support/run-resource.ts';

const TALENTS = '/get_bind_talent_list';
const OF_TALENT = '/get_live_notice_record_list';
const OF_SHOP = '/get_shop_live_notice_record_list';

function talents(...ids: string[]) {
  return {
    talent_list: ids.map((talent_appid) => ({ talent_appid, talent_nickname: `名${talent_appid}`, bind_time: 9 })),
    has_more: false,
  };
}

function notices(...ids: string[]) {
  return { live_notice_record_list: ids.map((notice_id) => ({ notice_id, description: '专场', start_time: 100 })) };
}

const failure = (code: number) => platformFailure(code, OF_TALENT, 'refused');
const run = (desk: TestDesk) => runResource(desk, 'live_notices', syncLiveNotices);
const rows = (desk: TestDesk) =>
  desk.store.all(sql`select owner_kind || ' ' || owner_appid || ' ' || account_id as owner, notice_id, not_seen_since
    from live_notice order by owner_kind, owner_appid, account_id, notice_id`);

function addShop(desk: TestDesk, shop: string, status: number, ...accounts: { id: string; type: number }[]) {
  desk.store.run(sql`insert into shop (shop_appid, status, status_seen_at, first_seen_at, last_read_at, raw)
    values (${shop}, ${status}, 1, 1, 1, '')`);
  for (const { id, type } of accounts)
    desk.store.run(
      sql`insert into shop_account (shop_appid, account_id, name, type) values (${shop}, ${id}, '', ${type})`,
    );
}

describe('live notices of the stand-in', () => {
  it('arrive for talents and shops, and change nothing when read twice', async () => {
    const world = await resourceWorld({ orders: 100 });
    await world.run('shops', syncShops);
    const first = await world.run('live_notices', syncLiveNotices);
    const count = (table: string) => world.store.value<number>({ text: `select count(*) from ${table}`, values: [] });
    expect(count('talent')).toBeGreaterThan(10);
    expect(count(`live_notice where owner_kind = 'talent'`)).toBeGreaterThan(5);
    expect(count(`live_notice where owner_kind = 'shop' and account_id <> ''`)).toBeGreaterThan(5);
    expect(count(`live_notice where start_at is null or not_seen_since is not null`)).toBe(0);
    expect(first).toMatchObject({ changed: 0, unchanged: 0, known_as_of: 1_795_000_000 });
    const second = await world.run('live_notices', syncLiveNotices);
    expect(second).toMatchObject({ read: first.read, inserted: 0, changed: 0, unchanged: first.read });
  });
});

describe('syncLiveNotices', () => {
  it('asks for each talent and for the Channels accounts of the shops that cooperate', async () => {
    const desk = await testDesk();
    addShop(desk, 'wxs1', 2, { id: 'v2a@finder', type: 1 }, { id: 'wxmp', type: 4 });
    addShop(desk, 'wxs2', 5, { id: 'v2b@finder', type: 1 });
    desk.script.on(TALENTS, talents('wxt'));
    desk.script.on(OF_TALENT, notices('n1'));
    desk.script.on(OF_SHOP, notices('n1', 'n2'));
    expect(await run(desk)).toMatchObject({ read: 4, inserted: 4 });
    expect(rows(desk)).toEqual([
      { owner: 'shop wxs1 v2a@finder', notice_id: 'n1', not_seen_since: null },
      { owner: 'shop wxs1 v2a@finder', notice_id: 'n2', not_seen_since: null },
      { owner: 'talent wxt ', notice_id: 'n1', not_seen_since: null },
    ]);
    const asked = desk.script.calls.filter((call) => call.endpoint.endsWith(OF_SHOP));
    expect(asked.map((call) => call.body)).toEqual([
      { shop_appid: 'wxs1', promoter_id: 'v2a@finder', promoter_type: 1 },
    ]);
    expect(knownAsOf(desk.store).live_notices).toBe(NOON);
  });

  it('marks what an owner no longer names, and takes the mark away when it is back', async () => {
    const desk = await testDesk();
    desk.script.on(TALENTS, talents('wxt'));
    desk.script.on(OF_TALENT, notices('n1', 'n2'), notices('n2'), notices('n1', 'n2'));
    await run(desk);
    // Within the same second: what the answer names decides, not the clock.
    await run(desk);
    expect(rows(desk)).toMatchObject([{ not_seen_since: NOON }, { not_seen_since: null }]);
    desk.time += 60;
    expect(await run(desk)).toMatchObject({ changed: 1, unchanged: 2 });
    expect(rows(desk)).toMatchObject([{ not_seen_since: null }, { not_seen_since: null }]);
  });

  it('believes that a talent is gone only when the list says so twice', async () => {
    const desk = await testDesk();
    desk.script.on(OF_TALENT, notices());
    const gone = () =>
      desk.store.all<{ talent_appid: string }>(sql`select talent_appid from talent where not_seen_since is not null`);
    desk.script.on(TALENTS, talents('wxa', 'wxb'));
    await run(desk);
    desk.time += 60;
    desk.script.on(TALENTS, talents('wxa'), talents('wxa', 'wxb'));
    await run(desk);
    expect(gone()).toEqual([]);
    desk.time += 60;
    desk.script.on(TALENTS, talents('wxa'));
    desk.script.calls.length = 0;
    await run(desk);
    expect(gone()).toEqual([{ talent_appid: 'wxb' }]);
    expect(desk.script.calls.filter((call) => call.endpoint.endsWith(OF_TALENT))).toHaveLength(1);
  });

  it.each([
    [10071047, 0],
    [10071030, 1],
    [10071055, 1],
  ])('leaves an owner as it was on %d and goes on', async (code, counted) => {
    const desk = await testDesk();
    desk.script.on(TALENTS, talents('wxa', 'wxb'));
    desk.script.on(OF_TALENT, notices('n1'));
    await run(desk);
    desk.script.on(OF_TALENT, ({ talent_appid }) => {
      if (talent_appid === 'wxa') throw failure(code);
      return notices();
    });
    expect(await run(desk)).toMatchObject({ quarantined: counted, known_as_of: NOON });
    expect(rows(desk)).toMatchObject([{ not_seen_since: null }, { not_seen_since: NOON }]);
  });

  it.each([10071049, 48001])('ends on %d, which no owner would be spared', async (code) => {
    const desk = await testDesk();
    desk.script.on(TALENTS, talents('wxa', 'wxb'));
    desk.script.on(OF_TALENT, failure(code));
    await expect(run(desk)).rejects.toMatchObject({ code: `platform.${code}` });
    expect(knownAsOf(desk.store).live_notices).toBeNull();
  });
});
