import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differencePage } from '../../../electron/service/difference/page.ts';
import { recompute } from '../../../electron/service/difference/recompute.ts';
import { unwatched } from '../../../electron/service/report/pace.ts';
import { COMPARED, type DifferenceRow } from '../../../shared/contract/difference.ts';
import { ROUNDINGS } from '../../../shared/contract/rule.ts';
import { type Period, periodOf } from '../../../shared/time.ts';
import { openReferenceWorld, type ReferenceWorld } from '../../support/reference-world.ts';
import { type PlainOrder, plainOrder, plainRounding } from './plain-figures.ts';

const ORDERS = 5000;
/** A month of the world with many settled rows, and one from before its sync. */
const MONTHS: readonly Period[] = ['2026-09', '2026-10', '2025-06'];

let world: ReferenceWorld;
const plain = new Map<string, PlainOrder>();

beforeAll(async () => {
  world = await openReferenceWorld(ORDERS, () => {});
  for (const [key, replies] of world.replies) plain.set(key, plainOrder(replies.at(-1)!));
}, 120_000);
afterAll(() => world?.close());

const ordersOf = (scope: Period | null) =>
  [...plain.values()].filter(
    ({ status, settled }) => scope === null || (status === 100 && settled > 0 && periodOf(settled) === scope),
  );

describe.each([null, ...MONTHS])('recomputing %s', (scope) => {
  it('gives the figures, identities and differences of a second computation', () => {
    const orders = ordersOf(scope);
    const found = recompute(world.store, scope, unwatched());
    expect(found.rows).toBe(orders.length);
    expect(orders.length).toBeGreaterThan(100);
    for (const of of COMPARED) {
      const both = orders
        .map(({ compared }) => compared[of])
        .filter(({ ours, stated }) => ours !== null && stated !== null);
      const differing = both.filter(({ ours, stated }) => ours !== stated);
      expect(found.identities.find((one) => one.of === of)).toEqual({
        of,
        holds: both.length - differing.length,
        differs: differing.length,
        open: orders.length - both.length,
        difference_fen: Number(differing.reduce((sum, { ours, stated }) => sum + stated! - ours!, 0n)),
      });
    }
    const nets = orders
      .map(({ compared }) => compared.service_amount)
      .filter(({ ours, stated }) => ours !== null && stated !== null);
    const sum = (of: 'ours' | 'stated') => Number(nets.reduce((total, one) => total + one[of]!, 0n));
    expect(found).toMatchObject({
      ours_fen: sum('ours'),
      platform_fen: sum('stated'),
      difference_fen: sum('stated') - sum('ours'),
      without_figure: orders.length - nets.length,
    });
    const rows = found.reasons.reduce((total, one) => total + one.rows, 0);
    expect(rows).toBe(nets.filter(({ ours, stated }) => ours !== stated).length);
    expect(found.reasons.reduce((total, one) => total + one.difference_fen, 0)).toBe(found.difference_fen);
  });

  it('counts for every way of rounding what a second computation counts', () => {
    const shares = ordersOf(scope).flatMap((order) => order.shares);
    for (const finding of recompute(world.store, scope, unwatched()).roundings) {
      const looked = shares.filter(({ of, base, ratio }) => of === finding.of && base * ratio > 0n);
      const telling = looked.filter(({ base, ratio }) => (base * ratio) % 1_000_000n !== 0n);
      const explained = (way: (typeof ROUNDINGS)[number]) =>
        telling.filter(({ base, ratio, stated }) => plainRounding(base, ratio, way) === stated).length;
      if (finding.sample && looked.length > finding.looked_rows) {
        expect(finding.looked_rows).toBeGreaterThanOrEqual(400);
        expect(finding.left_rows).toBe(0);
        continue;
      }
      expect(finding.looked_rows).toBe(looked.length);
      expect(finding.telling_rows).toBe(telling.length);
      expect(finding.explained).toEqual(Object.fromEntries(ROUNDINGS.map((way) => [way, explained(way)])));
      expect(finding.inferred === null).toBe(telling.length === 0);
      if (finding.inferred === null) continue;
      const best = finding.inferred;
      expect(finding.explained[best]).toBe(Math.max(...ROUNDINGS.map(explained)));
      expect(finding.left_fen).toBe(
        telling.reduce(
          (fen, { base, ratio, stated }) => fen + Math.abs(Number(plainRounding(base, ratio, best) - stated)),
          0,
        ),
      );
    }
  });
});

describe('the differences of a month', () => {
  const everything = (of: (typeof COMPARED)[number], limit: number, more: object = {}): DifferenceRow[] => {
    const rows: DifferenceRow[] = [];
    let cursor: string | undefined;
    do {
      const page = differencePage(world.store, { period: '2026-10', of, limit, cursor, ...more });
      rows.push(...page.rows);
      cursor = page.next_cursor ?? undefined;
      expect(page.rows.length === limit || cursor === undefined).toBe(true);
    } while (cursor !== undefined);
    return rows;
  };

  it.each(COMPARED)('come by money, each once, with both figures: %s', (of) => {
    const rows = everything(of, 3);
    const expected = [...plain]
      .filter(([, { status, settled }]) => status === 100 && settled > 0 && periodOf(settled) === '2026-10')
      .flatMap(([key, { compared }]) => {
        const { ours, stated } = compared[of];
        return ours === null || stated === null || ours === stated ? [] : [{ key, ours, stated }];
      });
    expect(rows.map((row) => `${row.order_id}/${row.sku_id} ${row.ours_fen} ${row.platform_fen}`).sort()).toEqual(
      expected.map(({ key, ours, stated }) => `${key} ${ours} ${stated}`).sort(),
    );
    const sizes = rows.map((row) => Math.abs(row.difference_fen));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    for (const row of rows) expect(row.difference_fen).toBe(row.platform_fen - row.ours_fen);
    expect(everything(of, 500)).toEqual(rows);
  });

  it('are cut by their reason without a row lost', () => {
    const all = everything('service_amount', 500);
    const byReason = [...new Set(all.map(({ reason }) => reason))].flatMap((reason) =>
      everything('service_amount', 2, { reason }),
    );
    expect(byReason).toHaveLength(all.length);
    expect(new Set(byReason.map(({ order_id, sku_id }) => `${order_id}/${sku_id}`)).size).toBe(all.length);
    expect(everything('service_amount', 5, { accepted: true })).toEqual([]);
    expect(everything('service_amount', 5, { accepted: false })).toEqual(all);
  });

  it('agree with what the rows of the orders page carry', () => {
    const stored = world.books.rows
      .filter(
        ({ commission_status, settled_at }) =>
          commission_status === 100 && settled_at && periodOf(settled_at as number) === '2026-10',
      )
      .filter(({ difference_fen }) => difference_fen)
      .map(({ order_id, sku_id, difference_fen }) => `${order_id}/${sku_id} ${difference_fen}`);
    expect(
      everything('service_amount', 500)
        .map((row) => `${row.order_id}/${row.sku_id} ${row.difference_fen}`)
        .sort(),
    ).toEqual(stored.sort());
  });

  it.each(['x', '[1]', '[1.5,2]', '["a","b"]'])('refuse the cursor %s', (cursor) => {
    expect(() => differencePage(world.store, { period: '2026-10', of: 'service_amount', limit: 5, cursor })).toThrow(
      'input.invalid',
    );
  });
});
