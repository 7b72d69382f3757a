import { figuresOf } from '../../settlement/figures.ts';
import type { SettlementLine } from '../../settlement/line.ts';
import type { Cell, Column } from '../column.ts';
import { groupTables, LINE_COLUMNS, PART_LABEL, SHEETS, TOTAL_LABEL } from '../settlement-columns.ts';
import { MARKS, sumRows } from '../settlement-forms.ts';
import { checked, type Statement } from '../statement.ts';
import { sheetValue } from './cell-value.ts';
import { emptyLine } from './line-of.ts';
import type { XlsxReader } from './xlsx-reader.ts';

/** What the notes sheet says; null when this is no report of ours. */
export async function sheetStatement(workbook: XlsxReader): Promise<Statement | null> {
  if (!workbook.names.includes(SHEETS.notes)) return null;
  const facts = new Map<Cell, Cell>();
  for await (const [label, value] of workbook.rows(SHEETS.notes)) facts.set(label ?? null, value ?? null);
  return checked(facts.get(MARKS.format), facts.get(MARKS.period), facts.get(MARKS.rows), facts.get(MARKS.hash));
}

function isSum(cell: Cell | undefined): boolean {
  return cell === TOTAL_LABEL || cell === PART_LABEL;
}

/** Rows of a table by the keys of its columns, found by their headings; sums and empty rows as `total` says. */
async function* tableRows(workbook: XlsxReader, sheet: string, columns: readonly Column[], total: boolean) {
  let places: ({ key: string; value: (cell: Cell) => Cell } | null)[] | null = null;
  for await (const cells of workbook.rows(sheet)) {
    if (places === null) {
      places = cells.map((head) => {
        const column = columns.find(({ title }) => title === head);
        return column ? { key: column.key, value: sheetValue(column) } : null;
      });
      continue;
    }
    if (cells.every((cell) => cell === null || cell === '') || isSum(cells[0]) !== total) continue;
    const row: Record<string, Cell> = {};
    places.forEach((place, n) => {
      const cell = cells[n] ?? null;
      if (place) row[place.key] = cell === null || cell === '' ? null : place.value(cell);
    });
    yield row;
  }
}

function lineSheets(workbook: XlsxReader): string[] {
  return workbook.names.filter((name) => name === SHEETS.lines || /^明细_\d+$/.test(name));
}

export async function* workbookLines(workbook: XlsxReader): AsyncGenerator<SettlementLine> {
  for (const sheet of lineSheets(workbook))
    for await (const row of tableRows(workbook, sheet, LINE_COLUMNS, false))
      yield { ...emptyLine(), ...row } as unknown as SettlementLine;
}

/** Whether everything else that is printed follows from the lines: summary, groups, total rows. */
export async function sheetsAgree(
  workbook: XlsxReader,
  period: string,
  lines: readonly SettlementLine[],
): Promise<boolean> {
  const { sums, ...groups } = figuresOf(period, lines);
  for (const { sheet, columns, rows } of groupTables(groups)) {
    if (!workbook.names.includes(sheet)) return false;
    const expected = rows.map((row) => rowText(columns, row));
    const found: string[] = [];
    for await (const row of tableRows(workbook, sheet, columns, false)) found.push(rowText(columns, row));
    if (found.toSorted().join('\n') !== expected.toSorted().join('\n')) return false;
    const figures = columns.filter(({ kind }) => kind === 'money' || kind === 'count');
    for await (const row of tableRows(workbook, sheet, columns, true))
      if (rowText(figures, row) !== rowText(figures, { ...sums })) return false;
  }
  return (await totalsAgree(workbook, lines)) && summaryAgrees(workbook, sums);
}

function rowText(columns: readonly Column[], row: Readonly<Record<string, Cell>>): string {
  return columns.map(({ key }) => row[key] ?? '').join('\t');
}

/** The total rows of the detail, together, against the sums of its lines. */
async function totalsAgree(workbook: XlsxReader, lines: readonly SettlementLine[]): Promise<boolean> {
  const summed = LINE_COLUMNS.filter((column) => 'summed' in column);
  const printed = new Map<string, number>();
  for (const sheet of lineSheets(workbook))
    for await (const row of tableRows(workbook, sheet, LINE_COLUMNS, true))
      for (const { key } of summed) printed.set(key, (printed.get(key) ?? 0) + Number(row[key]));
  return summed.every(({ key }) => printed.get(key) === lines.reduce((sum, line) => sum + (line[key] ?? 0), 0));
}

/** The first block of figures on the summary; the second one holds estimates that no line here explains. */
async function summaryAgrees(workbook: XlsxReader, sums: Parameters<typeof sumRows>[0]): Promise<boolean> {
  if (!workbook.names.includes(SHEETS.summary)) return false;
  const waiting = new Map(sumRows(sums).map((row) => [row[0]?.value, row[1]]));
  for await (const [label, cell] of workbook.rows(SHEETS.summary)) {
    const expected = waiting.get(label ?? null);
    if (!expected) continue;
    waiting.delete(label);
    const value = sheetValue({ key: '', title: '', kind: expected.kind === 'money' ? 'money' : 'count' })(cell ?? null);
    if (value !== expected.value) return false;
  }
  return waiting.size === 0;
}
