import type { ReportVerdict } from '../../../../shared/contract/report.ts';
import { csvFileRows } from '../../table-file/csv.ts';
import { type Cell, type Column, uniqueTitles } from '../column.ts';
import { CSV_MARK, csvFooter } from '../document/csv-footer.ts';
import { correctionColumns, type LineColumn } from '../proof/proof-columns.ts';
import { staffValue, strictValue } from './cell-value.ts';
import { judgeLines } from './judge-lines.ts';
import type { FoundRow } from './judge-rows.ts';
import { Places } from './places.ts';
import { type SealedFace, verdictOf } from './sealed.ts';

/** The strict csv has its proof beside it, the others in their last row, which must say what is signed. */
export async function verifySealedCsv(
  file: string,
  sealed: SealedFace,
  columns: readonly LineColumn[],
  style: 'staff' | 'strict',
  ownKey: string | null,
): Promise<ReportVerdict> {
  const { face, seal } = sealed;
  const places = new Places();
  const own = correctionColumns(columns);
  const footer = style === 'staff' ? csvFooter(face, seal) : null;
  const found = await judgeLines(face, columns, {
    read: (again) => csvRows(file, own, { style, footer, places: again ? null : places }),
    placeOf: (number) => ({ sheet: null, row: number + 1 }),
    places,
  });
  return verdictOf(sealed, found, ownKey, places);
}

interface Reading {
  style: 'staff' | 'strict';
  footer: readonly string[] | null;
  places: Places | null;
}

async function* csvRows(
  file: string,
  columns: readonly Column[],
  { style, footer, places }: Reading,
): AsyncGenerator<FoundRow> {
  const heads = style === 'staff' ? uniqueTitles(columns) : columns.map(({ key }) => key);
  const values = columns.map((column) => ({
    key: column.key,
    read: style === 'staff' ? staffValue(column) : strictValue(column),
  }));
  let order: number[] | null = null;
  let at = 0;
  for await (const cells of csvFileRows(file)) {
    at += 1;
    if (order === null) {
      const found = heads.map((head) => cells.indexOf(head));
      if (found.includes(-1)) places?.add({ row: at, what: 'statement' });
      order = found.map((place, n) => (place < 0 ? n : place));
      continue;
    }
    if (cells.every((cell) => cell === '')) continue;
    if (footer && cells[0] === CSV_MARK) {
      if (!sameCells(footer, cells)) places?.add({ row: at, what: 'statement' });
      continue;
    }
    const row: Record<string, Cell> = {};
    values.forEach(({ key, read }, n) => {
      const cell = cells[order![n]!] ?? '';
      row[key] = cell === '' ? null : read(cell);
    });
    yield { sheet: null, at, values: row };
  }
}

/** Spreadsheets fill rows up with empty cells. */
function sameCells(expected: readonly string[], cells: readonly string[]): boolean {
  const width = Math.max(expected.length, cells.length);
  for (let n = 0; n < width; n++) if ((expected[n] ?? '') !== (cells[n] ?? '')) return false;
  return true;
}
