import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../../renderer/rooms/orders/address.ts';
import {
  readPeriod,
  readTab,
  settledRows,
  unsettledRows,
} from '../../../../renderer/rooms/settlement/period-address.ts';
import { orderGroups } from '../../../../renderer/rooms/settlement/summary/group-order.ts';

const filterOf = (address: string) => readQuestion(new URLSearchParams(address.split('?')[1])).filter;

describe('a settlement period', () => {
  it('opens exactly its rows', () => {
    expect(filterOf(settledRows('2026-02', { shop_appid: ['wx1'] }))).toEqual({
      axis: 'settled',
      from: '2026-02-01',
      to: '2026-02-28',
      commission_status: [100],
      shop_appid: ['wx1'],
    });
    expect(filterOf(unsettledRows('2026-12'))).toEqual({
      axis: 'paid',
      from: '2026-12-01',
      to: '2026-12-31',
      commission_status: [20],
    });
  });

  it('is the one in the address, else the newest', () => {
    const known = [{ period: '2026-09' }, { period: '2026-11' }, { period: '2026-10' }];
    expect(readPeriod('2026-10', known)).toBe('2026-10');
    expect(readPeriod('2026-13', known)).toBe('2026-11');
    expect(readPeriod(null, [])).toBeNull();
    expect(readTab('channels')).toBe('channels');
    expect(readTab('x')).toBe('merchants');
  });

  it('orders its groups by any figure', () => {
    const groups = [{ net_fen: 1 }, { net_fen: -5 }, { net_fen: 9 }] as never[];
    const nets = (direction: 'asc' | 'desc') =>
      orderGroups(groups, { by: 'net_fen', direction }).map((group: { net_fen: number }) => group.net_fen);
    expect(nets('desc')).toEqual([9, 1, -5]);
    expect(nets('asc')).toEqual([-5, 1, 9]);
  });
});
