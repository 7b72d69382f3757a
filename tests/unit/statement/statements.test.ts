import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AMOUNTS, type LineSums } from '../../../electron/service/settlement/sums.ts';
import { needsStatement } from '../../../electron/service/statement/recipients.ts';
import type { Statement } from '../../../electron/service/statement/statement.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import type { ReportScope } from '../../../shared/contract/report.ts';
import { periodRange } from '../../../shared/time.ts';
import { closeMonth, promoterId, randomOf, temporaryStore } from '../../support/settlement-rows.ts';
import { statementsOf, writeBooks, writePayee } from '../../support/statements.ts';

const PERIOD = '2026-10';
const NEXT = '2026-11';
const { from, to } = periodRange(PERIOD)!;

let store: Store;
let dir: string;
let done: () => void;
beforeEach(async () => {
  ({ store, dir, done } = await temporaryStore());
});
afterEach(() => done());

/** Amounts of a scope's statements beside those of the lines they should hold. */
function expectWhole(statements: readonly Statement[], scope: ReportScope, lines: readonly { kind: string }[]): void {
  const own = statements.filter((one) => one.scope === scope);
  const held = own.flatMap((one) => [...one.lines()]);
  const text = (line: object) => JSON.stringify(line);
  expect(held.map(text).sort(), scope).toEqual(lines.map(text).sort());
  for (const statement of own) {
    for (const [part, kind] of [
      ['sums', 'sale'],
      ['adjustments', 'adjustment'],
    ] as const) {
      const mine = [...statement.lines()].filter((line) => line.kind === kind);
      const sums: LineSums = statement[part];
      expect(sums.rows).toBe(mine.length);
      expect(sums.orders).toBe(new Set(mine.map(({ order_id }) => order_id)).size);
      for (const key of AMOUNTS) expect(sums[key]).toBe(mine.reduce((sum, line) => sum + (line[key] ?? 0), 0));
    }
  }
}

describe('the statements of a month', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'hold every line exactly once in each scope, open and closed (books %i)',
    async (seed) => {
      writeBooks(store, { rows: 700, seed });
      const random = randomOf(seed);
      const crowd = Array.from({ length: 12 }, () => Math.floor(random() * 60));
      writePayee(store, 'team', '小陈和朋友们', [...new Set(crowd)]);
      await closeMonth({ store, dir }, PERIOD);
      // As a later sync would leave the rows: refunds, other amounts, another promoter.
      const changes = [
        'commission_status = 200, order_status = 200, refunded = 1',
        'service_amount_fen = service_amount_fen + 7',
        `promoter_appid = '${promoterId(3)}', promoter_name = '换人'`,
        'order_status = 200, refunded = 1',
      ];
      for (const [n, change] of changes.entries())
        store.db.exec(`update commission_order set ${change}, stands_since = ${to + 500}
        where settled_at >= ${from} and settled_at < ${to} and id % 11 = ${n}`);
      for (const period of ['2026-09', PERIOD, NEXT]) {
        const { month, statements } = statementsOf(store, period);
        const [institution] = statements;
        const all = [...institution!.lines()];
        expect(institution!.sums).toEqual(month.figures.sums);
        expect(institution!.adjustments).toEqual(month.figures.adjustments);
        for (const { balance, sums, adjustments } of statements) {
          if (balance === null) continue;
          expect(sums.promoter_owed_fen).toBe(balance.sales_fen);
          expect(adjustments.promoter_owed_fen).toBe(balance.adjustments_fen);
        }
        expectWhole(statements, 'institution', all);
        expectWhole(statements, 'merchant', all);
        expectWhole(statements, 'channel', all);
        expectWhole(
          statements,
          'payee',
          all.filter(({ promoter_appid }) => promoter_appid !== null),
        );
      }
      expect(statementsOf(store, NEXT, ['institution']).month.figures.adjustments.rows).toBeGreaterThan(5);
    },
  );

  it('stay as they were once the month is closed', async () => {
    writeBooks(store);
    await closeMonth({ store, dir }, PERIOD);
    const seen = () =>
      statementsOf(store, PERIOD).statements.map(({ recipient, sums, adjustments, closing, groups, lines }) => [
        recipient,
        sums,
        adjustments,
        closing,
        groups,
        [...lines()],
      ]);
    const before = seen();
    store.db.exec(`update commission_order set service_amount_fen = 0, shop_name = 'x', promoter_name = 'y',
      stands_since = ${to + 500} where settled_at >= ${from} and settled_at < ${to}`);
    expect(seen()).toEqual(before);
  });

  it('put the promoters of a payee together, from the month on in which they are his', () => {
    writeBooks(store);
    writePayee(store, 'team', '小陈和朋友们', [1, 3, 5]);
    writePayee(store, 'later', '明年', [7], '2027-01');
    const { statements } = statementsOf(store, PERIOD, ['payee']);
    const team = statements.find(({ recipient }) => recipient.id === 'team')!;
    expect(team.recipient.name).toBe('小陈和朋友们');
    expect(new Set([...team.lines()].map(({ promoter_appid }) => promoter_appid))).toEqual(
      new Set([promoterId(1), promoterId(3), promoterId(5)]),
    );
    expect(team.groups.map(({ title, rows }) => [title, rows.length])).toEqual([['按推客', 3]]);
    const ids = statements.map(({ recipient }) => recipient.id);
    expect(ids).toContain(`promoter:${promoterId(7)}`);
    expect(ids).not.toContain('later');
    expect(ids).not.toContain(`promoter:${promoterId(1)}`);
  });

  it('are there for whoever has something carried over into a closed month', async () => {
    writeBooks(store, { rows: 300 });
    expect(statementsOf(store, PERIOD, ['payee']).statements.every(({ balance }) => balance === null)).toBe(true);
    const last = '2027-01';
    store.run(sql`update sync_cursor set known_as_of = ${periodRange(last)!.to}`);
    for (const period of [PERIOD, NEXT, '2026-12', last]) await closeMonth({ store, dir }, period);
    const { month, statements } = statementsOf(store, last, ['payee', 'merchant']);
    expect(month.figures.sums.rows).toBe(0);
    expect(statements.length).toBeGreaterThan(5);
    for (const { scope, balance } of statements) {
      expect(scope).toBe('payee');
      expect(balance!.opening_fen).toBeGreaterThan(0);
      expect(balance!.closing_fen).toBe(balance!.opening_fen);
    }
    expect(month.recipients.every(needsStatement)).toBe(true);
  });

  it('never show a payee or a merchant what is not theirs', () => {
    writeBooks(store);
    const { statements } = statementsOf(store, PERIOD);
    const hidden: Record<string, string[]> = {
      payee: [
        'net_fen',
        'service_amount_fen',
        'service_total_fen',
        'platform_amount_fen',
        'agency_amount_fen',
        'service_ratio_ppm',
      ],
      merchant: [
        'net_fen',
        'promoter_owed_fen',
        'promoter_platform_fen',
        'promoter_appid',
        'promoter_name',
        'agency_amount_fen',
      ],
    };
    for (const { scope, columns, groups } of statements) {
      const keys = [...columns, ...groups.flatMap((group) => group.columns)].map(({ key }) => key);
      const values = groups.flatMap(({ rows }) => rows.flatMap((row) => Object.keys(row)));
      for (const key of hidden[scope] ?? []) expect([...keys, ...values], scope).not.toContain(key);
    }
  });

  it('name those whom the lines do not name', () => {
    writeBooks(store);
    store.db.exec(`update commission_order set shop_appid = null where id % 3 = 0;
      update commission_order set promoter_name = null`);
    const { statements } = statementsOf(store, PERIOD);
    const nameOf = (scope: ReportScope, id: string) =>
      statements.find((one) => one.scope === scope && one.recipient.id === id)?.recipient.name;
    expect(nameOf('merchant', '')).toBe('未知商家');
    expect(nameOf('payee', `promoter:${promoterId(1)}`)).toBe(promoterId(1));
    expect(nameOf('channel', 'promoter')).toBe('推客带货');
    expect(nameOf('channel', 'unknown:7')).toBe('unknown:7');
  });

  it('keep estimates beside, also for whom there is nothing else', () => {
    writeBooks(store);
    store.run(sql`update commission_order set commission_status = 20, settled_at = null
      where promoter_appid = ${promoterId(9)}`);
    const statement = statementsOf(store, PERIOD, ['payee']).statements.find(
      ({ recipient }) => recipient.id === `promoter:${promoterId(9)}`,
    )!;
    expect(statement.sums.rows + statement.adjustments.rows).toBe(0);
    expect(statement.unsettled.rows).toBe([...statement.unsettledLines()].length);
    expect(statement.unsettled.rows).toBeGreaterThan(0);
  });
});
