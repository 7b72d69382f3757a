import { EMPTY, type Merge, type TableCell, type TableLimits, type TableRow } from './cell.ts';
import { columnIndex, rangeOf } from './cell-place.ts';
import { unreadable } from './unreadable.ts';
import { attribute, rootPrefix, stringItem, unescaped } from './xml.ts';
import type { ZipReader } from './zip-reader.ts';

/** One row longer than this is no row of a table: somebody sent something else. */
const LONGEST_ROW = 8 * 1024 * 1024;
/** As many columns as Excel has. */
const MOST_COLUMNS = 16_384;

/** One sheet of a workbook: which part of the zip, and what its cells refer to. */
export interface SheetPart {
  file: string;
  zip: ZipReader;
  part: string;
  strings: readonly string[];
  limits: TableLimits;
}

/**
 * The rows of a sheet as a stream; empty ones the file leaves out are left out here too. Formulas give the value that
 * was saved with them. Rows are cut at their end tags and cells found by their names: five times as fast as a reader
 * that understands all of XML, which a sheet never needs.
 */
export async function* sheetRows({ file, zip, part, strings, limits }: SheetPart): AsyncGenerator<TableRow> {
  let rest = '';
  let reader: RowReader | null = null;
  let rows = 0;
  for await (const piece of zip.text(part, limits.part)) {
    if (reader === null) {
      rest += piece;
      const root = rootPrefix(rest, 'worksheet');
      if (root === null) {
        if (rest.length > LONGEST_ROW) throw unreadable(file, 'broken');
        continue;
      }
      reader = new RowReader(file, root, strings);
    } else rest += piece;
    const parts = rest.split(reader.end);
    rest = parts.pop()!;
    if (rest.length > LONGEST_ROW) throw unreadable(file, 'broken');
    for (const text of parts) {
      rows += 1;
      if (rows > limits.rows) throw unreadable(file, 'too_many_rows');
      yield reader.row(text);
    }
  }
  // A row that never ends was cut off, and what came behind it with it.
  if (reader === null || reader.isOpen(rest)) throw unreadable(file, 'broken');
}

/** The cells that stand as one. They are listed behind the rows, so the whole part is passed over for them. */
export async function sheetMerges({ zip, part, limits }: SheetPart): Promise<Merge[]> {
  const merges: Merge[] = [];
  let rest = '';
  for await (const piece of zip.text(part, limits.part)) {
    rest += piece;
    const pattern = /<(?:\w+:)?mergeCell\b([^>]*)>/g;
    for (const [, attributes] of rest.matchAll(pattern)) {
      const range = rangeOf(attribute(attributes!, 'ref') ?? '');
      if (range) merges.push(range);
    }
    // What may be the beginning of one more.
    rest = rest.slice(Math.max(rest.lastIndexOf('<'), rest.length - 200));
    if (rest.includes('>')) rest = '';
  }
  return merges;
}

class RowReader {
  readonly end: string;
  readonly #file: string;
  readonly #prefix: string;
  readonly #strings: readonly string[];
  readonly #cell: RegExp;
  readonly #value: RegExp;
  #at = 0;

  constructor(file: string, prefix: string, strings: readonly string[]) {
    this.end = `</${prefix}row>`;
    this.#file = file;
    this.#prefix = prefix;
    this.#strings = strings;
    this.#cell = new RegExp(`<${prefix}c\\b([^>]*?)(?:/>|>(.*?)</${prefix}c>)`, 'gs');
    this.#value = new RegExp(`<${prefix}v\\b[^>]*>(.*?)</${prefix}v>`, 's');
  }

  /** Whether a row has begun in what is left and not ended. */
  isOpen(rest: string): boolean {
    return new RegExp(`<${this.#prefix}row\\b[^>]*(?:(?<!/)>|$)`).test(rest);
  }

  row(text: string): TableRow {
    const start = text.lastIndexOf(`<${this.#prefix}row`);
    const at = Number(/\br=["'](\d{1,7})["']/.exec(text.slice(start, text.indexOf('>', start)))?.[1] ?? this.#at + 1);
    this.#at = at;
    const cells: TableCell[] = [];
    let next = 0;
    for (const [, attributes, content] of text.slice(start).matchAll(this.#cell)) {
      const reference = /\br=["']([A-Z]+)/.exec(attributes!)?.[1];
      const index = reference === undefined ? next : columnIndex(reference);
      if (index >= MOST_COLUMNS) throw unreadable(this.#file, 'broken');
      next = index + 1;
      const cell = content === undefined ? EMPTY : this.#read(attributes!, content);
      if (cell.text === '') continue;
      while (cells.length < index) cells.push(EMPTY);
      cells[index] = cell;
    }
    return { at, cells };
  }

  #read(attributes: string, content: string): TableCell {
    const type = /\bt=["'](\w+)/.exec(attributes)?.[1] ?? 'n';
    if (type === 'inlineStr') return { text: stringItem(content, this.#prefix), number: false };
    const value = this.#value.exec(content)?.[1] ?? '';
    if (type === 's') return { text: this.#strings[Number(value)] ?? '', number: false };
    return { text: unescaped(value), number: type === 'n' };
  }
}
