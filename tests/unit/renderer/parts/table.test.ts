import { describe, expect, it } from 'vitest';
import { type Column, nextSort, shownColumns, tracksOf } from '../../../../renderer/parts/table/columns.ts';
import { tableStep } from '../../../../renderer/parts/table/keyboard.ts';
import { toggled, toggledAll } from '../../../../renderer/parts/table/selection.ts';

const column = (id: string, more: Partial<Column<unknown>> = {}): Column<unknown> => ({
  id,
  title: id,
  width: 100,
  render: () => null,
  ...more,
});

describe('columns', () => {
  const all = [column('a'), column('b', { hidden: true }), column('c')];
  const ids = (choice: Record<string, boolean>) => shownColumns(all, choice).map(({ id }) => id);

  it('follow the choice, and else what the table says', () => {
    expect(ids({})).toEqual(['a', 'c']);
    expect(ids({ b: true, c: false })).toEqual(['a', 'b']);
  });

  it('never vanish altogether', () => {
    expect(ids({ a: false, c: false })).toEqual(['a']);
  });

  it('fill the width', () => {
    expect(tracksOf([column('a', { grow: 1 }), column('b')], 36)).toEqual({
      tracks: '36px minmax(100px, 1fr) 100px',
      width: 236,
    });
    expect(tracksOf([column('a')], 0)).toEqual({ tracks: '100px minmax(0, 1fr)', width: 100 });
  });

  it('sort downwards first and turn on the second click', () => {
    expect(nextSort(undefined, 'a')).toEqual({ by: 'a', direction: 'desc' });
    expect(nextSort({ by: 'a', direction: 'desc' }, 'a')).toEqual({ by: 'a', direction: 'asc' });
    expect(nextSort({ by: 'a', direction: 'asc' }, 'b')).toEqual({ by: 'b', direction: 'desc' });
  });
});

describe('keys in a table', () => {
  it('move within the rows', () => {
    expect(tableStep('ArrowDown', -1, 5, 3)).toEqual({ move: 0 });
    expect(tableStep('ArrowDown', 4, 5, 3)).toEqual({ move: 4 });
    expect(tableStep('PageUp', 1, 5, 3)).toEqual({ move: 0 });
    expect(tableStep('End', 0, 5, 3)).toEqual({ move: 4 });
  });

  it('act on the active row only', () => {
    expect([tableStep('Enter', 2, 5, 3), tableStep(' ', 2, 5, 3)]).toEqual([{ open: true }, { toggle: true }]);
    expect([tableStep('Enter', -1, 5, 3), tableStep('ArrowDown', -1, 0, 3), tableStep('x', 0, 5, 3)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('selection', () => {
  const keyOf = (row: string) => row;

  it('keeps rows that are out of sight', () => {
    const chosen = toggledAll(toggled(new Map(), 'other', 'other'), ['a', 'b'], keyOf);
    expect([...chosen.keys()]).toEqual(['other', 'a', 'b']);
    expect([...toggledAll(chosen, ['a', 'b'], keyOf).keys()]).toEqual(['other']);
  });

  it('adds what is missing before it takes anything away', () => {
    expect([...toggledAll(new Map([['a', 'a']]), ['a', 'b'], keyOf).keys()]).toEqual(['a', 'b']);
  });
});
