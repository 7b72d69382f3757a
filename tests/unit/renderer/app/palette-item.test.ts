import { describe, expect, it } from 'vitest';
import { matchesItem, stepChoice } from '../../../../renderer/app/shell/palette/palette-item.ts';

describe('the palette', () => {
  it('finds an item by every word typed, in either language', () => {
    const item = { label: '佣金单', words: 'orders Orders', detail: 'wx12' };
    for (const typed of ['', '佣金', 'ORD', 'ord wx1']) expect(matchesItem(item, typed)).toBe(true);
    expect(matchesItem(item, 'ord 推客')).toBe(false);
  });

  it('goes round at both ends', () => {
    expect([stepChoice(0, -1, 3), stepChoice(2, 1, 3), stepChoice(0, 1, 0)]).toEqual([2, 0, 0]);
  });
});
