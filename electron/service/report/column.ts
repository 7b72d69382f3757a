import type { Words } from './words.ts';

/**
 * How a value is meant and so how it is written: `id` text that must never become a number, `text` from outside,
 * `money` fen, `rate` ppm, `instant` Unix seconds, `count` a plain integer, `word` a code shown by its word.
 */
export type ColumnKind = 'id' | 'text' | 'money' | 'rate' | 'instant' | 'count' | 'word';

export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

export interface Column {
  key: string;
  /** Heading with its unit, such as `推客佣金(元)`. */
  title: string;
  kind: ColumnKind;
  /** For `word`. */
  words?: Words;
  /** Added up in the total row. */
  summed?: boolean;
}

/** Headings of one sheet must differ: a second `名称` becomes `名称_2`. */
export function uniqueTitles(columns: readonly Column[]): string[] {
  const seen = new Map<string, number>();
  return columns.map(({ title }) => {
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    return count === 1 ? title : `${title}_${count}`;
  });
}
