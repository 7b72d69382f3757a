import type { ReportVerdict } from '../../../../shared/contract/report.ts';
import type { Column } from '../column.ts';
import { coverForm } from '../document/cover-form.ts';
import { notesForm } from '../document/notes-form.ts';
import { ESTIMATED, groupLabels, totalLabels } from '../document/total-labels.ts';
import type { Face } from '../proof/face.ts';
import { lineTextOf } from '../proof/lines-hash.ts';
import { correctionColumns, type LineColumn, saleColumns } from '../proof/proof-columns.ts';
import { RowsHash } from '../proof/rows-hash.ts';
import { tableTextOf } from '../proof/table-text.ts';
import { SHEETS } from '../settlement-columns.ts';
import { rowsPerSheet, SHEET_ROWS } from '../xlsx/table-sheet.ts';
import { judgeForm } from './form-cells.ts';
import { judgeLines, lineOf } from './judge-lines.ts';
import { judgeRows } from './judge-rows.ts';
import { Places } from './places.ts';
import { type SealedFace, verdictOf } from './sealed.ts';
import { tableRows } from './table-rows.ts';
import type { XlsxReader } from './xlsx-reader.ts';

/** Holds every sheet of a workbook against what it says of itself; `sheetRows` as it was written with. */
export async function verifySealedWorkbook(
  workbook: XlsxReader,
  sealed: SealedFace,
  columns: readonly LineColumn[],
  ownKey: string | null,
  sheetRows = SHEET_ROWS,
): Promise<ReportVerdict> {
  const { face, seal } = sealed;
  const places = new Places();
  const placeOf = placeIn(sheetRows);
  const sales = face.sums.rows ?? 0;
  const found = await judgeLines(face, columns, {
    read: (again) => detailRows(workbook, face, columns, again ? null : places),
    placeOf: (number) =>
      number <= sales
        ? placeOf(SHEETS.lines, number, sales)
        : placeOf(SHEETS.corrections, number - sales, face.rows - sales),
    places,
  });
  for (const table of face.tables) await judgeTable(workbook, table, { detail: columns, face, places, placeOf });
  await judgeForm(workbook, SHEETS.summary, coverForm(face, sheetRows), places);
  await judgeForm(workbook, SHEETS.notes, notesForm(face, seal), places);
  return verdictOf(sealed, found, ownKey, places);
}

/** Sales, then corrections, each on one sheet or several. */
async function* detailRows(workbook: XlsxReader, face: Face, columns: readonly LineColumn[], places: Places | null) {
  const parts: [string, Column[], Face['sums']][] = [
    [SHEETS.lines, saleColumns(columns), face.sums],
    [SHEETS.corrections, correctionColumns(columns), face.adjustments],
  ];
  for (const [name, own, sums] of parts)
    yield* tableRows(workbook, sheetsOf(workbook, name), own, places, totalLabels(columns, sums));
}

/** A table that was too long goes on in `明细_2`, and its first sheet is `明细_1`. One that is gone is looked for in vain. */
function sheetsOf(workbook: XlsxReader, name: string): string[] {
  const parts = workbook.names.filter(
    (sheet) => sheet.startsWith(`${name}_`) && /^_\d+$/.test(sheet.slice(name.length)),
  );
  return parts.length > 0 && !workbook.names.includes(name) ? parts : [name];
}

type PlaceOf = (table: string, number: number, rows: number) => { sheet: string; row: number };

/** Where the row of a number stands in a table of so many. */
function placeIn(sheetRows: number): PlaceOf {
  const each = rowsPerSheet(sheetRows);
  return (table, number, rows) => {
    if (rows <= each) return { sheet: table, row: number + 1 };
    const part = Math.floor((number - 1) / each);
    return { sheet: `${table}_${part + 1}`, row: number - part * each + 1 };
  };
}

async function judgeTable(
  workbook: XlsxReader,
  { sheet, columns, rows, hash }: Face['tables'][number],
  { detail, face, places, placeOf }: { detail: readonly LineColumn[]; face: Face; places: Places; placeOf: PlaceOf },
): Promise<void> {
  const lineText = lineTextOf(detail.map(({ key }) => key));
  // The words of codes are the text there; so they are read as they stand.
  const read = columns?.map(
    (column): Column => ({ ...column, kind: column.kind === 'word' ? 'text' : column.kind, summed: isSummed(column) }),
  );
  const textOf = read
    ? tableTextOf(read)
    : (values: Parameters<typeof lineOf>[0]) => lineText(lineOf({ ...values, adjusts_period: null }));
  const total = read ? groupLabels(read, face.sums) : totalLabels(detail, face.unsettled, ESTIMATED);
  const { digest } = await judgeRows({
    read: (again) =>
      tableRows(workbook, sheetsOf(workbook, sheet), saleColumns(read ?? detail), again ? null : places, total),
    rows,
    textOf,
    hash: () => {
      const made = new RowsHash(sheet);
      return { add: (values) => made.add(textOf(values)), digest: () => made.digest() };
    },
    placeOf: (number) => placeOf(sheet, number, rows),
    places,
  });
  if (digest !== hash && !places.has('line', 'line_added', 'line_missing')) places.add({ sheet, what: 'statement' });
}

/** What is added up in tables of sums: all amounts, and rows; an order may fall into two groups. */
function isSummed({ key, kind }: { key: string; kind: Column['kind'] }): boolean {
  return kind === 'money' || key === 'rows';
}
