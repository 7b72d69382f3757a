import iconv from 'iconv-lite';
import type { Column, Row } from './column.ts';
import { uniqueTitles } from './column.ts';
import { type CellPut, cellPut, type Encode, quoted } from './csv-cell.ts';
import type { RowSink } from './row-sink.ts';
import type { TextFile } from './text-file.ts';

/**
 * `staff`: opens well in Excel and WPS: byte order mark, Chinese headings, yuan, times in UTC+8, words for codes,
 * ids and texts that look like formulas behind a tab.
 * `strict`: for programs: no mark, no tab, keys as headings, fen, ppm, Unix seconds and codes.
 * `gb18030`: as for people, in the encoding that old Chinese importers read; it has every character there is.
 */
export type CsvStyle = 'staff' | 'strict' | 'gb18030';

const BOM = '\ufeff';
const COMMA = 44;
const CR = 13;
const LF = 10;

export class CsvSink implements RowSink {
  readonly #file: TextFile;
  readonly #encode: Encode;
  readonly #cells: { key: string; put: CellPut }[];

  constructor(file: TextFile, columns: readonly Column[], style: CsvStyle) {
    this.#file = file;
    this.#encode = (text) => (style === 'gb18030' ? iconv.encode(text, 'gb18030') : Buffer.from(text, 'utf8'));
    this.#cells = columns.map((column) => ({
      key: column.key,
      put: cellPut(column, { strict: style === 'strict', file, encode: this.#encode }),
    }));
    if (style === 'staff') file.write(BOM);
    this.note(style === 'strict' ? columns.map(({ key }) => key) : uniqueTitles(columns));
  }

  row(row: Row): undefined {
    let first = true;
    for (const { key, put } of this.#cells) {
      if (first) first = false;
      else this.#file.byte(COMMA);
      const value = row[key] ?? null;
      if (value !== null) put(value);
    }
    this.#endLine();
  }

  /** A row beside the table: its heading, or what a report closes with. */
  note(cells: readonly string[]): void {
    this.#file.bytes(this.#encode(cells.map(quoted).join(',')));
    this.#endLine();
  }

  async end(): Promise<void> {
    this.#file.end();
  }

  #endLine(): void {
    this.#file.byte(CR);
    this.#file.byte(LF);
  }
}
