import { describe, expect, it } from 'vitest';
import { type TableKey, tableStep } from '../../../../renderer/parts/table/keyboard.ts';

const step = (key: string, active: number, more: Partial<TableKey> = {}, count = 5) =>
  tableStep({ key, ...more }, { active, count, perPage: 3 });

describe('keys in a table', () => {
  it('move within the rows', () => {
    expect(step('ArrowDown', -1)).toEqual({ move: 0 });
    expect(step('ArrowDown', 4)).toEqual({ move: 4 });
    expect(step('PageUp', 1)).toEqual({ move: 0 });
    expect(step('End', 0)).toEqual({ move: 4 });
    expect(step('ArrowDown', 1, { ctrlKey: true })).toEqual({ move: 4 });
  });

  it('choose with Shift, Ctrl and Cmd', () => {
    expect(step('ArrowDown', 1, { shiftKey: true })).toEqual({ move: 2, extend: true });
    expect(step('End', 1, { shiftKey: true })).toEqual({ move: 4, extend: true });
    expect(step('a', -1, { metaKey: true })).toEqual({ all: true });
    expect(step('C', 1, { ctrlKey: true })).toEqual({ copy: true });
    expect(step('Escape', 1)).toEqual({ clear: true });
  });

  it('open the menu of the active row', () => {
    expect(step('F10', 2, { shiftKey: true })).toEqual({ menu: true });
    expect(step('ContextMenu', 2)).toEqual({ menu: true });
    expect([step('F10', 2), step('ContextMenu', -1)]).toEqual([null, null]);
  });

  it('act on the active row only, and leave other keys alone', () => {
    expect([step('Enter', 2), step(' ', 2)]).toEqual([{ open: true }, { toggle: true }]);
    expect([step('Enter', -1), step('ArrowDown', -1, {}, 0), step('x', 0), step('a', 0)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect([step('k', 0, { ctrlKey: true }), step('ArrowDown', 0, { altKey: true })]).toEqual([null, null]);
    expect([step('ArrowRight', 0), step('ArrowLeft', 0)]).toEqual([{ column: 1 }, { column: -1 }]);
  });
});
