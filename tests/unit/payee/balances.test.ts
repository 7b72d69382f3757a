import { beforeEach, describe, expect, it } from 'vitest';
import { payeeBalances } from '../../../electron/service/payee/balances.ts';
import { clawbackAges } from '../../../electron/service/payee/clawback.ts';
import { payeeLedger } from '../../../electron/service/payee/entries.ts';
import { payeeList } from '../../../electron/service/payee/list.ts';
import { setMinimum } from '../../../electron/service/payee/minimum.ts';
import { savePayee } from '../../../electron/service/payee/save.ts';
import { writeOff } from '../../../electron/service/payee/write-off.ts';
import { reopenPeriod } from '../../../electron/service/settlement/reopen.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { periodRange } from '../../../shared/time.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { changeRow, freezeMonth, REFUND, shareRow, writePayers } from '../../support/payee-books.ts';
import { writeRows } from '../../support/settlement-rows.ts';

const OCTOBER = '2026-10';
const NOVEMBER = '2026-11';
const DECEMBER = '2026-12';
const later = periodRange(OCTOBER)!.to + 5000;

let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk();
  writePayers(desk.store, {
    wxa: { payer: 1, name: '阿青' },
    wxb: { payer: 1, name: '-' },
    wxp: { payer: 0, name: '团长小陈🍊' },
  });
});

const balance = (payee: string, period = OCTOBER) =>
  payeeBalances(desk.store, period).rows.find(({ payee_id }) => payee_id === payee);

describe('what payees get for a closed month', () => {
  it('is refused for a month that is open, or no month', () => {
    expect(() => payeeBalances(desk.store, OCTOBER)).toThrow('period.open');
    expect(() => payeeBalances(desk.store, '2026-13')).toThrow('period.invalid');
  });

  it('is owed to those the institution pays; what the platform pays is shown and never payable', () => {
    writeRows(desk.store, [
      shareRow(OCTOBER, 'wxa', 1000),
      shareRow(OCTOBER, 'wxa', 500),
      shareRow(OCTOBER, 'wxb', 301),
      shareRow(OCTOBER, 'wxp', 800, { promoter_amount_fen: 640 }),
      shareRow(OCTOBER, 'wxa', 700, { promoter_appid: null, promoter_name: null, channel: 'talent' }),
    ]);
    freezeMonth(desk.store, OCTOBER);
    const { rows, total } = payeeBalances(desk.store, OCTOBER);
    expect(rows.map(({ payee_id, name, rows: lines }) => [payee_id, name, lines])).toEqual([
      ['promoter:wxa', '阿青', 2],
      ['promoter:wxb', '-', 1],
      ['promoter:wxp', '团长小陈🍊', 1],
    ]);
    expect(rows[0]).toMatchObject({ sales_fen: 750, closing_fen: 750, payable_fen: 750, carried: null });
    expect(rows[2]).toMatchObject({ sales_fen: 0, payable_fen: 0, platform_fen: 640 });
    const owed = desk.store.value(sql`select sum(promoter_owed_fen) from closing_line`);
    expect(total).toMatchObject({ promoters: 3, rows: 4, sales_fen: owed, closing_fen: owed, platform_fen: 640 });
  });

  it('finds a payee by any name, alias or id, and keeps the sum of all', () => {
    writeRows(desk.store, [shareRow(OCTOBER, 'wxa', 1000), shareRow(OCTOBER, 'wxb', 300)]);
    freezeMonth(desk.store, OCTOBER);
    desk.store.run(
      sql`insert into promoter_alias (promoter_appid, alias, set_at, set_by) values ('wxb', '李姐', 1, '小林')`,
    );
    const found = (search: string) => payeeBalances(desk.store, OCTOBER, search).rows.map(({ payee_id }) => payee_id);
    expect(found('李姐')).toEqual(['promoter:wxb']);
    expect(found('WXB')).toEqual(['promoter:wxb']);
    expect(found('青')).toEqual(['promoter:wxa']);
    expect(found('没有')).toEqual([]);
    expect(payeeBalances(desk.store, OCTOBER, '李姐').total.sales_fen).toBe(650);
  });

  it("waits for the minimum, the payee's own before the institution's, and is carried over until then", () => {
    writeRows(desk.store, [
      shareRow(OCTOBER, 'wxa', 1000),
      shareRow(OCTOBER, 'wxb', 1000),
      shareRow(NOVEMBER, 'wxa', 1000),
    ]);
    freezeMonth(desk.store, OCTOBER);
    setMinimum(desk, 600);
    savePayee(desk, { payee_id: 'promoter:wxb', name: '李姐', note: '', minimum_payout_fen: 500 });
    expect(balance('promoter:wxa')).toMatchObject({ closing_fen: 500, payable_fen: 0, carried: 'minimum' });
    expect(balance('promoter:wxb')).toMatchObject({ name: '李姐', payable_fen: 500, carried: null });
    freezeMonth(desk.store, NOVEMBER);
    expect(balance('promoter:wxa', NOVEMBER)).toMatchObject({ opening_fen: 500, payable_fen: 1000, carried: null });
  });
});

describe('a refund behind the closing', () => {
  it('is netted from the next statement, carried while it is more, and aged', async () => {
    const sale = shareRow(OCTOBER, 'wxa', 1000);
    writeRows(desk.store, [sale, shareRow(NOVEMBER, 'wxb', 200), shareRow(DECEMBER, 'wxa', 400)]);
    freezeMonth(desk.store, OCTOBER);
    changeRow(desk.store, sale.order_id, REFUND, later);
    freezeMonth(desk.store, NOVEMBER);
    expect(balance('promoter:wxa', NOVEMBER)).toMatchObject({
      opening_fen: 500,
      adjustments_fen: -500,
      closing_fen: 0,
      payable_fen: 0,
      carried: null,
    });
    // What was paid meanwhile is owed back.
    pay('promoter:wxa', OCTOBER, 500);
    expect(balance('promoter:wxa', OCTOBER)).toMatchObject({ paid_fen: 500, closing_fen: 0, payable_fen: 0 });
    expect(balance('promoter:wxa', NOVEMBER)).toMatchObject({ closing_fen: -500, payable_fen: 0, carried: 'negative' });
    freezeMonth(desk.store, DECEMBER);
    expect(balance('promoter:wxa', DECEMBER)).toMatchObject({ opening_fen: -500, sales_fen: 200, closing_fen: -300 });

    const ages = clawbackAges(desk.store, NOVEMBER);
    expect(ages).toMatchObject({ rows: 1, amount_fen: -500, written_off_fen: 0 });
    expect(ages.by_month).toEqual([{ adjusts_period: OCTOBER, rows: 1, amount_fen: -500 }]);
    expect(ages.ages.filter(({ payees }) => payees > 0)).toEqual([
      { from_days: 0, to_days: 30, payees: 1, amount_fen: -500 },
    ]);
    expect(clawbackAges(desk.store, DECEMBER).ages.filter(({ payees }) => payees > 0)).toEqual([
      { from_days: 31, to_days: 60, payees: 1, amount_fen: -300 },
    ]);
    expect(() => clawbackAges(desk.store, '2027-01')).toThrow('period.open');
  });

  it('can be written off up to what is still owed, with a reason, once', async () => {
    const sale = shareRow(OCTOBER, 'wxa', 1000);
    writeRows(desk.store, [sale]);
    freezeMonth(desk.store, OCTOBER);
    pay('promoter:wxa', OCTOBER, 500);
    changeRow(desk.store, sale.order_id, REFUND, later);
    const giveUp = (amount_fen: number, period = NOVEMBER) =>
      writeOff(desk, { payee_id: 'promoter:wxa', period, amount_fen, reason: '联系不上' });
    await expect(giveUp(1)).rejects.toThrow('period.open');
    freezeMonth(desk.store, NOVEMBER);
    await expect(giveUp(501)).rejects.toMatchObject({ code: 'write_off.more_than_debt', params: { debt: '5.00' } });
    await expect(giveUp(1, OCTOBER)).rejects.toThrow('write_off.more_than_debt');
    await giveUp(200);
    expect(balance('promoter:wxa', NOVEMBER)).toMatchObject({ write_offs_fen: 200, closing_fen: -300 });
    await expect(giveUp(301)).rejects.toThrow('write_off.more_than_debt');
    await giveUp(300);
    expect(payeeBalances(desk.store, NOVEMBER).total).toMatchObject({ write_offs_fen: 500, closing_fen: 0 });
    await expect(
      writeOff(desk, { payee_id: 'promoter:nobody', period: NOVEMBER, amount_fen: 1, reason: 'x' }),
    ).rejects.toThrow('payee.unknown');
    expect(desk.store.all(sql`select staff, action from audit_log where action = 'payee.write_off'`)).toHaveLength(2);
    expect(() => desk.store.run(sql`delete from write_off`)).toThrow('append-only');
  });

  it('cannot be written off once later months have netted it', async () => {
    const sale = shareRow(OCTOBER, 'wxa', 1000);
    writeRows(desk.store, [sale, shareRow(DECEMBER, 'wxa', 700)]);
    freezeMonth(desk.store, OCTOBER);
    pay('promoter:wxa', OCTOBER, 500);
    changeRow(desk.store, sale.order_id, REFUND, later);
    freezeMonth(desk.store, NOVEMBER);
    freezeMonth(desk.store, DECEMBER);
    expect(balance('promoter:wxa', DECEMBER)).toMatchObject({ closing_fen: -150 });
    await expect(
      writeOff(desk, { payee_id: 'promoter:wxa', period: NOVEMBER, amount_fen: 151, reason: 'x' }),
    ).rejects.toMatchObject({ params: { debt: '1.50' } });
    await writeOff(desk, { payee_id: 'promoter:wxa', period: NOVEMBER, amount_fen: 150, reason: 'x' });
    expect(balance('promoter:wxa', DECEMBER)).toMatchObject({ closing_fen: 0 });
  });
});

describe('a month that was opened again', () => {
  it('counts no more, while what was paid on it stays and is carried as paid too much', () => {
    const sale = shareRow(OCTOBER, 'wxa', 1000);
    writeRows(desk.store, [sale]);
    freezeMonth(desk.store, OCTOBER);
    pay('promoter:wxa', OCTOBER, 500);
    changeRow(desk.store, sale.order_id, 'service_amount_fen = 600, agency_amount_fen = 600', later);
    reopenPeriod(desk.store, { period: OCTOBER, reason: '漏审', staff: '小李', now: later });
    expect(() => payeeBalances(desk.store, OCTOBER)).toThrow('period.open');
    expect(payeeList(desk.store, { limit: 50 }).rows.find(({ payee_id }) => payee_id === 'promoter:wxa')).toMatchObject(
      {
        balance_fen: -500,
      },
    );
    freezeMonth(desk.store, OCTOBER);
    expect(balance('promoter:wxa')).toMatchObject({
      sales_fen: 300,
      paid_fen: 500,
      closing_fen: -200,
      payable_fen: 0,
      carried: 'negative',
    });
  });
});

describe("a payee's ledger", () => {
  it('lists what made up the balance, month by month, with a running balance', async () => {
    const sale = shareRow(OCTOBER, 'wxa', 1000);
    const other = shareRow(OCTOBER, 'wxa', 400);
    writeRows(desk.store, [sale, other, shareRow(NOVEMBER, 'wxa', 100)]);
    freezeMonth(desk.store, OCTOBER, '小李');
    pay('promoter:wxa', OCTOBER, 700);
    changeRow(desk.store, sale.order_id, REFUND, later);
    changeRow(desk.store, other.order_id, 'service_amount_fen = 500, agency_amount_fen = 500', later);
    freezeMonth(desk.store, NOVEMBER);
    await writeOff(desk, { payee_id: 'promoter:wxa', period: NOVEMBER, amount_fen: 100, reason: '算了' });
    const { payee, entries } = payeeLedger(desk.store, 'promoter:wxa');
    expect(payee).toMatchObject({ payee_id: 'promoter:wxa', balance_fen: -300, minimum_payout_fen: null });
    expect(
      entries.map(({ period, kind, amount_fen, balance_fen, rows }) => [period, kind, amount_fen, balance_fen, rows]),
    ).toEqual([
      [OCTOBER, 'sales', 700, 700, 2],
      [OCTOBER, 'payout', -700, 0, null],
      [NOVEMBER, 'sales', 50, 50, 1],
      [NOVEMBER, 'correction', 50, 100, 1],
      [NOVEMBER, 'clawback', -500, -400, 1],
      [NOVEMBER, 'write_off', 100, -300, null],
    ]);
    expect(entries[0]).toMatchObject({ by: '小李', batch_id: null });
    expect(entries[1]).toMatchObject({ by: '小王', note: 'T1' });
    expect(entries[5]).toMatchObject({ by: '小林', note: '算了' });
    expect(() => payeeLedger(desk.store, 'payee:nobody')).toThrow('payee.unknown');
  });

  it('is there for a promoter nothing was ever booked for', () => {
    expect(payeeLedger(desk.store, 'promoter:wxb')).toMatchObject({ payee: { balance_fen: 0 }, entries: [] });
  });
});

/** A payment that went through. */
function pay(payee: string, period: string, fen: number): void {
  const { id } =
    desk.store.run(sql`insert into payout_batch (period, channel, made_at, made_by, approved_at, approved_by)
    values (${period}, 'bank', 1, '小林', 2, '小王')`);
  desk.store.run(sql`insert into payout_item (batch_id, payee_id, place, amount_fen, sealed, hint, state, paid_fen, paid_at, reference)
    values (${id}, ${payee}, 1, ${fen}, x'00', '', 'paid', ${fen}, 3, 'T1')`);
}
