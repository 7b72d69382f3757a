import { describe, expect, it } from 'vitest';
import { getPromoter } from '../../../electron/service/promoter/get.ts';
import { listPromoters } from '../../../electron/service/promoter/list.ts';
import { markPromotersNotSeen, recordPromoters } from '../../../electron/service/promoter/record.ts';
import { setPromoterSplitRoute } from '../../../electron/service/promoter/set-split.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { type RouteParsed, routes } from '../../../shared/contract/routes.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { addPromoters, promoterEntry } from '../../support/shelf-rows.ts';

const ask = (input: object): RouteParsed<'promoter.list'> => routes['promoter.list'].input.parse(input);

function addOrder(
  desk: TestDesk,
  order: string,
  promoter: string,
  createdAt: number,
  paid: number,
  share: number,
): void {
  const sku = desk.store.value<number>(sql`select count(*) from commission_order`) ?? 0;
  desk.store.run(sql`insert into commission_order (order_id, sku_id, channel, promoter_appid, promoter_amount_fen, actual_payment_fen,
      created_at, versions, first_seen_at, last_read_at, state_hash)
    values (${order}, ${String(sku)}, 'promoter', ${promoter}, ${share}, ${paid}, ${createdAt}, 1, 1, 1, x'00')`);
}

describe('promoters in the books', () => {
  it('keep name, payer and share since when, and nothing for a filler', async () => {
    const desk = await testDesk();
    const { store } = desk;
    expect(recordPromoters(store, [promoterEntry('wxa')], 100)).toEqual(['inserted']);
    expect(recordPromoters(store, [promoterEntry('wxa')], 200)).toEqual(['unchanged']);
    expect(recordPromoters(store, [promoterEntry('wxa', { ratio_ppm: 600_000 })], 300)).toEqual(['changed']);
    expect(recordPromoters(store, [promoterEntry('wxa', { payer: 1, ratio_ppm: 1 })], 400)).toEqual(['changed']);
    expect(recordPromoters(store, [promoterEntry('wxa', { payer: 1, ratio_ppm: 0 })], 500)).toEqual(['unchanged']);
    expect(recordPromoters(store, [promoterEntry('wxa', { payer: 1, name: '阿青' })], 600)).toEqual(['changed']);
    expect(getPromoter(desk, { promoter_appid: 'wxa' }).history).toEqual([
      { seen_at: 600, name: '阿青', payer: 1, ratio_ppm: null },
      { seen_at: 400, name: '推客 wxa', payer: 1, ratio_ppm: null },
      { seen_at: 300, name: '推客 wxa', payer: 0, ratio_ppm: 600_000 },
      { seen_at: 100, name: '推客 wxa', payer: 0, ratio_ppm: 500_000 },
    ]);
    recordPromoters(store, [promoterEntry('wxb')], 600);
    expect(markPromotersNotSeen(store, 601)).toBe(2);
    expect(recordPromoters(store, [promoterEntry('wxb')], 700)).toEqual(['changed']);
    expect(store.all(sql`select promoter_appid, not_seen_since from promoter`)).toEqual([
      { promoter_appid: 'wxa', not_seen_since: 601 },
      { promoter_appid: 'wxb', not_seen_since: null },
    ]);
  });
});

describe('the list of promoters', () => {
  it('adds up the last 30 days and orders by it, with ties and absent values', async () => {
    const desk = await testDesk();
    addPromoters(
      desk,
      ...Array.from({ length: 12 }, (_, n) =>
        promoterEntry(`wx${String(n).padStart(2, '0')}`, { bound_at: n % 4 === 0 ? null : 1_000 + (n % 3) }),
      ),
    );
    const edge = desk.time - 30 * DAY_SECONDS;
    addOrder(desk, 'A', 'wx03', edge, 1000, 50);
    addOrder(desk, 'A', 'wx03', edge + 5, 500, 25);
    addOrder(desk, 'B', 'wx05', edge - 1, 9_999, 99);
    addOrder(desk, 'C', 'wx07', desk.time, 1500, 10);
    const { rows, total } = listPromoters(desk, ask({}));
    expect(total).toBe(12);
    expect(rows[0]).toMatchObject({ promoter_appid: 'wx07', orders_30d: 1, actual_payment_30d_fen: 1500 });
    expect(rows[1]).toMatchObject({
      promoter_appid: 'wx03',
      orders_30d: 1,
      actual_payment_30d_fen: 1500,
      promoter_amount_30d_fen: 75,
      last_order_at: edge + 5,
    });
    expect(rows.find((row) => row.promoter_appid === 'wx05')).toMatchObject({
      orders_30d: 0,
      actual_payment_30d_fen: 0,
      last_order_at: edge - 1,
    });
    for (const sort of ['name', 'bound_at', 'orders_30d', 'actual_payment_30d', 'last_order_at'])
      for (const direction of ['asc', 'desc']) {
        const whole = listPromoters(desk, ask({ sort, direction })).rows.map((row) => row.promoter_appid);
        const paged: string[] = [];
        let cursor: string | undefined;
        do {
          const page = listPromoters(desk, ask({ sort, direction, limit: 5, ...(cursor ? { cursor } : {}) }));
          paged.push(...page.rows.map((row) => row.promoter_appid));
          cursor = page.next_cursor ?? undefined;
        } while (cursor);
        expect(paged).toEqual(whole);
        expect(new Set(whole).size).toBe(12);
      }
  });

  it('filters by payer and words', async () => {
    const desk = await testDesk();
    addPromoters(desk, promoterEntry('wxa', { name: '阿青' }), promoterEntry('wxb', { payer: 1 }));
    expect(listPromoters(desk, ask({ payer: 1 })).rows.map((row) => row.promoter_appid)).toEqual(['wxb']);
    expect(listPromoters(desk, ask({ search: '青' })).total).toBe(1);
    expect(() => getPromoter(desk, { promoter_appid: 'wxz' })).toThrow(
      expect.objectContaining({ code: 'promoter.unknown' }),
    );
  });
});

describe("a promoter's own split", () => {
  const SET = 'set_sharer_commission_info';
  const LIST = 'get_bind_sharer_list';
  const answer = (ratio: number) => ({
    errcode: '0',
    sharer_info_list: [{ sharer_appid: 'wxa', nickname: '阿青', commission_type: 0, commission_ratio: ratio }],
    next_key: '',
  });

  it('is set at the platform and read back where the platform pays', async () => {
    const desk = await testDesk();
    addPromoters(desk, promoterEntry('wxa'));
    desk.script.on(SET, { errcode: 0 });
    desk.script.on(LIST, answer(700_000));
    expect(await setPromoterSplitRoute(desk, { promoter_appid: 'wxa', ratio_ppm: 700_000 })).toEqual({
      ratio_ppm: 700_000,
      where: 'platform',
    });
    expect(desk.script.calls[0]?.body).toEqual({ sharer_appid: 'wxa', commission_type: 0, commission_ratio: 700_000 });
    expect(getPromoter(desk, { promoter_appid: 'wxa' })).toMatchObject({ ratio_ppm: 700_000, rule_ratio_ppm: null });
    expect(desk.store.all(sql`select action, staff from audit_log`)).toEqual([
      { action: 'promoter.set_split', staff: '小林' },
    ]);
  });

  it('says so when the platform shows another one', async () => {
    const desk = await testDesk();
    addPromoters(desk, promoterEntry('wxa'));
    desk.script.on(SET, { errcode: 0 });
    desk.script.on(LIST, answer(500_000));
    await expect(setPromoterSplitRoute(desk, { promoter_appid: 'wxa', ratio_ppm: 700_000 })).rejects.toMatchObject({
      code: 'listing.split_unverified',
    });
    expect(getPromoter(desk, { promoter_appid: 'wxa' }).ratio_ppm).toBe(500_000);
  });

  it('is our own rule from today in UTC+8 where the institution pays, and asks the platform nothing', async () => {
    const desk = await testDesk();
    addPromoters(desk, promoterEntry('wxa', { payer: 1 }));
    // 00:30 of the 21st in UTC+8, still the 20th in UTC.
    desk.time = Date.UTC(2026, 10, 20, 16, 30) / 1000;
    for (const ratio of [300_000, 400_000, 400_000])
      expect(await setPromoterSplitRoute(desk, { promoter_appid: 'wxa', ratio_ppm: ratio })).toEqual({
        ratio_ppm: ratio,
        where: 'local',
      });
    expect(desk.script.calls).toEqual([]);
    expect(
      desk.store.all(sql`select promoter_appid, product_id, ratio_ppm, from_day from split_rule order by rule_id`),
    ).toEqual([
      { promoter_appid: 'wxa', product_id: null, ratio_ppm: 300_000, from_day: '2026-11-21' },
      { promoter_appid: 'wxa', product_id: null, ratio_ppm: 400_000, from_day: '2026-11-21' },
    ]);
    expect(getPromoter(desk, { promoter_appid: 'wxa' })).toMatchObject({ ratio_ppm: null, rule_ratio_ppm: 400_000 });
  });

  it('needs a promoter we know', async () => {
    const desk = await testDesk();
    await expect(setPromoterSplitRoute(desk, { promoter_appid: 'wxa', ratio_ppm: 700_000 })).rejects.toMatchObject({
      code: 'promoter.unknown',
    });
  });
});
