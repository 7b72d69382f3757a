import type { PeriodFigures } from '../../../settlement/figures.ts';
import type { SettlementLine } from '../../../settlement/line.ts';
import type { LineSums } from '../../../settlement/sums.ts';
import type { Cell, Column } from '../../column.ts';
import { sumRows } from '../../document/cover-form.ts';
import { MARKS } from '../../document/notes-form.ts';
import { groupTables, LINE_COLUMNS, SHEETS } from '../../settlement-columns.ts';
import { PART_LABEL, TOTAL_LABEL } from '../../total-label.ts';
import { sheetValue } from '../cell-value.ts';
import type { XlsxReader } from '../xlsx-reader.ts';
import { type Claim, checkedClaim } from './claim.ts';
import type { DetailTotals } from './detail-totals.ts';
import { emptyLine } from './line-of.ts';

/** What the notes say; null when this is no report of ours. */
export function sheetClaim(facts: ReadonlyMap<Cell, Cell>): Claim | null {
  return checkedClaim(facts.get(MARKS.format), facts.get(MARKS.period), facts.get(MARKS.rows), facts.get(MARKS.hash));
}

interface TableRow {
  total: boolean;
  row: Record<string, Cell>;
}

/** Rows of a table by the keys of its columns, found by their headings; empty rows are left out. */
async function* tableRows(workbook: XlsxReader, sheet: string, columns: readonly Column[]): AsyncGenerator<TableRow> {
  let places: ({ key: string; value: (cell: Cell) => Cell } | null)[] | null = null;
  for await (const cells of workbook.rows(sheet)) {
    if (places === null) {
      places = cells.map((head) => {
        const column = columns.find(({ title }) => title === head);
        return column ? { key: column.key, value: sheetValue(column) } : null;
      });
      continue;
    }
    if (cells.every((cell) => cell === null || cell === '')) continue;
    const row: Record<string, Cell> = {};
    places.forEach((place, n) => {
      const cell = cells[n] ?? null;
      if (place) row[place.key] = cell === null || cell === '' ? null : place.value(cell);
    });
    yield { row, total: cells[0] === TOTAL_LABEL || cells[0] === PART_LABEL };
  }
}

/** Lines of the detail, on one sheet or several; its total rows go to `totals` beside. */
export async function* workbookLines(workbook: XlsxReader, totals: DetailTotals): AsyncGenerator<SettlementLine> {
  for (const sheet of workbook.names.filter((name) => name === SHEETS.lines || /^明细_\d+$/.test(name)))
    for await (const { row, total } of tableRows(workbook, sheet, LINE_COLUMNS)) {
      if (total) totals.total(row);
      else {
        const line = { ...emptyLine(), ...row } as unknown as SettlementLine;
        totals.line(line);
        yield line;
      }
    }
}

/** Whether what is printed on the other sheets follows from the lines: summary, groups and their totals. */
export async function sheetsAgree(workbook: XlsxReader, figures: PeriodFigures): Promise<boolean> {
  for (const { sheet, columns, rows } of groupTables(figures)) {
    if (!workbook.names.includes(sheet)) return false;
    const sums = columns.filter(({ kind }) => kind === 'money' || kind === 'count');
    const expected = [...rows.map((row) => rowText(columns, row)), rowText(sums, { ...figures.sums })];
    const found: string[] = [];
    for await (const { row, total } of tableRows(workbook, sheet, columns))
      found.push(rowText(total ? sums : columns, row));
    if (found.toSorted().join('\n') !== expected.toSorted().join('\n')) return false;
  }
  return summaryAgrees(workbook, figures.sums);
}

function rowText(columns: readonly Column[], row: Readonly<Record<string, Cell>>): string {
  return columns.map(({ key }) => row[key] ?? '').join('\t');
}

/** The first block of figures on the summary; the second one holds estimates that no line here explains. */
async function summaryAgrees(workbook: XlsxReader, sums: LineSums): Promise<boolean> {
  if (!workbook.names.includes(SHEETS.summary)) return false;
  const waiting = new Map(sumRows({ ...sums }, [...LINE_COLUMNS]).map((row) => [row[0]?.value, row[1]]));
  for await (const [label, cell] of workbook.rows(SHEETS.summary)) {
    const expected = waiting.get(label ?? null);
    if (!expected) continue;
    waiting.delete(label);
    const value = sheetValue({ key: '', title: '', kind: expected.kind === 'money' ? 'money' : 'count' })(cell ?? null);
    if (value !== expected.value) return false;
  }
  return waiting.size === 0;
}
