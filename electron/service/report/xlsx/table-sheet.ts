import { type Cell, type Column, type Row, uniqueTitles } from '../column.ts';
import type { RowSink } from '../row-sink.ts';
import { PART_LABEL } from '../total-label.ts';
import type { ZipPart } from '../zip-writer.ts';
import { fractionNumber, idCell, serialOf, textCell, yuanNumber } from './cell.ts';
import { columnLetters } from './names.ts';
import { SHEET_HEAD, type SheetEntry, TABLE_PAGE } from './parts.ts';
import { headStyle, KIND_STYLE, TONE_STYLE } from './styles.ts';
import { TableTotals } from './table-totals.ts';
import { columnWidths } from './widths.ts';

export interface TableOptions {
  /** Rows of one sheet with heading and totals; a format's limit, smaller only in tests. */
  sheetRows?: number;
  /** Only so many columns go on paper; all of them would be too small to read. */
  printed?: number;
}

/** What a table needs of its workbook. */
export interface TableHost {
  part(sheet: SheetEntry): ZipPart;
  rename(sheet: SheetEntry, to: string): void;
}

export const SHEET_ROWS = 1_048_576;
/** Rows looked at for the widths, because they stand before the rows in the file. */
const SAMPLE = 200;
const PIECE = 64 * 1024;

/** Beside its heading a sheet has room for its own sum and, the last one of several, for that of all. */
export function rowsPerSheet(sheetRows = SHEET_ROWS): number {
  return sheetRows - 3;
}

/** How many sheets a table of so many rows takes. */
export function sheetsFor(rows: number, sheetRows = SHEET_ROWS): number {
  return Math.max(1, Math.ceil(rows / rowsPerSheet(sheetRows)));
}

/** One cell; `row` is its row's number as text. */
type Render = (row: string, value: Exclude<Cell, null>) => string;

/** What is the same in all cells of a column is put together once. */
function renderer({ kind, words }: Column, letters: string): Render {
  const style = KIND_STYLE[kind];
  const before = `<c r="${letters}`;
  const number = `" s="${style}"><v>`;
  switch (kind) {
    case 'money':
      return (row, value) => `${before}${row}${number}${yuanNumber(Number(value))}</v></c>`;
    case 'rate':
      return (row, value) => `${before}${row}${number}${fractionNumber(Number(value))}</v></c>`;
    case 'instant':
      return (row, value) => `${before}${row}${number}${serialOf(Number(value))}</v></c>`;
    case 'count':
      return (row, value) => `${before}${row}${number}${value}</v></c>`;
    case 'word':
      return (row, value) =>
        textCell(letters + row, TONE_STYLE[words?.tone(value) ?? 'plain'], words?.label(value) ?? String(value));
    case 'id':
      return (row, value) => idCell(letters + row, style, String(value));
    default:
      return (row, value) => textCell(letters + row, style, String(value));
  }
}

/**
 * One table: heading, rows, a total row that adds up again when staff filter. Goes on in a next sheet when full: then
 * each sheet has a sum of its own, and the last one that of all below it.
 */
export class TableSheet implements RowSink {
  readonly #host: TableHost;
  readonly #name: string;
  readonly #columns: readonly Column[];
  readonly #cells: { key: string; render: Render }[];
  readonly #rowsPerSheet: number;
  readonly #printed: number;
  /** Where a total row says what it is: nothing else stands there. */
  readonly #labelKey: string;
  readonly #sheets: SheetEntry[] = [];
  readonly #sample: Row[] = [];
  #widths: number[] | null = null;
  #part: ZipPart | null = null;
  #totals: TableTotals;
  /** Of the sheets that are done. */
  readonly #whole: TableTotals;
  #text = '';
  /** Rows written into the present sheet. */
  #filled = 0;

  constructor(host: TableHost, name: string, columns: readonly Column[], options: TableOptions) {
    this.#host = host;
    this.#name = name;
    this.#columns = columns;
    this.#cells = columns.map((column, n) => ({ key: column.key, render: renderer(column, columnLetters(n)) }));
    this.#rowsPerSheet = rowsPerSheet(options.sheetRows);
    this.#printed = options.printed ?? columns.length;
    this.#totals = new TableTotals(columns);
    this.#whole = new TableTotals(columns);
    this.#labelKey = (columns.find(({ summed }) => !summed) ?? columns[0]!).key;
  }

  row(row: Row): Promise<void> | undefined {
    if (this.#widths) return this.#write(row);
    this.#sample.push(row);
    if (this.#sample.length < SAMPLE) return;
    return this.#release();
  }

  async end(labels: Readonly<Record<string, Cell>>): Promise<void> {
    if (!this.#widths) await this.#release();
    if (!this.#part) this.#begin();
    const torn = this.#sheets.length > 1;
    await this.#finish(torn ? this.#partLabel() : labels, torn ? labels : null);
    if (torn)
      this.#sheets.forEach((sheet, n) => {
        this.#host.rename(sheet, `${this.#name}_${n + 1}`);
      });
  }

  async #release(): Promise<void> {
    this.#widths = columnWidths(this.#columns, this.#sample);
    for (const row of this.#sample.splice(0)) await this.#write(row);
  }

  #write(row: Row): Promise<void> | undefined {
    if (this.#part && this.#filled === this.#rowsPerSheet)
      return this.#finish(this.#partLabel(), null).then(() => this.#write(row));
    if (!this.#part) this.#begin();
    this.#filled += 1;
    const number = String(this.#filled + 1);
    let text = `<row r="${number}">`;
    for (const { key, render } of this.#cells) {
      const value = row[key];
      if (value !== null && value !== undefined) text += render(number, value);
    }
    this.#text += `${text}</row>`;
    this.#totals.add(row);
    return this.#text.length < PIECE ? undefined : this.#flush();
  }

  #flush(): Promise<void> | undefined {
    const text = this.#text;
    this.#text = '';
    return this.#part?.write(text);
  }

  #begin(): void {
    const sheet: SheetEntry = { name: this.#name };
    this.#part = this.#host.part(sheet);
    this.#sheets.push(sheet);
    this.#filled = 0;
    const titles = uniqueTitles(this.#columns);
    const widths = this.#widths!.map(
      (width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`,
    );
    const heads = titles.map((title, n) => textCell(`${columnLetters(n)}1`, headStyle(this.#columns[n]!.kind), title));
    // The first column holds what a row is about: it stays in view with the heading.
    const pane = '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>';
    this.#text += `${SHEET_HEAD}<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData><row r="1" ht="22" customHeight="1">${heads.join('')}</row>`;
  }

  #partLabel(): Record<string, Cell> {
    return { [this.#labelKey]: PART_LABEL };
  }

  /** `whole` is what the sum of all sheets says; null where this is not the last of several. */
  async #finish(labels: Readonly<Record<string, Cell>>, whole: Readonly<Record<string, Cell>> | null): Promise<void> {
    const last = this.#filled + 1;
    const end = columnLetters(this.#columns.length - 1);
    this.#text += this.#totals.filteredXml(last, labels);
    this.#whole.join(this.#totals);
    if (whole) this.#text += this.#whole.plainXml(last + 2, whole);
    const foot = last + (whole ? 2 : 1);
    this.#text += `</sheetData><autoFilter ref="A1:${end}${last}"/>${TABLE_PAGE}<ignoredErrors><ignoredError sqref="A1:${end}${foot}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
    await this.#flush();
    this.#part?.end();
    this.#part = null;
    const sheet = this.#sheets.at(-1)!;
    sheet.filter = `$A$1:$${end}$${last}`;
    sheet.print = `$A$1:$${columnLetters(this.#printed - 1)}$${foot}`;
    this.#totals = new TableTotals(this.#columns);
  }
}
