import type {
  ImportField,
  ImportKind,
  ImportPreview,
  ImportReading,
  ImportSide,
} from '../../../shared/contract/import.ts';
import { IMPORT_FIELDS } from '../../../shared/contract/import.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { shown, type TableFile, type TableRow, type TableSheet } from '../table-file/cell.ts';
import { openTableFile } from '../table-file/open.ts';
import { unreadable } from '../table-file/unreadable.ts';
import { neededFields, unitOf } from './field-names.ts';
import { findHead, firstRows, type ImportHead } from './head.ts';
import type { ReadRow } from './judge.ts';
import type { Scheme } from './line.ts';
import { readTable, type TableRead } from './read.ts';
import { sha256Of } from './sha256.ts';
import { looksLikeShop } from './type-word.ts';

const SAMPLE_ROWS = 6;
const SAMPLE_TEXT = 200;

/** A file and how somebody wants it read. */
export type Asked = TableFile & Pick<RouteParsed<'import.open'>, 'kind' | 'side' | 'columns'>;

export interface OpenedImport {
  /** Rows for the books; null while a needed column is not known. */
  rows: ReadRow[] | null;
  reading: ImportReading;
  preview: ImportPreview;
  sha256: string;
}

/** Reads a file as it was asked for, else as it looks, in one go: for threads of its own. Throws `file.unreadable`. */
export async function openImport(reader: StoreReader, asked: Asked): Promise<OpenedImport> {
  const source = await openTableFile(asked);
  const { sheet, head, rows } = await chosenSheet(asked.name, source.sheets);
  const columns = columnsOf(head, asked.columns);
  const kind: ImportKind = asked.kind ?? (columns.flow_id === null ? 'orders' : 'flows');
  const typeColumn = columns.type;
  const side: ImportSide =
    asked.side ??
    (typeColumn !== null && looksLikeShop(await wordsOf(sheet, head, typeColumn)) ? 'merchant' : 'institution');
  const unit = columns.amount === null ? 'yuan' : unitOf(head.headings[columns.amount] ?? '');
  const scheme: Scheme = { kind, side, unit, columns, epochDays: source.epochDays };
  const missing = neededFields(kind).filter((field) => columns[field] === null);
  const read = missing.length > 0 ? null : await readTable(sheet, head, scheme, knownIds(reader));
  const reading = { ...(read?.reading ?? nothingRead(scheme)), encoding: source.encoding, sheet: sheet.name };
  const sha256 = sha256Of(asked.bytes);
  return {
    rows: read?.rows ?? null,
    reading,
    sha256,
    preview: {
      ...reading,
      name: asked.name,
      headings: head.headings,
      sample: rows
        .filter(({ at }) => at > head.after)
        .slice(0, SAMPLE_ROWS)
        .map(({ cells }) =>
          head.headings.map((_, column) => (cells[column] ? shown(cells[column]) : '').slice(0, SAMPLE_TEXT)),
        ),
      mapping: columns,
      unit,
      missing,
      known:
        reader.value<number>(
          sql`select import_id from import_file where sha256 = ${sha256} and withdrawn_at is null limit 1`,
        ) ?? null,
    },
  };
}

interface ChosenSheet {
  sheet: TableSheet;
  head: ImportHead;
  rows: TableRow[];
}

/** The sheet with the most known headings, of equal ones the first. */
async function chosenSheet(name: string, sheets: readonly TableSheet[]): Promise<ChosenSheet> {
  let best: ChosenSheet | null = null;
  for (const sheet of sheets) {
    const rows = await firstRows(sheet);
    const head = findHead(rows);
    if (head && (best === null || known(head) > known(best.head))) best = { sheet, head, rows };
  }
  if (best === null) throw unreadable(name, 'empty');
  return best;
}

function known({ fields }: ImportHead): number {
  return Object.keys(fields).length;
}

/** What somebody chose, else what the headings say; a place outside of the table is none. */
function columnsOf({ fields, headings }: ImportHead, chosen: Asked['columns'] = {}): Scheme['columns'] {
  const places = IMPORT_FIELDS.map((field) => {
    const place = field in chosen ? (chosen[field] ?? null) : (fields[field] ?? null);
    return [field, place !== null && place < headings.length ? place : null] as const;
  });
  return Object.fromEntries(places) as Record<ImportField, number | null>;
}

async function wordsOf(sheet: TableSheet, head: ImportHead, column: number): Promise<Set<string>> {
  const words = new Set<string>();
  for await (const { at, cells } of sheet.rows()) {
    const cell = cells[column];
    if (at > head.after && cell && words.size < MOST_WORDS) words.add(shown(cell));
  }
  return words;
}

/** Kinds are few; a column of other things is none of kinds. */
const MOST_WORDS = 200;

/** Whether the books have an order or a flow of exactly this number. */
function knownIds(reader: StoreReader): (id: string) => boolean {
  return (id) =>
    reader.value(sql`select 1 from commission_order where order_id = ${id}
      union all select 1 from funds_flow where flow_id = ${id} limit 1`) !== undefined;
}

function nothingRead({ kind, side }: Scheme): TableRead['reading'] {
  return {
    kind,
    side,
    rows: 0,
    counted_rows: 0,
    orders: 0,
    amount_fen: 0,
    other_rows: 0,
    other_types: [],
    columns: [],
    refused_rows: 0,
    reasons: [],
    refused: [],
  };
}
