import { posix } from 'node:path';
import { SaxesParser } from 'saxes';
import {
  EMPTY,
  LONGEST_CELL,
  MOST_COLUMNS,
  MOST_ROWS,
  type TableCell,
  type TableRow,
  type TableSource,
} from './table-cell.ts';
import { unreadable } from './unreadable.ts';
import { type ZipParts, zipParts } from './zip-parts.ts';

const LARGEST_STRINGS = 192 * 1024 * 1024;
/** Days between 1899-12-30, day 0 of spreadsheets, and 1970-01-01; the other epoch of old Macs begins 1904. */
const EPOCH_DAYS = 25_569;
const EPOCH_DAYS_1904 = 24_107;

interface Handler {
  open?(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * The sheets of a workbook as other programs save it: shared or inline strings, any namespace prefix, parts under
 * any name. Rows come as a stream; a number keeps the digits the file has.
 */
export async function xlsxTable(file: string, bytes: Uint8Array): Promise<TableSource> {
  const zip = await zipParts(file, bytes);
  const relations = new Map<string, { target: string; type: string }>();
  await parse(file, zip, 'xl/_rels/workbook.xml.rels', {
    open(name, { Id = '', Target = '', Type = '' }) {
      if (name !== 'Relationship') return;
      relations.set(Id, { target: Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target), type: Type });
    },
  });
  const found: { name: string; part: string }[] = [];
  let epochDays = EPOCH_DAYS;
  await parse(file, zip, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) epochDays = EPOCH_DAYS_1904;
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
      const part = relations.get(id)?.target;
      if (part && zip.has(part)) found.push({ name: attributes.name ?? '', part });
    },
  });
  if (found.length === 0) throw unreadable(file, 'no_sheet');
  const shared = [...relations.values()].find(({ type }) => type.endsWith('/sharedStrings'))?.target;
  const strings = shared && zip.has(shared) ? await sharedStrings(file, zip, shared) : [];
  return {
    epochDays,
    sheets: found.map(({ name, part }) => ({ name, rows: () => sheetRows(file, zip, part, strings) })),
  };
}

async function sharedStrings(file: string, zip: ZipParts, part: string): Promise<string[]> {
  const strings: string[] = [];
  const collect = textCollector();
  await parse(
    file,
    zip,
    part,
    {
      open: collect.open,
      text: collect.text,
      close(name) {
        collect.close(name);
        if (name === 'si') strings.push(collect.take());
      },
    },
    LARGEST_STRINGS,
  );
  return strings;
}

/** The text of all `<t>` of a string item, without the reading aids of `<rPh>`. */
function textCollector() {
  let text = '';
  let inText = false;
  let inAid = false;
  return {
    open(name: string) {
      if (name === 'rPh') inAid = true;
      else if (name === 't') inText = true;
    },
    close(name: string) {
      if (name === 'rPh') inAid = false;
      else if (name === 't') inText = false;
    },
    text(piece: string) {
      if (inText && !inAid) text += piece;
    },
    take() {
      const whole = text;
      text = '';
      // Excel's way of writing characters that XML cannot hold.
      return whole.includes('_x')
        ? whole.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
        : whole;
    },
  };
}

async function* sheetRows(
  file: string,
  zip: ZipParts,
  part: string,
  strings: readonly string[],
): AsyncGenerator<TableRow> {
  let done: TableRow[] = [];
  let row: TableCell[] = [];
  let rows = 0;
  let column = 0;
  let type = 'n';
  let value = '';
  let inValue = false;
  const inline = textCollector();

  const handler: Handler = {
    open(name, attributes) {
      if (name === 'row') row = [];
      else if (name === 'c') {
        const at = columnOf(attributes.r);
        column = at === null ? row.length : at;
        if (column >= MOST_COLUMNS) throw unreadable(file, 'broken');
        type = attributes.t ?? 'n';
        value = '';
      } else if (name === 'v') inValue = true;
      else inline.open(name);
    },
    text(piece) {
      if (inValue) value += piece;
      else inline.text(piece);
    },
    close(name) {
      if (name === 'v') inValue = false;
      else if (name === 'c') {
        const text = type === 's' ? (strings[Number(value)] ?? '') : type === 'inlineStr' ? inline.take() : value;
        if (text === '') return;
        while (row.length < column) row.push(EMPTY);
        row[column] = { text, number: type === 'n' };
      } else if (name === 'row') {
        rows += 1;
        if (rows > MOST_ROWS) throw unreadable(file, 'too_many_rows');
        done.push(row);
      } else inline.close(name);
    },
  };
  for await (const _piece of parsing(file, zip, part, handler)) {
    const ready = done;
    done = [];
    yield* ready;
  }
}

/** "AB12" -> 27; null where the cell does not say. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? '')?.[1];
  if (!letters) return null;
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

async function parse(file: string, zip: ZipParts, part: string, handler: Handler, largest?: number): Promise<void> {
  for await (const _piece of parsing(file, zip, part, handler, largest)) {
    // The handler has everything.
  }
}

/** Feeds a part to the handler piece by piece, and comes back after each so that others get their turn. */
async function* parsing(
  file: string,
  zip: ZipParts,
  part: string,
  handler: Handler,
  largest?: number,
): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let mark = 0;
  const seen = () => {
    mark = parser.position;
  };
  parser.on('error', (error) => {
    throw unreadable(file, 'broken', error);
  });
  // A workbook has none, and what one declares could grow without end.
  parser.on('doctype', () => {
    throw unreadable(file, 'broken');
  });
  parser.on('opentag', ({ name, attributes }) => {
    seen();
    handler.open?.(withoutPrefix(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    seen();
    handler.close?.(withoutPrefix(name));
  });
  const onText = (text: string) => {
    seen();
    handler.text?.(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  for await (const piece of zip.text(part, largest)) {
    parser.write(piece);
    // One text without an end would be held in memory until it ends.
    if (parser.position - mark > LONGEST_CELL + piece.length) throw unreadable(file, 'broken');
    yield;
  }
  parser.close();
  yield;
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
