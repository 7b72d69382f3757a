import { beforeEach, describe, expect, it } from 'vitest';
import { acceptFunds, withdrawFundsAcceptances } from '../../../electron/service/funds/accept.ts';
import { fundsMatch } from '../../../electron/service/funds/match.ts';
import { fundsOrder } from '../../../electron/service/funds/order.ts';
import { fundsPage } from '../../../electron/service/funds/page.ts';
import { addImport } from '../../../electron/service/import/add.ts';
import { withdrawImport } from '../../../electron/service/import/withdraw.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { routes } from '../../../shared/contract/routes.ts';
import { periodRange } from '../../../shared/time.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { orderRow, writeRows } from '../../support/settlement-rows.ts';

const PAID = '3701234567890123451';
const SHORT = '3701234567890123452';
const MISSING = '3701234567890123453';
const REFUNDED = '3701234567890123454';
const AT = periodRange('2026-10')!.from + 100_000;

let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk();
  writeRows(desk.store, [
    orderRow({ order_id: PAID, settled_at: AT }),
    orderRow({ order_id: SHORT, settled_at: AT + 1 }),
    orderRow({ order_id: MISSING, settled_at: AT + 2 }),
    orderRow({ order_id: REFUNDED, commission_status: 200, settled_at: null }),
  ]);
  // Booked a month before, and days after, the platform says the orders were settled.
  flow('f1', PAID, 990, AT - 20 * 86_400);
  flow('f2', SHORT, 500, AT + 86_400);
  flow('f3', SHORT, 480, AT + 9 * 86_400);
  flow('f4', REFUNDED, 700, AT);
  flow('f5', null, 33, AT);
});

function flow(id: string, order: string | null, fen: number, at: number): void {
  desk.store.run(sql`insert into funds_flow (flow_id, funds_type, amount_fen, booked_at, order_id, first_seen_at, raw)
    values (${id}, 2, ${fen}, ${at}, ${order}, ${at}, '{}')`);
}

const page = (asked: Record<string, unknown> = {}) =>
  fundsPage(desk.store, routes['funds.page'].input.parse({ period: '2026-10', ...asked }));
const states = () => Object.fromEntries(page().rows.map(({ key, state }) => [key, state]));
const accept = (rows: { key: string; difference_fen: number; file_difference_fen?: number | null }[]) =>
  acceptFunds(desk, {
    rows: rows.map((row) => ({ file_difference_fen: null, ...row })),
    reason: 'timing',
    note: '次月到账',
  });

describe('the match of a month', () => {
  it('finds the flows of an order whenever they were booked, adds them up, and shows who misses what', () => {
    const { rows, total } = page();
    expect(total).toBe(5);
    expect(rows.map(({ key, state, difference_fen }) => [key, state, difference_fen])).toEqual([
      [MISSING, 'flow_missing', -990],
      [REFUNDED, 'order_missing', 700],
      ['flow:f5', 'order_missing', 33],
      [SHORT, 'differs', -10],
      [PAID, 'matched', 0],
    ]);
    expect(rows[1]).toMatchObject({
      in_books: 'not_settled',
      shop_name: '山野茶铺',
      books_fen: null,
      flow_ids: ['f4'],
    });
    expect(rows[2]).toMatchObject({ in_books: 'absent', order_id: null, flow_ids: ['f5'] });
    expect(rows[3]).toMatchObject({ books_fen: 990, flows_fen: 980, flow_ids: ['f2', 'f3'] });
    expect(fundsMatch(desk.store, '2026-09')).toMatchObject({ orders: 0, booked_fen: 990 });
  });

  it('is cut into pages by any of its columns, those without a value last', () => {
    for (const sort of ['difference', 'books', 'flows', 'file', 'settled', 'booked', 'age'] as const)
      for (const direction of ['asc', 'desc'] as const) {
        const whole = page({ sort, direction }).rows.map(({ key }) => key);
        const pieces: string[] = [];
        let cursor: string | null = null;
        do {
          const piece = page({ sort, direction, limit: 2, ...(cursor === null ? {} : { cursor }) });
          pieces.push(...piece.rows.map(({ key }) => key));
          cursor = piece.next_cursor;
        } while (cursor !== null);
        expect(pieces).toEqual(whole);
        expect(new Set(pieces).size).toBe(5);
      }
    expect(page({ sort: 'booked', direction: 'asc' }).rows.at(-1)?.key).toBe(MISSING);
    expect(page({ search: '3453' }).rows.map(({ key }) => key)).toEqual([MISSING]);
    expect(() => page({ cursor: 'nonsense' })).toThrow('input.invalid');
  });

  it('never counts a kind of flow it does not know', () => {
    desk.store.run(sql`insert into funds_flow (flow_id, funds_type, amount_fen, booked_at, order_id, first_seen_at, raw)
      values ('x', 8, 990, ${AT}, ${MISSING}, ${AT}, '{}'), ('w', 1, 100000, ${AT}, null, ${AT}, '{}'),
        ('u', null, null, null, null, ${AT}, '')`);
    expect(states()[MISSING]).toBe('flow_missing');
    expect(fundsMatch(desk.store, '2026-10')).toMatchObject({
      other_flows: [
        { funds_type: 1, flows: 1, amount_fen: 100_000 },
        { funds_type: 8, flows: 1, amount_fen: 990 },
      ],
      unread_flows: 1,
    });
    expect(fundsOrder(desk.store, MISSING).flows).toMatchObject([{ flow_id: 'x', counted: false }]);
  });

  it('takes fees off however they are signed', () => {
    desk.store.run(sql`insert into funds_flow (flow_id, funds_type, amount_fen, booked_at, order_id, first_seen_at, raw)
      values ('y', 3, 99, ${AT}, ${PAID}, ${AT}, '{}'), ('z', 3, -1, ${AT}, ${PAID}, ${AT}, '{}')`);
    expect(page({ search: PAID }).rows[0]).toMatchObject({ flows_fen: 890, fee_fen: 100, difference_fen: -100 });
  });
});

describe('an accepted difference', () => {
  it('holds for exactly its amount, says who and why, and can be taken back', () => {
    expect(
      accept([
        { key: MISSING, difference_fen: -990 },
        { key: 'flow:f5', difference_fen: 33 },
        { key: SHORT, difference_fen: -9 },
        { key: 'unknown', difference_fen: 1 },
      ]),
    ).toEqual({ accepted: 2, outdated: 2 });
    expect(states()).toEqual({
      [PAID]: 'matched',
      [SHORT]: 'differs',
      [MISSING]: 'accepted',
      [REFUNDED]: 'order_missing',
      'flow:f5': 'accepted',
    });
    expect(page({ state: 'accepted' }).rows[0]!.accepted).toEqual({
      reason: 'timing',
      note: '次月到账',
      by: '小林',
      at: desk.time,
    });
    expect(accept([{ key: MISSING, difference_fen: -990 }])).toEqual({ accepted: 0, outdated: 0 });

    flow('late', MISSING, 900, AT + 86_400);
    expect(states()[MISSING]).toBe('differs');

    expect(withdrawFundsAcceptances(desk, { keys: [MISSING, 'flow:f5', SHORT] })).toEqual({ withdrawn: 2 });
    expect(states()['flow:f5']).toBe('order_missing');
    expect(fundsOrder(desk.store, MISSING).acceptances).toMatchObject([
      { of: 'flows', difference_fen: -990, withdrawn: { by: '小林' } },
    ]);
    expect(desk.store.all<{ action: string }>(sql`select action from audit_log`).map(({ action }) => action)).toEqual([
      'funds.accept',
      'funds.withdraw_acceptance',
    ]);
  });

  it('of another reason needs a note', () => {
    expect(() =>
      acceptFunds(desk, {
        rows: [{ key: SHORT, difference_fen: -10, file_difference_fen: null }],
        reason: 'other',
        note: '',
      }),
    ).toThrow('input.invalid');
  });
});

describe('a file beside books and flows', () => {
  const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text), period: '2026-10' });

  it('is the third column, and makes two sides that agree differ when it says something else', async () => {
    await addImport(desk, file('a.csv', `订单号,服务费\n${PAID},9.80\n${SHORT},9.90\n3701234567890129999,1.00\n`));
    expect(states()).toMatchObject({ [PAID]: 'differs', '3701234567890129999': 'order_missing' });
    expect(
      page({ file: 'differs' })
        .rows.map(({ key }) => key)
        .sort(),
    ).toEqual([PAID, '3701234567890129999'].sort());
    expect(page({ file: 'absent' }).rows.map(({ key }) => key)).toEqual([MISSING]);
    expect(fundsMatch(desk.store, '2026-10')).toMatchObject({
      file_fen: 980 + 990 + 100,
      not_in_file: { orders: 1, amount_fen: 990 },
      file_differs: { orders: 2, amount_fen: -10 + 100 },
    });
    expect(accept([{ key: PAID, difference_fen: 0, file_difference_fen: -10 }])).toEqual({ accepted: 1, outdated: 0 });
    expect(states()[PAID]).toBe('accepted');
    expect(fundsOrder(desk.store, PAID)).toMatchObject({
      commission_orders: [{ sku_id: '3123456789', service_amount_fen: 990 }],
      flows: [{ flow_id: 'f1', counted: true }],
      file_rows: [
        {
          name: 'a.csv',
          row: 2,
          amount_fen: 980,
          counted: true,
          cells: [
            { heading: '订单号', text: PAID },
            { heading: '服务费', text: '9.80' },
          ],
        },
      ],
      acceptances: [{ of: 'file', difference_fen: -10, withdrawn: null }],
    });
  });

  it('counts as its newest copy says, and no longer once it is withdrawn', async () => {
    await addImport(desk, file('a.csv', `订单号,服务费\n${PAID},9.80\n`));
    const newer = await addImport(desk, file('b.csv', `订单号,服务费\n${PAID},9.90\n`));
    expect(states()[PAID]).toBe('matched');
    expect(fundsOrder(desk.store, PAID).file_rows.map(({ name, counted }) => [name, counted])).toEqual([
      ['b.csv', true],
      ['a.csv', false],
    ]);
    withdrawImport(desk, newer.import_id);
    expect(states()[PAID]).toBe('differs');
  });

  it('of flows counts each flow once over exports that overlap', async () => {
    const head = '流水单号,收支金额,关联订单号,记账时间\n';
    await addImport(desk, file('a.csv', `${head}f2,5.00,${SHORT},2026-10-03\nf3,4.80,${SHORT},2026-10-11\n`));
    await addImport(desk, file('b.csv', `${head}f3,4.80,${SHORT},2026-10-11\nf9,0.10,${SHORT},2026-10-12\n`));
    expect(page({ search: SHORT }).rows[0]).toMatchObject({ file_fen: 990, flows_fen: 980, file_difference_fen: 0 });
  });
});
