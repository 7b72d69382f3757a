import { useCallback, useRef } from 'react';
import { ranged, type Selection, selectedAll, toggled, toggledAll } from './selection.ts';

interface Choosing<Row> {
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  selection: Selection<Row> | undefined;
  onSelect: ((selection: Selection<Row>) => void) | undefined;
  /** All rows of the question are chosen, read or not; touching one chooses by hand from there. */
  everything: boolean;
}

/** Choosing rows one by one, by ranges and all of them; where a range began is kept here, by key. */
export function useChoosing<Row>(state: Choosing<Row>) {
  const now = useRef(state);
  now.current = state;
  const range = useRef<{ anchor: string; base: Selection<Row> } | null>(null);

  const chosen = useCallback((): Selection<Row> => {
    const { rows, rowKey, selection, everything } = now.current;
    return everything ? selectedAll(rows, rowKey) : (selection ?? new Map());
  }, []);

  const toggle = useCallback(
    (index: number) => {
      const { rows, rowKey, onSelect } = now.current;
      const row = rows[index];
      if (row === undefined || !onSelect) return;
      onSelect(toggled(chosen(), rowKey(row), row));
      range.current = { anchor: rowKey(row), base: chosen() };
    },
    [chosen],
  );

  /** From where the range began, or from `start` when none did, to the row. */
  const extend = useCallback(
    (start: number, index: number) => {
      const { rows, rowKey, onSelect } = now.current;
      const from = rows[start] ?? rows[index];
      if (from === undefined || !onSelect) return;
      range.current ??= { anchor: rowKey(from), base: chosen() };
      const { anchor, base } = range.current;
      const place = rows.findIndex((row) => rowKey(row) === anchor);
      onSelect(ranged(base, rows, place < 0 ? index : place, index, rowKey));
    },
    [chosen],
  );

  const forgetRange = useCallback(() => {
    range.current = null;
  }, []);

  const chooseAll = useCallback(() => {
    const { rows, rowKey, onSelect, everything } = now.current;
    if (!everything) onSelect?.(selectedAll(rows, rowKey));
  }, []);

  const toggleAll = useCallback(() => {
    const { rows, rowKey, onSelect, everything } = now.current;
    onSelect?.(everything ? new Map() : toggledAll(chosen(), rows, rowKey));
  }, [chosen]);

  /** True when there was something to clear. */
  const clear = useCallback((): boolean => {
    const { selection, onSelect, everything } = now.current;
    if (!onSelect || !(everything || selection?.size)) return false;
    range.current = null;
    onSelect(new Map());
    return true;
  }, []);

  return { toggle, extend, forgetRange, chooseAll, toggleAll, clear };
}
