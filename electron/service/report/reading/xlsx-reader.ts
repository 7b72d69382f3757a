import { posix } from 'node:path';
import { DeskError } from '../../../../shared/contract/result.ts';
import type { Cell } from '../column.ts';
import { columnIndex } from '../xlsx/names.ts';
import { ZipReader } from './zip-reader.ts';

/** A row longer than this is no row of a report: somebody sent something else. */
const LONGEST_ROW = 8 * 1024 * 1024;

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  const plain = text.includes('&')
    ? text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) => {
        if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
        if (decimal) return String.fromCodePoint(Number(decimal));
        return ENTITIES[name] ?? whole;
      })
    : text;
  return plain.includes('_x')
    ? plain.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : plain;
}

/** All `<t>` of a string item, without the reading aids of `<rPh>`. */
function stringItem(xml: string): string {
  const end = xml.indexOf('</t>');
  if (end === xml.lastIndexOf('</t>'))
    return end < 0 ? '' : unescaped(xml.slice(xml.indexOf('>', xml.indexOf('<t')) + 1, end));
  let text = '';
  for (const [, part] of xml.replace(/<rPh\b.*?<\/rPh>/gs, '').matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)) text += part;
  return unescaped(text);
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : unescaped(found);
}

/** Reads workbooks as other programs save them too: shared or inline strings, parts under any name. */
export class XlsxReader {
  readonly #zip: ZipReader;
  readonly #sheets: ReadonlyMap<string, string>;
  readonly #strings: readonly string[];
  readonly #file: string;

  private constructor(zip: ZipReader, sheets: ReadonlyMap<string, string>, strings: readonly string[], file: string) {
    this.#zip = zip;
    this.#sheets = sheets;
    this.#strings = strings;
    this.#file = file;
  }

  static async open(file: string): Promise<XlsxReader> {
    const zip = await ZipReader.open(file);
    try {
      const relations = new Map<string, { target: string; type: string }>();
      for (const [, attributes] of (await zip.whole('xl/_rels/workbook.xml.rels')).matchAll(
        /<Relationship\b([^>]*)>/g,
      )) {
        const target = attribute(attributes!, 'Target') ?? '';
        relations.set(attribute(attributes!, 'Id') ?? '', {
          target: target.startsWith('/') ? target.slice(1) : posix.join('xl', target),
          type: attribute(attributes!, 'Type') ?? '',
        });
      }
      const sheets = new Map<string, string>();
      for (const [, attributes] of (await zip.whole('xl/workbook.xml')).matchAll(/<sheet\b([^>]*)>/g)) {
        const part = relations.get(attribute(attributes!, 'r:id') ?? '');
        if (part) sheets.set(attribute(attributes!, 'name') ?? '', part.target);
      }
      const shared = [...relations.values()].find(({ type }) => type.endsWith('/sharedStrings'));
      const strings: string[] = [];
      if (shared && zip.has(shared.target))
        for (const [, item] of (await zip.whole(shared.target)).matchAll(/<si\b[^>]*>(.*?)<\/si>/gs))
          strings.push(stringItem(item!));
      return new XlsxReader(zip, sheets, strings, file);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  get names(): string[] {
    return [...this.#sheets.keys()];
  }

  /** Rows of a sheet as their values; absent cells are null. Formulas give the value that was saved with them. */
  async *rows(sheet: string): AsyncGenerator<Cell[]> {
    let rest = '';
    for await (const piece of this.#zip.text(this.#sheets.get(sheet) ?? '')) {
      const parts = (rest + piece).split('</row>');
      rest = parts.pop()!;
      if (rest.length > LONGEST_ROW)
        throw new DeskError('file.unreadable', { file: this.#file, reason: 'row too long' });
      for (const row of parts) yield this.#cells(row);
    }
  }

  close(): void {
    this.#zip.close();
  }

  #cells(row: string): Cell[] {
    const cells: Cell[] = [];
    for (const [, attributes, content] of row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const reference = /\br="([A-Z]+)/.exec(attributes!)?.[1];
      const index = reference === undefined ? cells.length : columnIndex(reference);
      while (cells.length < index) cells.push(null);
      cells[index] = content === undefined ? null : this.#value(attributes!, content);
    }
    return cells;
  }

  #value(attributes: string, content: string): Cell {
    const type = /\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n';
    if (type === 'inlineStr') return stringItem(content);
    const value = /<v\b[^>]*>(.*?)<\/v>/s.exec(content)?.[1];
    if (value === undefined) return null;
    if (type === 's') return this.#strings[Number(value)] ?? null;
    return type === 'n' ? Number(value) : unescaped(value);
  }
}
