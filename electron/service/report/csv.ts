import { formatPpm } from '../../../shared/rate.ts';
import type { Cell, Column, Row } from './column.ts';
import { uniqueTitles } from './column.ts';
import { instantText } from './instant-text.ts';
import type { RowSink } from './row-sink.ts';
import type { TextFile } from './text-file.ts';

/**
 * `staff`: opens well in Excel and WPS: byte order mark, Chinese headings, yuan, times in UTC+8, words for codes,
 * ids and texts that look like formulas behind a tab.
 * `strict`: for programs: no mark, no tab, keys as headings, fen, ppm, Unix seconds and codes.
 */
export type CsvStyle = 'staff' | 'strict';

const BOM = '\ufeff';
const CRLF = '\r\n';

/** RFC 4180: quoted only where it must be. */
export function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** 1234 fen -> "12.34", by whole numbers, so that no floating point comes near it. */
export function yuanText(fen: number): string {
  const abs = Math.abs(fen);
  const rest = abs % 100;
  return `${fen < 0 ? '-' : ''}${(abs - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`;
}

function guarded(text: string): string {
  return /^[=+\-@\t]/.test(text) ? `\t${text}` : text;
}

function staffText({ kind, words }: Column): (value: Exclude<Cell, null>) => string {
  switch (kind) {
    case 'id':
      return (value) => `\t${value}`;
    case 'text':
      return (value) => guarded(String(value));
    case 'money':
      return (value) => yuanText(Number(value));
    case 'rate':
      return (value) => formatPpm(Number(value), 2);
    case 'instant':
      return (value) => instantText(Number(value));
    case 'word':
      return (value) => words?.label(value) ?? String(value);
    case 'count':
      return String;
  }
}

export class CsvSink implements RowSink {
  readonly #file: TextFile;
  readonly #cells: { key: string; text: (value: Exclude<Cell, null>) => string }[];

  constructor(file: TextFile, columns: readonly Column[], style: CsvStyle) {
    this.#file = file;
    this.#cells = columns.map((column) => ({
      key: column.key,
      text: style === 'staff' ? staffText(column) : String,
    }));
    const heads = style === 'staff' ? uniqueTitles(columns) : columns.map(({ key }) => key);
    file.write((style === 'staff' ? BOM : '') + heads.map(quoted).join(',') + CRLF);
  }

  row(row: Row): undefined {
    let text = '';
    for (const cell of this.#cells) {
      const value = row[cell.key] ?? null;
      text += value === null ? ',' : `${quoted(cell.text(value))},`;
    }
    this.#file.write(text.slice(0, -1) + CRLF);
  }

  /** A row beside the table, such as the statement a report closes with. */
  note(cells: readonly string[]): void {
    this.#file.write(cells.map(quoted).join(',') + CRLF);
  }

  async end(): Promise<void> {
    this.#file.end();
  }
}
