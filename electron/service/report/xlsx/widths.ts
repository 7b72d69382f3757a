import { formatFen } from '../../../../shared/money.ts';
import { type Cell, type Column, type Row, uniqueTitles } from '../column.ts';
import { displayWidth } from './xml-text.ts';

const NARROWEST = 10;
const WIDEST = 40;
/** Room for the filter's button beside a heading, and for the margins of a cell. */
const BUTTON = 3;
const MARGIN = 2;

function shown({ kind, words }: Column, value: Exclude<Cell, null>): string {
  if (kind === 'money') return formatFen(Number(value));
  if (kind === 'instant') return '2026-01-01 00:00:00';
  if (kind === 'rate') return '100.00%';
  if (kind === 'word') return words?.label(value) ?? '';
  return String(value);
}

/** Widths in characters, Chinese ones counted twice, by the headings and the first rows. */
export function columnWidths(columns: readonly Column[], sample: readonly Row[]): number[] {
  const titles = uniqueTitles(columns);
  return columns.map((column, n) => {
    let width = displayWidth(titles[n]!) + BUTTON;
    // A total is longer than the amounts it is made of.
    if (column.kind === 'money' && column.summed) width = Math.max(width, 14);
    for (const row of sample) {
      const value = row[column.key];
      if (value !== null && value !== undefined) width = Math.max(width, displayWidth(shown(column, value)) + MARGIN);
    }
    return Math.min(WIDEST, Math.max(NARROWEST, width));
  });
}
