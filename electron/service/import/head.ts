import type { ImportField } from '../../../shared/contract/import.ts';
import { shown, type TableRow, type TableSheet } from '../table-file/cell.ts';
import { columnName, HEAD_ROWS } from '../table-file/heading.ts';
import { orderNumber } from '../table-file/order-number.ts';
import { fieldsOf } from './field-names.ts';

/** Where the headings of a table stand and which of them are known. */
export interface ImportHead {
  headings: string[];
  /** Last row of the headings; 0 when there are none. */
  after: number;
  fields: Partial<Record<ImportField, number>>;
}

/**
 * The row among the first ones with the most known headings: titles and filters may stand above it. Where headings are
 * merged over two rows, a column is called by the lower one, or by the upper one where nothing stands below.
 */
export function findHead(rows: readonly TableRow[]): ImportHead | null {
  const lines = rows.slice(0, HEAD_ROWS).map(({ at, cells }) => ({ at, texts: cells.map(shown) }));
  const width = Math.max(0, ...lines.map(({ texts }) => texts.length));
  const first = lines.find(({ texts }) => texts.some((text) => text !== ''));
  if (!first) return null;
  let best: ImportHead | null = null;
  /** Something that stands right below headings and is no data belongs to them, when it takes no known one away. */
  const offer = (headings: string[], after: number, belongs: boolean) => {
    const fields = fieldsOf(headings);
    const more = Object.keys(fields).length - Object.keys(best?.fields ?? {}).length;
    if (more > 0 || (more === 0 && belongs && best)) best = { headings, after, fields };
  };
  lines.forEach(({ at, texts }, index) => {
    const upper = padded(texts, width);
    offer(upper, at, false);
    const below = lines[index + 1];
    if (below && below.at === at + 1 && !below.texts.some(isData))
      offer(
        padded(below.texts, width).map((text, column) => text || upper[column]!),
        below.at,
        best?.after === at,
      );
  });
  if (best) return best;
  if (first.texts.some(isData))
    return { headings: Array.from({ length: width }, (_, index) => columnName(index)), after: 0, fields: {} };
  const titled = lines.find(({ texts }) => texts.filter((text) => text !== '').length >= 2) ?? first;
  return { headings: padded(titled.texts, width), after: titled.at, fields: {} };
}

function padded(texts: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => texts[index] ?? '');
}

/** Order numbers and amounts stand below headings, never in them. */
function isData(text: string): boolean {
  return orderNumber(text).kind !== 'none' || /^[-¥￥]?[\d,]+\.\d+$/.test(text.normalize('NFKC'));
}

/** The first rows of a sheet, as many as its headings may take. */
export async function firstRows(sheet: TableSheet): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of sheet.rows()) {
    rows.push(row);
    if (rows.length > HEAD_ROWS) break;
  }
  return rows;
}
