import iconv from 'iconv-lite';
import { formatPpm } from '../../../shared/rate.ts';
import { byteText } from './byte-text.ts';
import type { Cell, Column, Row } from './column.ts';
import { uniqueTitles } from './column.ts';
import { instantText } from './instant-text.ts';
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

type Encode = (text: string) => string;
type CellText = (value: Exclude<Cell, null>) => string;

const MEMORY = 20_000;

/** Names and titles come again and again: what they look like in the file is worked out once. */
function remembered(text: CellText): CellText {
  const known = new Map<Exclude<Cell, null>, string>();
  return (value) => {
    let found = known.get(value);
    if (found === undefined) {
      found = text(value);
      if (known.size >= MEMORY) known.clear();
      known.set(value, found);
    }
    return found;
  };
}

const PLAIN_ID = /^\t?[0-9A-Za-z-]+$/;

/** Hardly an id comes twice, and most are plain digits, which need no quotes and are the same in every encoding. */
function idText(before: string, encode: Encode): CellText {
  return (value) => {
    const id = before + value;
    return PLAIN_ID.test(id) ? id : encode(quoted(id));
  };
}

function staffText({ kind, words }: Column, encode: Encode): CellText {
  switch (kind) {
    case 'id':
      return idText('\t', encode);
    case 'text':
      return remembered((value) => encode(quoted(guarded(String(value)))));
    case 'money':
      return (value) => yuanText(Number(value));
    case 'rate':
      return (value) => formatPpm(Number(value), 2);
    case 'instant':
      return (value) => instantText(Number(value));
    case 'word':
      return remembered((value) => encode(quoted(words?.label(value) ?? String(value))));
    case 'count':
      return String;
  }
}

function strictText({ kind }: Column, encode: Encode): CellText {
  switch (kind) {
    case 'id':
      return idText('', encode);
    case 'text':
    case 'word':
      return remembered((value) => encode(quoted(String(value))));
    default:
      return String;
  }
}

function encoder(style: CsvStyle): Encode {
  return style === 'gb18030' ? (text) => iconv.encode(text, 'gb18030').toString('latin1') : byteText;
}

export class CsvSink implements RowSink {
  readonly #file: TextFile;
  readonly #encode: Encode;
  readonly #cells: { key: string; text: CellText }[];

  constructor(file: TextFile, columns: readonly Column[], style: CsvStyle) {
    this.#file = file;
    this.#encode = encoder(style);
    const cellText = style === 'strict' ? strictText : staffText;
    this.#cells = columns.map((column) => ({ key: column.key, text: cellText(column, this.#encode) }));
    if (style === 'staff') file.write(BOM);
    this.note(style === 'strict' ? columns.map(({ key }) => key) : uniqueTitles(columns));
  }

  row(row: Row): undefined {
    let text = '';
    for (const { key, text: cell } of this.#cells) {
      const value = row[key] ?? null;
      text += value === null ? ',' : `${cell(value)},`;
    }
    this.#file.writeBytes(text.slice(0, -1) + CRLF);
  }

  /** A row beside the table: its heading, or what a report closes with. */
  note(cells: readonly string[]): void {
    this.#file.writeBytes(cells.map((cell) => this.#encode(quoted(cell))).join(',') + CRLF);
  }

  async end(): Promise<void> {
    this.#file.end();
  }
}
