import type { Words } from './words.ts';

/**
 * How a value is meant and so how it is written: `id` text that must never become a number, `text` from outside,
 * `money` fen, `rate` ppm, `instant` Unix seconds, `count` a plain integer, `word` a code shown by its word.
 */
export const COLUMN_KINDS = ['id', 'text', 'money', 'rate', 'instant', 'count', 'word'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

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

/** Headings of one sheet must differ: a second `名称` becomes `名称_2`. What is different already stays as it is. */
export function uniqueTitles(columns: readonly Pick<Column, 'title'>[]): string[] {
  const taken = new Set<string>();
  return columns.map(({ title }) => {
    let unique = title;
    for (let n = 2; taken.has(unique); n++) unique = `${title}_${n}`;
    taken.add(unique);
    return unique;
  });
}
