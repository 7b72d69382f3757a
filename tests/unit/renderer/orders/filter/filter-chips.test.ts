import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedConditions, withConditions, withList } from '../../../../../renderer/rooms/orders/filter/fields.ts';
import { cleared, filterChips, lessOf } from '../../../../../renderer/rooms/orders/filter/filter-chips.ts';
import type { OrderFilter } from '../../../../../shared/contract/order.ts';
import { filters } from '../any-filter.ts';

describe('filter chips', () => {
  it('has one chip a value, each removing only itself', () => {
    const filter = {
      axis: 'paid' as const,
      from: '2026-01-01',
      shop_appid: ['a', null],
      commission_status: [20],
      order_id: '3701',
      payment_min: 100,
      has_note: false,
    };
    const chips = filterChips(filter);
    expect(chips.map((chip) => chip.key)).toEqual([
      'days',
      'order_id',
      'commission_status:20',
      'shop_appid:a',
      'shop_appid:-',
      'payment',
      'has_note',
    ]);
    const { from: _from, ...others } = filter;
    expect(chips[0]!.rest).toEqual(others);
    expect(chips[2]!.rest).not.toHaveProperty('commission_status');
    expect(chips[3]!.rest.shop_appid).toEqual([null]);
    expect(chips[6]!.rest).not.toHaveProperty('has_note');
  });

  it('gives many values, and ten thousand order ids, one chip', () => {
    const chips = filterChips({
      axis: 'created',
      shop_appid: ['a', 'b', 'c', 'd'],
      order_ids: Array.from({ length: 10_000 }, (_, at) => String(at)),
    });
    expect(chips.map(({ kind }) => kind)).toEqual(['order_ids', 'values']);
    expect(chips[0]).toMatchObject({ count: 10_000 });
    expect(chips[1]!.rest).not.toHaveProperty('shop_appid');
  });

  it('shows every condition there is: without all chips nothing is left', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        let rest = filter;
        for (let steps = 0; filterChips(rest).length > 0; steps += 1) {
          expect(steps).toBeLessThan(200);
          rest = filterChips(rest)[0]!.rest;
        }
        expect(rest).toEqual(cleared(filter));
      }),
    );
  });

  it('has keys of their own', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const keys = filterChips(filter).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('keeps no empty lists and no chip for the axis alone', () => {
    expect(withList({ axis: 'created', channel: ['promoter'] }, 'channel', [])).toEqual({ axis: 'created' });
    expect(withConditions({ axis: 'paid', text: '茶' }, { text: undefined })).toEqual({ axis: 'paid' });
    expect(filterChips(cleared({ axis: 'settled', order_id: '3701' }))).toEqual([]);
  });

  it('takes over from a part of the page only what it changed', () => {
    const shown: OrderFilter = { axis: 'created', channel: ['promoter'] };
    const newest: OrderFilter = { ...shown, text: '茶', from: '2026-10-01' };
    const taken = (next: OrderFilter) => withConditions(newest, changedConditions(shown, next));
    expect(taken({ ...shown, order_status: [100] })).toEqual({ ...newest, order_status: [100] });
    expect(taken({ axis: 'created' })).toEqual({ axis: 'created', text: '茶', from: '2026-10-01' });
    expect(taken(shown)).toEqual(newest);
  });

  it('takes away words first, then all but the days, then the days', () => {
    const filter = { axis: 'paid' as const, text: '茶', has_refund: true, from: '2026-01-01', to: '2026-01-31' };
    const first = lessOf(filter);
    const second = lessOf(first);
    expect(first).not.toHaveProperty('text');
    expect(first).toHaveProperty('has_refund');
    expect(second).toEqual({ axis: 'paid', from: '2026-01-01', to: '2026-01-31' });
    expect(lessOf(second)).toEqual({ axis: 'paid' });
    expect(lessOf({ axis: 'paid' })).toEqual({ axis: 'paid' });
  });
});
