import { describe, expect, it } from 'vitest';
import { cleared, filterChips, withList } from '../../../../renderer/rooms/orders/filter-chips.ts';

describe('filter chips', () => {
  it('has one chip a value, each removing only itself', () => {
    const filter = {
      axis: 'paid' as const,
      from: '2026-01-01',
      shop_appid: ['a', 'b'],
      commission_status: [20],
      order_id: '3701',
    };
    const chips = filterChips(filter);
    expect(chips.map((chip) => chip.key)).toEqual([
      'range',
      'order_id',
      'commission_status:20',
      'shop_appid:a',
      'shop_appid:b',
    ]);
    expect(chips[0]!.rest).toEqual({ axis: 'paid', shop_appid: ['a', 'b'], commission_status: [20], order_id: '3701' });
    expect(chips[2]!.rest).not.toHaveProperty('commission_status');
    expect(chips[3]!.rest.shop_appid).toEqual(['b']);
  });

  it('keeps no empty lists and no chip for the axis alone', () => {
    expect(withList({ axis: 'created', channel: ['promoter'] }, 'channel', [])).toEqual({ axis: 'created' });
    expect(filterChips(cleared({ axis: 'settled', order_id: '3701' }))).toEqual([]);
  });
});
