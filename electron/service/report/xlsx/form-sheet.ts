import type { ColumnKind } from '../column.ts';
import { numberCell, serialOf, textCell, yuanNumber } from './cell.ts';
import { columnLetters } from './names.ts';
import { FORM_PAGE, SHEET_HEAD } from './parts.ts';
import { STYLE } from './styles.ts';
import { displayWidth } from './xml-text.ts';

export interface FormCell {
  /** `fact` is a text among figures, `wide` one that runs on over the empty cells beside it, on paper to the last column. */
  kind: 'title' | 'section' | 'label' | 'note' | 'fact' | 'wide' | Extract<ColumnKind, 'money' | 'count' | 'instant'>;
  value: string | number | null;
}
export type FormRow = readonly (FormCell | null)[];

const FORM_STYLE: Record<FormCell['kind'], number> = {
  title: STYLE.title,
  section: STYLE.section,
  label: STYLE.label,
  wide: STYLE.label,
  note: STYLE.note,
  fact: STYLE.fact,
  money: STYLE.money,
  count: STYLE.count,
  instant: STYLE.fact_instant,
};
const LINE_HEIGHT = 16;

function cellXml(reference: string, { kind, value }: FormCell): string {
  if (value === null) return '';
  const style = FORM_STYLE[kind];
  if (typeof value === 'string') return textCell(reference, style, value);
  if (kind === 'money') return numberCell(reference, style, yuanNumber(value));
  if (kind === 'instant') return numberCell(reference, style, String(serialOf(value)));
  return numberCell(reference, style, String(value));
}

/** Notes and facts wrap; a note is set in a little. Not every program fits the height of a row to its text. */
function heightOf(row: FormRow, widths: readonly number[]): number {
  if (row[0]?.kind === 'title') return 28;
  const lines = row.map((cell, c) => {
    if (c === 0 || (cell?.kind !== 'note' && cell?.kind !== 'fact')) return 1;
    const room = (widths[c] ?? 10) - (cell.kind === 'note' ? 4 : 2);
    return Math.ceil(displayWidth(String(cell.value)) / room);
  });
  return LINE_HEIGHT * Math.max(1, ...lines);
}

/** A small sheet that is no table: what the report is about, sums, notes. In bytes, see `byteText`. */
export function formXml(widths: readonly number[], rows: readonly FormRow[]): string {
  const columns = widths.map((width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`);
  const body = rows.map((row, r) => {
    const cells = row.map((cell, c) => (cell ? cellXml(`${columnLetters(c)}${r + 1}`, cell) : ''));
    return `<row r="${r + 1}" ht="${heightOf(row, widths)}" customHeight="1">${cells.join('')}</row>`;
  });
  return `${SHEET_HEAD}<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="16"/><cols>${columns.join('')}</cols><sheetData>${body.join('')}</sheetData>${FORM_PAGE}</worksheet>`;
}
