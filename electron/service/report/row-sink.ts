import type { Cell, Row } from './column.ts';

/** Where rows of a report go: one file, or one table of a workbook. The columns are known from its opening. */
export interface RowSink {
  /** Takes one row. Answers a promise only when the receiver needs time before the next one. */
  row(row: Row): Promise<void> | undefined;
  /** No more rows. Where there is a total row, `labels` are the values of its columns that are not added up. */
  end(labels: Readonly<Record<string, Cell>>): Promise<void>;
}
