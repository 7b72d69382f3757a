import { formatFen } from '../../../../shared/money.ts';
import { formatPpm } from '../../../../shared/rate.ts';
import type { Cell, Column } from '../column.ts';
import { instantText } from '../instant-text.ts';

/** What stands on paper: amounts with two digits, times to the minute. */
export function fieldText({ kind, words }: Column, value: Cell): string {
  if (value === null) return '';
  switch (kind) {
    case 'money':
      return formatFen(Number(value));
    case 'rate':
      return formatPpm(Number(value), 2);
    case 'instant':
      return instantText(Number(value)).slice(0, 16);
    case 'count':
      return String(value);
    case 'word':
      return words?.label(value) ?? String(value);
    default:
      return String(value);
  }
}

/** Headings without their unit: the head of the document says that amounts are yuan. */
export function headText({ title }: Pick<Column, 'title'>): string {
  return title.replace(/[(（]元[)）]$/, '');
}

export function isFigure({ kind }: Pick<Column, 'kind'>): boolean {
  return kind === 'money' || kind === 'rate' || kind === 'count';
}
