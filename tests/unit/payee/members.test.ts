import { beforeEach, describe, expect, it } from 'vitest';
import { setAlias } from '../../../electron/service/payee/alias.ts';
import { assignPromoters } from '../../../electron/service/payee/assign.ts';
import { payeeBalances } from '../../../electron/service/payee/balances.ts';
import { payeeLedger } from '../../../electron/service/payee/entries.ts';
import { promoterIdentity } from '../../../electron/service/payee/identity.ts';
import { payeeList } from '../../../electron/service/payee/list.ts';
import { type Member, memberBook } from '../../../electron/service/payee/member.ts';
import { savePayee } from '../../../electron/service/payee/save.ts';
import { promotersOf } from '../../../electron/service/payee/standing.ts';
import { reopenPeriod } from '../../../electron/service/settlement/reopen.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { freezeMonth, shareRow, writePayers } from '../../support/payee-books.ts';
import { writeRows } from '../../support/settlement-rows.ts';

const OCTOBER = '2026-10';
const NOVEMBER = '2026-11';

let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk();
  writePayers(desk.store, {
    wxa: { payer: 1, name: '-' },
    wxb: { payer: 1, name: '-' },
    wxc: { payer: 1, name: '🍊' },
  });
});

const made = (name: string) => savePayee(desk, { name, note: '', minimum_payout_fen: null });
const closings = (period: string) =>
  payeeBalances(desk.store, period).rows.map(({ payee_id, promoters, closing_fen }) => [
    payee_id,
    promoters,
    closing_fen,
  ]);

describe('whose payee a promoter is', () => {
  it('goes by month until the next month there is, the later word of one month counting', () => {
    const row = (from_period: string, payee_id: string) => ({ promoter_appid: 'wxa', from_period, payee_id });
    const book = memberBook([row('2026-10', 'a'), row('2026-12', 'c'), row('2026-11', 'x'), row('2026-11', 'b')]);
    expect(['2026-09', '2026-10', '2026-11', '2026-12', '2027-01'].map((period) => book.of('wxa', period))).toEqual([
      'promoter:wxa',
      'a',
      'b',
      'c',
      'c',
    ]);
    expect(book.last('wxa')).toMatchObject({ payee_id: 'c' });
    expect(book.of('wxb', '2026-10')).toBe('promoter:wxb');
  });

  it('says whom a payee stands for in a month, whatever comes later, and whom he stood for when nobody is left', () => {
    const rows = [
      ['wxb', '2026-10', 'team'],
      ['wxa', '2026-10', 'team'],
      ['wxa', '2026-11', 'promoter:wxa'],
      ['wxb', '2026-12', 'promoter:wxa'],
    ].map(([promoter_appid, from_period, payee_id]) => ({ promoter_appid, from_period, payee_id }) as Member);
    const book = memberBook(rows);
    const of = (payee: string) =>
      ['2026-09', '2026-10', '2026-11', '2026-12'].map((period) => promotersOf(book, period)(payee).join());
    expect(of('team')).toEqual(['', 'wxa,wxb', 'wxb', 'wxa,wxb']);
    expect(of('promoter:wxa')).toEqual(['wxa', 'wxa', 'wxa', 'wxa,wxb']);
    expect(of('promoter:wxc')).toEqual(['wxc', 'wxc', 'wxc', 'wxc']);
  });

  it('joins several promoters in one payee from a month on, and gives them back', () => {
    writeRows(desk.store, [
      shareRow(OCTOBER, 'wxa', 100),
      shareRow(NOVEMBER, 'wxa', 200),
      shareRow(NOVEMBER, 'wxb', 400),
      shareRow('2026-12', 'wxa', 800),
    ]);
    freezeMonth(desk.store, OCTOBER);
    const company = made('青橙文化公司');
    expect(
      assignPromoters(desk, { promoter_appids: ['wxa', 'wxb'], payee_id: company, from_period: NOVEMBER }),
    ).toEqual({
      changed: 2,
    });
    // Said again it is so already.
    expect(assignPromoters(desk, { promoter_appids: ['wxa'], payee_id: company, from_period: NOVEMBER })).toEqual({
      changed: 0,
    });
    assignPromoters(desk, { promoter_appids: ['wxa'], payee_id: null, from_period: '2026-12' });
    freezeMonth(desk.store, NOVEMBER);
    freezeMonth(desk.store, '2026-12');
    expect(closings(OCTOBER)).toEqual([['promoter:wxa', 1, 50]]);
    expect(closings(NOVEMBER)).toEqual([
      [company, 2, 300],
      ['promoter:wxa', 0, 50],
    ]);
    expect(closings('2026-12')).toEqual([
      ['promoter:wxa', 1, 450],
      [company, 0, 300],
    ]);
    expect(payeeLedger(desk.store, company).entries.map(({ amount_fen }) => amount_fen)).toEqual([300]);
    expect(payeeLedger(desk.store, 'promoter:wxa').entries.map(({ amount_fen }) => amount_fen)).toEqual([50, 400]);
  });

  it('cannot be changed in a closed month, also not before one', () => {
    freezeMonth(desk.store, NOVEMBER);
    const company = made('公司');
    const assign = (from_period: string) => () =>
      assignPromoters(desk, { promoter_appids: ['wxa'], payee_id: company, from_period });
    expect(assign(NOVEMBER)).toThrow('payee.period_closed');
    expect(assign(OCTOBER)).toThrow('payee.period_closed');
    expect(desk.store.value(sql`select count(*) from payee_member`)).toBe(0);
    reopenPeriod(desk.store, { period: NOVEMBER, reason: 'x', staff: '小李', now: 1 });
    expect(assign(NOVEMBER)()).toEqual({ changed: 1 });
  });

  it('is refused for payees and promoters nobody knows, as a whole', () => {
    const company = made('公司');
    expect(() =>
      assignPromoters(desk, { promoter_appids: ['wxa', 'wxnobody'], payee_id: company, from_period: OCTOBER }),
    ).toThrow('promoter.unknown');
    expect(() =>
      assignPromoters(desk, { promoter_appids: ['wxa'], payee_id: 'promoter:wxb', from_period: OCTOBER }),
    ).toThrow('payee.unknown');
    expect(desk.store.value(sql`select count(*) from payee_member`)).toBe(0);
  });

  it('is never rewritten, and every word stands in the audit log', () => {
    const company = made('公司');
    assignPromoters(desk, { promoter_appids: ['wxa'], payee_id: company, from_period: OCTOBER });
    expect(() => desk.store.run(sql`update payee_member set payee_id = 'x'`)).toThrow('append-only');
    expect(() => desk.store.run(sql`delete from payee_member`)).toThrow('append-only');
    const [entry] = desk.store.all<{ staff: string; detail: string }>(
      sql`select staff, detail from audit_log where action = 'payee.assign'`,
    );
    expect(entry!.staff).toBe('小林');
    expect(JSON.parse(entry!.detail)).toEqual({ payee_id: company, from_period: OCTOBER, promoter_appids: ['wxa'] });
    expect(desk.topics).toContain('payees');
  });
});

describe('the list of payees', () => {
  it('has those staff made and every promoter by himself, with whose shares go there', () => {
    const company = made('公司');
    assignPromoters(desk, { promoter_appids: ['wxa', 'wxc'], payee_id: company, from_period: OCTOBER });
    const { rows, total } = payeeList(desk.store, { limit: 50 });
    expect(total).toBe(2);
    expect(rows).toEqual([
      {
        payee_id: company,
        name: '公司',
        promoters: [
          { promoter_appid: 'wxa', name: '-', from_period: OCTOBER },
          { promoter_appid: 'wxc', name: '🍊', from_period: OCTOBER },
        ],
        accounts: [],
        minimum_payout_fen: null,
        balance_fen: 0,
        note: '',
      },
      expect.objectContaining({
        payee_id: 'promoter:wxb',
        promoters: [{ promoter_appid: 'wxb', name: '-', from_period: null }],
      }),
    ]);
  });

  it('comes page by page', () => {
    const first = payeeList(desk.store, { limit: 2 });
    expect(first).toMatchObject({ total: 3, next_cursor: '2' });
    const second = payeeList(desk.store, { limit: 2, cursor: first.next_cursor! });
    expect(second).toMatchObject({ next_cursor: null });
    expect([...first.rows, ...second.rows].map(({ payee_id }) => payee_id)).toEqual([
      'promoter:wxa',
      'promoter:wxb',
      'promoter:wxc',
    ]);
    expect(() => payeeList(desk.store, { limit: 2, cursor: 'x' })).toThrow('input.invalid');
  });

  it('finds a payee by names and aliases of whoever is or was his', () => {
    const company = made('公司');
    assignPromoters(desk, { promoter_appids: ['wxc'], payee_id: company, from_period: OCTOBER });
    setAlias(desk, { promoter_appid: 'wxc', alias: 'Chen Ｑ', remove: false });
    const found = (search: string) => payeeList(desk.store, { search, limit: 50 }).rows.map(({ payee_id }) => payee_id);
    expect(found('chen q')).toEqual([company]);
    expect(found('🍊')).toEqual([company]);
    expect(found('公')).toEqual([company]);
  });

  it('keeps what staff say of a promoter by himself under his own id', () => {
    savePayee(desk, { payee_id: 'promoter:wxb', name: '李姐', note: '每月 5 日', minimum_payout_fen: 1000 });
    expect(payeeList(desk.store, { search: '李姐', limit: 50 }).rows).toMatchObject([
      { payee_id: 'promoter:wxb', name: '李姐', note: '每月 5 日', minimum_payout_fen: 1000 },
    ]);
    expect(() => savePayee(desk, { payee_id: 'payee:nobody', name: 'x', note: '', minimum_payout_fen: null })).toThrow(
      'payee.unknown',
    );
  });
});

describe('who a promoter is', () => {
  it('is his id, with every name he had, his aliases, his namesakes and his payees', () => {
    desk.store.run(
      sql`insert into promoter_state (promoter_appid, seen_at, name, payer) values ('wxa', 50, '阿青', 1)`,
    );
    desk.store.run(sql`insert into order_name (kind, id, name, folded) values ('promoter', 'wxa', '青青', '青青')`);
    desk.store.run(sql`insert into order_name (kind, id, name, folded) values ('promoter', 'wxa', '阿青', '阿青')`);
    expect(setAlias(desk, { promoter_appid: 'wxa', alias: '王总', remove: false })).toEqual({ aliases: ['王总'] });
    const company = made('公司');
    assignPromoters(desk, { promoter_appids: ['wxa'], payee_id: company, from_period: NOVEMBER });
    const identity = promoterIdentity(desk.store, 'wxa');
    expect(identity.names).toEqual([
      { name: '阿青', first_seen_at: 50, source: 'directory' },
      { name: '-', first_seen_at: 0, source: 'directory' },
      { name: '青青', first_seen_at: null, source: 'orders' },
    ]);
    expect(identity.aliases).toMatchObject([{ alias: '王总', set_by: '小林' }]);
    expect(identity.namesakes).toEqual([{ promoter_appid: 'wxb', name: '-' }]);
    expect(identity.payees).toMatchObject([{ from_period: NOVEMBER, payee_id: company, name: '公司', set_by: '小林' }]);
    expect(() => promoterIdentity(desk.store, 'wxnobody')).toThrow('promoter.unknown');
  });

  it('loses an alias again when staff take it away', () => {
    setAlias(desk, { promoter_appid: 'wxa', alias: '王总', remove: false });
    setAlias(desk, { promoter_appid: 'wxa', alias: '王总', remove: false });
    expect(setAlias(desk, { promoter_appid: 'wxa', alias: '王总', remove: true })).toEqual({ aliases: [] });
    expect(desk.store.all(sql`select action from audit_log order by entry_id`)).toEqual([
      { action: 'payee.set_alias' },
      { action: 'payee.remove_alias' },
    ]);
    expect(() => setAlias(desk, { promoter_appid: 'wxnobody', alias: 'x', remove: false })).toThrow('promoter.unknown');
  });
});
