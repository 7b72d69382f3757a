import { describe, expect, it } from 'vitest';
import { facetChoices } from '../../../../../renderer/rooms/orders/filter/facet-choices.ts';
import { codeOfToken, textOfToken, valueToken } from '../../../../../renderer/rooms/orders/filter/value-token.ts';

describe('choices of a list', () => {
  it('are the known values, whatever the rows hold, and what is chosen already', () => {
    const counted = {
      values: [
        { value: 20, label: null, rows: 7 },
        { value: null, label: null, rows: 2 },
      ],
      more: 0,
    };
    const choices = facetChoices('commission_status', counted, [999]);
    expect(choices.map(({ value, rows }) => [value, rows])).toEqual([
      [20, 7],
      [100, 0],
      [200, 0],
      [null, 2],
      [999, 0],
    ]);
  });

  it('say nothing about what nobody counted', () => {
    expect(facetChoices('channel', undefined, []).map(({ rows }) => rows)).toEqual([null, null]);
    const top = { values: [{ value: 'wx1', label: '茶', rows: 9 }], more: 3 };
    expect(facetChoices('shop_appid', top, ['wx2'])).toEqual([
      { value: 'wx1', label: '茶', rows: 9 },
      { value: 'wx2', label: null, rows: null },
    ]);
  });

  it('have a text of their own, none of which is taken for null', () => {
    for (const value of [null, '-', '--', 'wx1', '', ' -']) expect(textOfToken(valueToken(value))).toBe(value);
    for (const code of [null, 0, -1, 999]) expect(codeOfToken(valueToken(code))).toBe(code);
    for (const token of ['--', 'x', '1.5', '', '99999999']) expect(codeOfToken(token)).toBeUndefined();
  });
});
