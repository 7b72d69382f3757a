import { describe, expect, it } from 'vitest';
import {
  type Column,
  changedColumn,
  choiceOf,
  clampWidth,
  fillsBeforeEnd,
  movedColumn,
  nextSort,
  pinOffsets,
  placedColumns,
  shownColumns,
  tracksOf,
} from '../../../../renderer/parts/table/columns.ts';
import { staticSource } from '../../../../renderer/parts/table/source.ts';
import { rowWindow } from '../../../../renderer/parts/table/use-row-window.ts';
import type { ViewColumn } from '../../../../shared/contract/view.ts';

const column = (id: string, more: Partial<Column<unknown>> = {}): Column<unknown> => ({
  id,
  title: id,
  width: 100,
  render: () => null,
  ...more,
});

describe('columns', () => {
  const all = [column('a'), column('b', { hidden: true }), column('c')];
  const ids = (choice?: ViewColumn[]) => shownColumns(all, choice).map(({ id }) => id);

  it('follow the choice and its order, and else what the table says', () => {
    expect(ids()).toEqual(['a', 'c']);
    expect(
      ids([
        { id: 'c', shown: false },
        { id: 'b', shown: true },
        { id: 'a', shown: true },
      ]),
    ).toEqual(['b', 'a']);
  });

  it('never vanish altogether', () => {
    expect(
      ids([
        { id: 'a', shown: false },
        { id: 'c', shown: false },
      ]),
    ).toEqual(['a']);
  });

  it('that the choice does not know come behind those they follow; unknown and repeated ones are left out', () => {
    const choice: ViewColumn[] = [
      { id: 'c', shown: true },
      { id: 'gone', shown: true },
      { id: 'a', shown: true },
      { id: 'a', shown: false },
    ];
    expect(placedColumns(all, choice).map(({ id, shown }) => [id, shown])).toEqual([
      ['c', true],
      ['a', true],
      ['b', false],
    ]);
  });

  it('stand at the edge they are pinned to, without growing over their neighbours', () => {
    const shown = shownColumns(
      [column('a'), column('b', { pinned: 'start', grow: 1 }), column('c')],
      [{ id: 'a', shown: true, pinned: 'end' }],
    );
    expect(shown.map(({ id, grow }) => [id, grow])).toEqual([
      ['b', 0],
      ['c', undefined],
      ['a', undefined],
    ]);
    expect([...pinOffsets(shown, 34)]).toEqual([
      ['b', 34],
      ['a', 0],
    ]);
  });

  it('keep a width once it was set, within bounds', () => {
    const growing = [column('a', { grow: 2 }), column('b')];
    const choice = changedColumn(choiceOf(placedColumns(growing)), 'a', { width: 5000 });
    expect(choice).toEqual([
      { id: 'a', shown: true, width: 1200 },
      { id: 'b', shown: true },
    ]);
    expect(shownColumns(growing, choice)[0]).toMatchObject({ width: 1200, grow: 0, sized: true });
    expect(changedColumn(choice, 'a', { width: undefined })[0]).toEqual({ id: 'a', shown: true });
    expect([clampWidth(3), clampWidth(80.4)]).toEqual([48, 80]);
  });

  it('move, and stop at the ends', () => {
    const choice = choiceOf(placedColumns(all));
    expect(movedColumn(choice, 'c', 0).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(movedColumn(choice, 'a', 9).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
    expect(movedColumn(choice, 'x', 0)).toEqual(choice);
  });

  it('fill the width', () => {
    expect(tracksOf([column('a', { grow: 1 }), column('b')], 36)).toEqual({
      tracks: '36px minmax(100px, 1fr) 100px',
      width: 236,
    });
    expect(tracksOf([column('a')], 0)).toEqual({ tracks: '100px minmax(0, 1fr)', width: 100 });
    const pinned = [column('a'), column('b', { pinned: 'end' })];
    expect(tracksOf(pinned, 0).tracks).toBe('100px minmax(0, 1fr) 100px');
    expect([fillsBeforeEnd(pinned), fillsBeforeEnd([column('a')])]).toEqual([true, false]);
  });

  it('sort downwards first and turn on the second click', () => {
    expect(nextSort(undefined, 'a')).toEqual({ by: 'a', direction: 'desc' });
    expect(nextSort({ by: 'a', direction: 'desc' }, 'a')).toEqual({ by: 'a', direction: 'asc' });
    expect(nextSort({ by: 'a', direction: 'asc' }, 'b')).toEqual({ by: 'b', direction: 'desc' });
  });
});

describe('the window of rows', () => {
  it('reaches beyond what is in sight, in steps, and within the rows', () => {
    expect(rowWindow(0, 440, 44, 1000)).toEqual({ from: 0, to: 23 });
    expect(rowWindow(44_000, 440, 44, 100_000)).toEqual({ from: 996, to: 1019 });
    expect(rowWindow(44_010, 440, 44, 100_000).from).toBe(996);
    expect(rowWindow(44_000, 440, 44, 12)).toEqual({ from: 0, to: 12 });
    expect(rowWindow(0, 440, 44, 0)).toEqual({ from: 0, to: 0 });
  });

  it('draws as many rows everywhere, each in sight among them', () => {
    for (let top = 0; top <= 960 * 44; top += 17) {
      const { from, to } = rowWindow(top, 440, 44, 970);
      expect(to - from).toBe(23);
      expect(from).toBeLessThanOrEqual(Math.floor(top / 44));
      expect(to).toBeGreaterThanOrEqual(Math.min(970, Math.ceil((top + 440) / 44)));
    }
  });
});

describe('a list that is wholly there', () => {
  it('has nothing more to read', () => {
    expect(staticSource(['a'], 'q')).toMatchObject({ question: 'q', rows: ['a'], hasMore: false, stale: false });
    expect('question' in staticSource([])).toBe(false);
  });
});
