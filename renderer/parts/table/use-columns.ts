import { useCallback, useMemo } from 'react';
import type { ViewColumn } from '../../../shared/contract/view.ts';
import { useView } from '../../state/view.ts';
import { type Column, changedColumn, choiceOf, type PlacedColumn, placedColumns, shownColumns } from './columns.ts';

export interface TableColumns<Row> {
  /** The columns to draw. */
  shown: PlacedColumn<Row>[];
  /** All of them in staff's order. */
  placed: PlacedColumn<Row>[];
  /** Changes what staff chose; given the choice as it stands, every column in it. */
  change: (change: (choice: ViewColumn[]) => ViewColumn[]) => void;
  setWidth: (id: string, width: number) => void;
  reset: () => void;
}

/** The columns of a table as staff chose, placed, sized and pinned them, remembered by the table's name. */
export function useColumns<Row>(table: string, columns: readonly Column<Row>[]): TableColumns<Row> {
  const choice = useView((view) => view.columns[table]);
  const setColumns = useView((view) => view.setColumns);
  const resetColumns = useView((view) => view.resetColumns);
  const placed = useMemo(() => placedColumns(columns, choice), [columns, choice]);
  const shown = useMemo(() => shownColumns(columns, choice), [columns, choice]);
  const change = useCallback(
    (edit: (choice: ViewColumn[]) => ViewColumn[]) => setColumns(table, edit(choiceOf(placed))),
    [setColumns, table, placed],
  );
  const setWidth = useCallback(
    (id: string, width: number) => change((all) => changedColumn(all, id, { width })),
    [change],
  );
  const reset = useCallback(() => resetColumns(table), [resetColumns, table]);
  return { shown, placed, change, setWidth, reset };
}
