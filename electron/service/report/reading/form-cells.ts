import { cleanText } from '../../settlement/clean-text.ts';
import type { Cell, ColumnKind } from '../column.ts';
import type { FormCell, FormRow } from '../xlsx/form-sheet.ts';
import { sheetValue } from './cell-value.ts';
import type { Places } from './places.ts';
import type { XlsxReader } from './xlsx-reader.ts';

/** What stands beside each label of a form; of two with the same label the first. */
export async function formFacts(workbook: XlsxReader, sheet: string): Promise<Map<Cell, Cell>> {
  const facts = new Map<Cell, Cell>();
  for await (const [label, value] of workbook.rows(sheet))
    if (!facts.has(label ?? null)) facts.set(label ?? null, value ?? null);
  return facts;
}

/** Holds a page of words and figures against what it must say, cell by cell. */
export async function judgeForm(
  workbook: XlsxReader,
  sheet: string,
  rows: readonly FormRow[],
  places: Places,
): Promise<void> {
  const found = new Map<number, Cell[]>();
  for await (const { at, cells } of workbook.numbered(sheet)) found.set(at, cells);
  const last = Math.max(rows.length, ...found.keys());
  for (let at = 1; at <= last; at++) {
    const row = rows[at - 1] ?? [];
    if (!sameRow(row, found.get(at) ?? []))
      places.add({ sheet, row: at, what: typeof row[1]?.value === 'number' ? 'total' : 'statement' });
  }
}

function sameRow(row: FormRow, cells: readonly Cell[]): boolean {
  const width = Math.max(row.length, cells.length);
  for (let n = 0; n < width; n++) if (!sameCell(row[n] ?? null, cells[n] ?? null)) return false;
  return true;
}

function sameCell(expected: FormCell | null, cell: Cell): boolean {
  const value = typeof expected?.value === 'string' ? cleanText(expected.value) : (expected?.value ?? null);
  if (typeof value !== 'number') return value === cell;
  const kind: ColumnKind = expected?.kind === 'money' || expected?.kind === 'instant' ? expected.kind : 'count';
  return sheetValue({ key: '', title: '', kind })(cell) === value;
}
