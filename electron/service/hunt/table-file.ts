import { setImmediate as turn } from 'node:timers/promises';
import type { HuntTable } from '../../../shared/contract/hunt.ts';
import { formatInstant } from '../../../shared/time.ts';
import {
  EMPTY,
  shown,
  type TableCell,
  type TableFile,
  type TableRow,
  type TableSheet,
  type TableSource,
} from '../table-file/cell.ts';
import { HEAD_ROWS } from '../table-file/heading.ts';
import { openTableFile } from '../table-file/open.ts';
import { lostDigits, orderNumber, plainNumber, roundedText, throughFloat } from '../table-file/order-number.ts';
import { timeOf } from '../table-file/time.ts';
import { unreadable } from '../table-file/unreadable.ts';
import { type TableHead, tableHead } from './headers.ts';
import type { HuntItem } from './read-text.ts';

const SAMPLE_ROWS = 8;
const TURN_ROWS = 2000;
/** What a page shows of a cell, and what an item may hold. */
const SHOWN = 200;

/** The head of a table somebody dropped. Throws `file.unreadable` with a reason. */
export async function openTable(file: TableFile): Promise<HuntTable> {
  const { source, sheet, head } = await chosenSheet(file);
  const sample: string[][] = [];
  let rows = 0;
  for await (const { cells } of dataRows(sheet, head)) {
    rows += 1;
    if (sample.length < SAMPLE_ROWS)
      sample.push(
        head.headers.map((_, column) => {
          const cell = cells[column] ?? EMPTY;
          const at = column === head.time_column && cell.number ? timeOf(cell, source.epochDays) : null;
          return (at === null ? shown(cell) : formatInstant(at)).slice(0, SHOWN);
        }),
      );
  }
  return {
    name: file.name,
    headers: head.headers.map((header) => header.slice(0, SHOWN)),
    sample,
    rows,
    order_column: head.order_column,
    time_column: head.time_column,
  };
}

/** The order numbers of a column in the order of the file, each once, with their times. Throws `file.unreadable`. */
export async function readTable(
  file: TableFile & { order_column: number; time_column: number | null },
): Promise<{ items: HuntItem[] }> {
  const { source, sheet, head } = await chosenSheet(file);
  if (file.order_column >= head.headers.length) throw unreadable(file.name, 'no_such_column');
  const found: { cell: TableCell; at: number | null }[] = [];
  for await (const { cells } of dataRows(sheet, head)) {
    const cell = cells[file.order_column] ?? EMPTY;
    // Sums and remarks below the rows hold no digits where the order numbers stand.
    if (!/\d/.test(cell.text.normalize('NFKC'))) continue;
    const time = file.time_column === null ? EMPTY : (cells[file.time_column] ?? EMPTY);
    found.push({ cell, at: timeOf(time, source.epochDays) });
  }
  const exact = found.some(({ cell }) => cell.number && !throughFloat(cell.text));
  const items = new Map<string, HuntItem>();
  for (const { cell, at } of found) {
    const given = (
      cell.number && !exact && lostDigits(cell.text) ? roundedText(cell.text) : plainNumber(cell.text)
    ).slice(0, SHOWN);
    const number = orderNumber(given);
    const key = number.kind === 'whole' ? number.order_id : given;
    if (!items.has(key)) items.set(key, { given, at });
  }
  return { items: [...items.values()] };
}

/** The first sheet with a column of order numbers, else the first that is not empty. */
async function chosenSheet(file: TableFile): Promise<{ source: TableSource; sheet: TableSheet; head: TableHead }> {
  const source = await openTableFile(file);
  let filled: { sheet: TableSheet; head: TableHead } | null = null;
  for (const sheet of source.sheets) {
    const rows: TableRow[] = [];
    for await (const row of sheet.rows()) {
      rows.push(row);
      if (rows.length >= HEAD_ROWS) break;
    }
    const head = tableHead(rows);
    if (head.order_column !== null) return { source, sheet, head };
    if (head.headers.some((header) => header.trim() !== '')) filled ??= { sheet, head };
  }
  if (!filled) throw unreadable(file.name, 'empty');
  return { source, ...filled };
}

/** The service answers others in between: a long csv is in memory and would never wait by itself. */
async function* dataRows(sheet: TableSheet, head: TableHead): AsyncGenerator<TableRow> {
  let skipped = 0;
  let rows = 0;
  for await (const row of sheet.rows()) {
    rows += 1;
    if (rows % TURN_ROWS === 0) await turn();
    if (skipped < head.skip) skipped += 1;
    else if (row.cells.some((cell) => cell.text.trim() !== '')) yield row;
  }
}
