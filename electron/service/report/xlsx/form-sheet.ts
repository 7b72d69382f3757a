import type { ColumnKind } from '../column.ts';
import { fractionNumber, numberCell, serialOf, textCell, yuanNumber } from './cell.ts';
import { columnLetters } from './names.ts';
import { PAGE, SHEET_HEAD } from './parts.ts';
import { KIND_STYLE, STYLE } from './styles.ts';

export interface FormCell {
  kind: ColumnKind | 'title' | 'section' | 'label' | 'note';
  value: string | number | null;
}
export type FormRow = readonly (FormCell | null)[];

const WORDS = { title: STYLE.title, section: STYLE.section, label: STYLE.label, note: STYLE.note };

function cellXml(reference: string, { kind, value }: FormCell): string {
  if (value === null) return '';
  if (kind === 'title' || kind === 'section' || kind === 'label' || kind === 'note')
    return textCell(reference, WORDS[kind], String(value));
  const style = KIND_STYLE[kind];
  if (typeof value === 'string') return textCell(reference, style, value);
  if (kind === 'money') return numberCell(reference, style, yuanNumber(value));
  if (kind === 'rate') return numberCell(reference, style, fractionNumber(value));
  if (kind === 'instant') return numberCell(reference, style, String(serialOf(value)));
  return numberCell(reference, style, String(value));
}

/** A small sheet that is no table: what the report is about, sums, notes. */
export function formXml(widths: readonly number[], rows: readonly FormRow[]): string {
  const columns = widths.map((width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`);
  const body = rows.map((row, r) => {
    const cells = row.map((cell, c) => (cell ? cellXml(`${columnLetters(c)}${r + 1}`, cell) : ''));
    const height = row[0]?.kind === 'title' ? ' ht="28" customHeight="1"' : '';
    return `<row r="${r + 1}"${height}>${cells.join('')}</row>`;
  });
  return `${SHEET_HEAD}<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="16"/><cols>${columns.join('')}</cols><sheetData>${body.join('')}</sheetData>${PAGE}</worksheet>`;
}
