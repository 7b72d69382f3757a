import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuildSums } from '../../../electron/service/order/sums.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { type OrderFilter, orderFilter, orderSort } from '../../../shared/contract/order.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { draws } from '../../support/order-world/draw.ts';
import { RULES } from '../../support/order-world/fill-parties.ts';
import { OWN_APP_ID, PARTIES } from '../../support/order-world.ts';
import { askPage, differences } from '../../support/reference-compare.ts';
import { figuresOfReplies } from '../../support/reference-figures.ts';
import { folded } from '../../support/reference-orders.ts';
import { itAnswersLikeTheReference, ORDERS, openAskedWorld } from '../../support/reference-questions.ts';
import type { ReferenceWorld } from '../../support/reference-world.ts';

let world: ReferenceWorld;

beforeAll(async () => {
  world = await openAskedWorld();
}, 240_000);

afterAll(() => world?.close());

describe(`${ORDERS} commission orders`, () => {
  it('have the sums that a rebuild from nothing gives', () => {
    const all = sql`select * from order_sum order by axis, grain, dim, value, span, channel, order_status, commission_status, flags`;
    const kept = world.store.all(all);
    rebuildSums(world.store);
    expect(kept).toEqual(world.store.all(all));
    expect(kept.length).toBeGreaterThan(1000);
  }, 60_000);

  it('have the figures that follow from their replies', () => {
    const differing: unknown[] = [];
    for (const row of world.books.rows.filter(({ id }) => id % 10 === 0)) {
      const figures = figuresOfReplies(world.replies.get(`${row.order_id}/${row.sku_id}`)!, {
        ownAppId: OWN_APP_ID,
        parties: PARTIES,
        rules: RULES,
      }) as Record<string, unknown>;
      const stored = Object.fromEntries(Object.keys(figures).map((name) => [name, row[name]]));
      if (JSON.stringify(stored) !== JSON.stringify(figures)) differing.push({ key: row.order_id, stored, figures });
    }
    expect(differing.slice(0, 3)).toEqual([]);
  });

  itAnswersLikeTheReference(() => world, 0);
});

describe('what nobody should type', () => {
  const ask = (part: Partial<OrderFilter>) => {
    const filter = orderFilter.parse(part);
    return differences(world, { filter, sort: orderSort.parse({}) }, draws(5));
  };

  it.each([
    `' or '1'='1`,
    '100%',
    '%%%%',
    '____',
    '🍵🍵🍵🍵',
    '"order_id"',
    '3701 234',
    '\u0000\u0000\u0000\u0000',
    '\ud83c\ud83c\ud83c\ud83c',
  ])('an order id such as %j finds what it says and nothing else', (text) => {
    expect(ask({ order_id: text })).toEqual([]);
    expect(ask({ order_ids: [text] })).toEqual([]);
    expect(ask({ text })).toEqual([]);
  });

  it.each([10_000, 20_000])('%i pasted ids are all looked for', (count) => {
    const own = world.books.rows.slice(0, count / 2).map((row) => row.order_id);
    const strange = Array.from({ length: count - own.length }, (_, index) => `${index}'%_🍵`);
    expect(ask({ order_ids: [...own, ...strange] })).toEqual([]);
  });

  it.each([
    '',
    '[]',
    '{}',
    'null_1',
    '["a"]',
    '[1,2,3]',
    '[null,null]',
    '[{},1]',
    '[1e400,1]',
    '[1,1]; drop table x',
    '🍵',
    '['.repeat(400),
  ])('the cursor %j is a page or input.invalid', (cursor) => {
    for (const towards of ['next', 'previous'] as const) {
      try {
        const { rows } = askPage(world, {
          filter: orderFilter.parse({}),
          sort: orderSort.parse({}),
          cursor,
          towards,
          limit: 50,
        });
        expect(rows.length).toBeLessThanOrEqual(50);
      } catch (error) {
        expect(error).toBeInstanceOf(DeskError);
        expect((error as DeskError).code).toBe('input.invalid');
      }
    }
  });

  it('a day that does not exist is refused', () => {
    for (const part of [{ from: '2026-02-30' }, { to: '2026-13-01' }] as Partial<OrderFilter>[])
      expect(() => askPage(world, { filter: orderFilter.parse(part), sort: orderSort.parse({}), limit: 50 })).toThrow(
        DeskError,
      );
  });

  it('an order id in full width is found as the same digits', () => {
    const id = world.books.rows[77]!.order_id;
    const wide = [...id].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    expect(folded(wide)).toBe(id);
    expect(ask({ text: wide })).toEqual([]);
  });
});
