import type { Refusal } from '../../../shared/contract/import.ts';
import type { ReadRow } from './judge.ts';

/**
 * The same line once more counts once. The same order and SKU, or the same flow, with anything else in its line counts
 * not at all: nobody can say which of them is right. Rows that count for nothing may come as often as they like.
 */
export function withoutRepeats(
  rows: readonly ReadRow[],
  { keyOf, numbering }: { keyOf: (row: ReadRow) => string; numbering: ReadonlySet<number> },
): { kept: ReadRow[]; refused: Refusal[] } {
  const groups = new Map<string, ReadRow[]>();
  for (const row of rows) {
    if (row.amount_fen === null) continue;
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  const dropped = new Set<number>();
  const refused: Refusal[] = [];
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    const seen = new Set<string>();
    const different = group.filter((row) => {
      const text = lineText(row, numbering);
      const again = seen.has(text);
      seen.add(text);
      if (again) {
        dropped.add(row.row);
        refused.push({ row: row.row, reason: 'repeated', value: row.flow_id ?? row.order_id! });
      }
      return !again;
    });
    if (different.length === 1) continue;
    for (const row of different) {
      dropped.add(row.row);
      refused.push({ row: row.row, reason: 'conflicting', value: row.flow_id ?? row.order_id! });
    }
  }
  return { kept: rows.filter(({ row }) => !dropped.has(row)), refused };
}

/** The line without the columns that only number it, nor blanks at its end. */
function lineText({ cells, order_id }: ReadRow, numbering: ReadonlySet<number>): string {
  const texts = (JSON.parse(cells) as string[]).map((text, column) => (numbering.has(column) ? '' : text));
  while (texts.at(-1) === '') texts.pop();
  return JSON.stringify([order_id, texts]);
}
