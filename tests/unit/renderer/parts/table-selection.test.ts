import { describe, expect, it } from 'vitest';
import {
  ranged,
  selectedAll,
  selectedRows,
  selectedShare,
  toggled,
  toggledAll,
} from '../../../../renderer/parts/table/selection.ts';

const keyOf = (row: string) => row;
const rows = ['a', 'b', 'c', 'd'];
const of = (...keys: string[]) => selectedAll(keys, keyOf);

describe('selection', () => {
  it('keeps rows that are out of sight', () => {
    const chosen = toggledAll(toggled(new Map(), 'other', 'other'), ['a', 'b'], keyOf);
    expect([...chosen.keys()]).toEqual(['other', 'a', 'b']);
    expect([...toggledAll(chosen, ['a', 'b'], keyOf).keys()]).toEqual(['other']);
  });

  it('adds what is missing before it takes anything away', () => {
    expect([...toggledAll(of('a'), ['a', 'b'], keyOf).keys()]).toEqual(['a', 'b']);
  });

  it('draws a range either way and gives rows up when it is drawn back', () => {
    const base = of('other');
    expect([...ranged(base, rows, 1, 3, keyOf).keys()]).toEqual(['other', 'b', 'c', 'd']);
    expect([...ranged(base, rows, 1, 0, keyOf).keys()]).toEqual(['other', 'a', 'b']);
    expect([...ranged(base, rows, 1, 1, keyOf).keys()]).toEqual(['other', 'b']);
  });

  it('says whether none, some or all rows are chosen', () => {
    expect(selectedShare(of(), rows, keyOf)).toBe('none');
    expect(selectedShare(of('other'), rows, keyOf)).toBe('none');
    expect(selectedShare(of('c'), rows, keyOf)).toBe('some');
    expect(selectedShare(of(...rows), rows, keyOf)).toBe('all');
    expect(selectedShare(of('a'), [], keyOf)).toBe('none');
  });

  it('gives the chosen rows in the order of the table, the newest state of each', () => {
    const byId = (row: { id: string }) => row.id;
    const chosen = new Map([
      ['z', { id: 'z', of: 'before' }],
      ['c', { id: 'c', of: 'before' }],
      ['a', { id: 'a', of: 'before' }],
    ]);
    const now = [
      { id: 'a', of: 'now' },
      { id: 'b', of: 'now' },
      { id: 'c', of: 'now' },
    ];
    expect(selectedRows(chosen, now, byId)).toEqual([now[0], now[2], { id: 'z', of: 'before' }]);
  });
});
