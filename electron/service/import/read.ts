import type { ImportField, ImportReading, Refusal, RefusalReason } from '../../../shared/contract/import.ts';
import { MOST_REFUSALS } from '../../../shared/contract/import.ts';
import { addFen } from '../../../shared/money.ts';
import type { Merge, TableRow, TableSheet } from '../table-file/cell.ts';
import { isLineNumber } from './field-names.ts';
import type { ImportHead } from './head.ts';
import { provesExact } from './id-cell.ts';
import { judge, type ReadRow } from './judge.ts';
import { isSum, type Line, lineOf, type Scheme } from './line.ts';
import { mergedDown } from './merged.ts';
import { withoutRepeats } from './repeats.ts';

export interface TableRead {
  rows: ReadRow[];
  reading: Omit<ImportReading, 'encoding' | 'sheet'>;
}

/** Below its headings, the whole table: what counts, what is kept beside, and what cannot be read. */
export async function readTable(
  sheet: TableSheet,
  head: ImportHead,
  scheme: Scheme,
  known: (id: string) => boolean,
): Promise<TableRead> {
  const { columns } = scheme;
  const lines = await linesOf(sheet, head, scheme);
  const exact = {
    order: lines.some(({ order }) => provesExact(order)),
    flow: lines.some(({ flow }) => provesExact(flow)),
  };
  const read: ReadRow[] = [];
  const refused: Refusal[] = [];
  for (const line of lines) {
    const judged = judge(line, scheme, { exact, known });
    if ('read' in judged) read.push(judged.read);
    else refused.push(judged.refused);
  }
  const types = new Map(lines.map(({ row, type }) => [row, type]));
  const { kept, refused: again } = withoutRepeats(read, {
    keyOf: (row) => row.flow_id ?? JSON.stringify([row.order_id, row.sku_id, types.get(row.row)]),
    numbering: new Set(head.headings.flatMap((heading, column) => (isLineNumber(heading) ? [column] : []))),
  });
  refused.push(...again);
  refused.sort((a, b) => a.row - b.row);
  const counted = kept.filter(({ amount_fen }) => amount_fen !== null);
  const others = kept.filter(({ amount_fen }) => amount_fen === null);
  return {
    rows: kept,
    reading: {
      kind: scheme.kind,
      side: scheme.side,
      rows: lines.length,
      counted_rows: counted.length,
      orders: new Set(counted.map(({ order_id }) => order_id)).size,
      amount_fen: counted.reduce((sum, { amount_fen }) => addFen(sum, amount_fen!), 0),
      other_rows: others.length,
      other_types: tally(others.map(({ row }) => types.get(row) ?? '')).map(([type, rows]) => ({ type, rows })),
      columns: (Object.entries(columns) as [ImportField, number | null][]).flatMap(([as, column]) =>
        column === null ? [] : [{ heading: head.headings[column] ?? '', as }],
      ),
      refused_rows: refused.length,
      reasons: tally(refused.map(({ reason }) => reason)).map(([reason, rows]) => ({
        reason: reason as RefusalReason,
        rows,
      })),
      refused: refused.slice(0, MOST_REFUSALS),
    },
  };
}

/** How often each comes, the most frequent first. */
function tally(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** Rows with anything in them; what is merged downwards is the value of each of its rows, an amount only of the first. */
async function linesOf(sheet: TableSheet, head: ImportHead, scheme: Scheme): Promise<Line[]> {
  const merges: Merge[] = await sheet.merges();
  const { columns } = scheme;
  const shared = (['order_id', 'flow_id', 'at'] as const).map((field) => ({
    column: columns[field],
    above: mergedDown(merges, columns[field]),
    kept: null as { row: number; cell: TableRow['cells'][number] } | null,
  }));
  const amountAbove = mergedDown(merges, columns.amount);
  const lines: Line[] = [];
  for await (const row of sheet.rows()) {
    if (row.at <= head.after || row.cells.every(({ text }) => text.trim() === '') || isSum(row)) continue;
    const cells = [...row.cells];
    for (const one of shared) {
      if (one.column === null) continue;
      const cell = cells[one.column];
      if (one.kept && one.above(row.at) === one.kept.row) {
        while (cells.length < one.column) cells.push({ text: '', number: false });
        cells[one.column] = one.kept.cell;
      } else if (cell) one.kept = { row: row.at, cell };
    }
    lines.push({ ...lineOf({ at: row.at, cells }, scheme), amountAbove: amountAbove(row.at) !== null });
  }
  return lines;
}
