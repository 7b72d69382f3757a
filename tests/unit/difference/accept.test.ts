import { beforeEach, describe, expect, it } from 'vitest';
import { acceptDifferences, withdrawAcceptances } from '../../../electron/service/difference/accept.ts';
import { differencePage } from '../../../electron/service/difference/page.ts';
import { recompute } from '../../../electron/service/difference/recompute.ts';
import { unwatched } from '../../../electron/service/report/pace.ts';
import { checklistOf } from '../../../electron/service/settlement/checklist.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { DifferenceRow } from '../../../shared/contract/difference.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { orderRow, writeRows } from '../../support/settlement-rows.ts';

const PERIOD = '2026-10';

let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk();
  writeRows(
    desk.store,
    [990, 991, 989, 900, 1400].map((service_amount_fen, at) =>
      orderRow({ order_id: `37012345678901234${at}`, sku_id: String(at), service_amount_fen }),
    ),
  );
  // As the recorder would have written them.
  desk.store.run(sql`update commission_order set expected_fen = 990, difference_fen = service_amount_fen - 990`);
});

const page = (more: { accepted?: boolean; of?: DifferenceRow['of'] } = {}) =>
  differencePage(desk.store, { period: PERIOD, of: 'service_amount', limit: 50, ...more }).rows;
const keysOf = (rows: readonly DifferenceRow[]) =>
  rows.map(({ order_id, sku_id, of, difference_fen }) => ({ order_id, sku_id, of, difference_fen }));
const asked = () => {
  const { count, amount_fen } = checklistOf(desk.store, PERIOD, { owed_without_rule: 0, identity_differences: 0 }).find(
    ({ check }) => check === 'differences_reviewed',
  )!;
  return [count, amount_fen];
};

describe('accepting differences', () => {
  it('remembers who did, when and why, for the month’s closing as well', () => {
    expect(asked()).toEqual([4, 502]);
    expect(
      acceptDifferences(desk, { rows: keysOf(page()).slice(0, 2), reason: 'agreed', note: '已与商家确认' }),
    ).toEqual({
      accepted: 2,
      outdated: 0,
    });
    expect(asked()).toEqual([2, 2]);
    expect(page({ accepted: true }).map(({ difference_fen, accepted }) => [difference_fen, accepted])).toEqual([
      [410, { reason: 'agreed', note: '已与商家确认', by: '小林', at: desk.time }],
      [-90, { reason: 'agreed', note: '已与商家确认', by: '小林', at: desk.time }],
    ]);
    expect(page({ accepted: false }).map(({ difference_fen }) => difference_fen)).toEqual([1, -1]);
    const { reasons } = recompute(desk.store, PERIOD, unwatched());
    expect(reasons.reduce((sum, { accepted_rows }) => sum + accepted_rows, 0)).toBe(2);
    expect(desk.topics).toEqual(['settlement']);
  });

  it('holds for exactly the amount: another one is open again', () => {
    acceptDifferences(desk, { rows: keysOf(page()), reason: 'small', note: '' });
    expect(page({ accepted: false })).toEqual([]);
    desk.store.run(sql`update commission_order set service_amount_fen = 1401 where service_amount_fen = 1400`);
    expect(page({ accepted: false }).map(({ difference_fen }) => difference_fen)).toEqual([411]);
    desk.store.run(sql`update commission_order set service_amount_fen = 1400 where service_amount_fen = 1401`);
    expect(page({ accepted: false })).toEqual([]);
  });

  it('leaves alone what is another amount by now, what does not differ and what is not there', () => {
    const [first, second] = keysOf(page());
    const rows = [
      { ...first!, difference_fen: 409 },
      second!,
      { order_id: '370123456789012340', sku_id: '0', of: 'service_amount' as const, difference_fen: 0 },
      { order_id: 'nobody', sku_id: '0', of: 'service_amount' as const, difference_fen: 1 },
    ];
    expect(acceptDifferences(desk, { rows, reason: 'small', note: '' })).toEqual({ accepted: 1, outdated: 3 });
    expect(acceptDifferences(desk, { rows, reason: 'small', note: '' })).toEqual({ accepted: 0, outdated: 3 });
    expect(desk.store.value(sql`select count(*) from accepted_difference`)).toBe(1);
    expect(desk.store.value(sql`select count(*) from audit_log`)).toBe(1);
    expect(desk.topics).toEqual(['settlement']);
  });

  it('tells amounts of one commission order apart', () => {
    const [row] = keysOf(page({ of: 'parts' }));
    acceptDifferences(desk, { rows: [row!], reason: 'agreed', note: '' });
    expect(page({ of: 'parts', accepted: true })).toHaveLength(1);
    expect(page({ accepted: true })).toEqual([]);
  });

  it('wants words for a reason that is none of the list', () => {
    expect(() => acceptDifferences(desk, { rows: keysOf(page()), reason: 'other', note: '' })).toThrow('input.invalid');
    expect(acceptDifferences(desk, { rows: keysOf(page()), reason: 'other', note: '试营业' }).accepted).toBe(4);
  });

  it('is taken back as a whole, and both deeds stay in the audit log', () => {
    const rows = keysOf(page());
    acceptDifferences(desk, { rows, reason: 'platform_error', note: '' });
    expect(withdrawAcceptances(desk, { rows: rows.slice(1) })).toEqual({ withdrawn: 3 });
    expect(withdrawAcceptances(desk, { rows: rows.slice(1) })).toEqual({ withdrawn: 0 });
    expect(page({ accepted: true }).map(({ difference_fen }) => difference_fen)).toEqual([410]);
    expect(desk.store.value(sql`select count(*) from accepted_difference`)).toBe(4);
    const log = desk.store.all<{ action: string; detail: string }>(
      sql`select action, detail from audit_log order by 1`,
    );
    expect(log.map(({ action, detail }) => [action, JSON.parse(detail)])).toEqual([
      [
        'difference.accept',
        { rows: 4, difference_fen: 320, reason: 'platform_error', note: '', first_acceptance: 1, last_acceptance: 4 },
      ],
      ['difference.withdraw', { rows: 3, difference_fen: -90, acceptances: [2, 3, 4] }],
    ]);
  });
});
