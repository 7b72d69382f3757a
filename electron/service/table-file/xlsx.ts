import { posix } from 'node:path';
import { OUTSIDE, type TableLimits, type TableSource } from './cell.ts';
import { unreadable } from './unreadable.ts';
import { sheetMerges, sheetRows } from './xlsx-sheet.ts';
import { attribute, elements, rootPrefix, stringItem } from './xml.ts';
import { ZipReader } from './zip-reader.ts';

const LARGEST_STRINGS = 192 * 1024 * 1024;
/** Parts that only list others are small. */
const LARGEST_LIST = 8 * 1024 * 1024;
/** Days between 1899-12-30, day 0 of spreadsheets, and 1970-01-01; the other epoch of old Macs begins 1904. */
const EPOCH_DAYS = 25_569;
const EPOCH_DAYS_1904 = 24_107;

/** A workbook that is open: close it when it is read. */
export interface XlsxSource extends TableSource {
  close(): void;
}

/**
 * The sheets of a workbook as any program saves it: shared or inline strings, any namespace prefix, parts under any
 * name; a file on disk, or bytes in memory that `name` calls. Throws `file.unreadable` (broken, encrypted, zip_bomb,
 * no_sheet).
 */
export async function openXlsx(
  source: string | Uint8Array,
  { name = String(source), limits = OUTSIDE }: { name?: string; limits?: TableLimits } = {},
): Promise<XlsxSource> {
  const zip = await ZipReader.open(source, name);
  try {
    const relations = new Map<string, { target: string; type: string }>();
    for (const attributes of elements(await list(zip, name, 'xl/_rels/workbook.xml.rels'), 'Relationship')) {
      const target = attribute(attributes, 'Target') ?? '';
      relations.set(attribute(attributes, 'Id') ?? '', {
        target: target.startsWith('/') ? target.slice(1) : posix.join('xl', target),
        type: attribute(attributes, 'Type') ?? '',
      });
    }
    const workbook = await list(zip, name, 'xl/workbook.xml');
    const found: { name: string; part: string }[] = [];
    for (const attributes of elements(workbook, 'sheet')) {
      const part = relations.get(attribute(attributes, 'id') ?? '')?.target;
      if (part && zip.has(part)) found.push({ name: attribute(attributes, 'name') ?? '', part });
    }
    if (found.length === 0) throw unreadable(name, 'no_sheet');
    const shared = [...relations.values()].find(({ type }) => type.endsWith('/sharedStrings'))?.target;
    const strings = shared && zip.has(shared) ? await sharedStrings(zip, shared) : [];
    const old = [...elements(workbook, 'workbookPr')].some((text) =>
      /^(1|true)$/.test(attribute(text, 'date1904') ?? ''),
    );
    return {
      epochDays: old ? EPOCH_DAYS_1904 : EPOCH_DAYS,
      encoding: 'xlsx',
      sheets: found.map((sheet) => {
        const part = { file: name, zip, part: sheet.part, strings, limits };
        return { name: sheet.name, rows: () => sheetRows(part), merges: () => sheetMerges(part) };
      }),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** A part that lists others. It declares no entities: what they stand for could grow without end. */
async function list(zip: ZipReader, name: string, part: string): Promise<string> {
  const text = await zip.whole(part, LARGEST_LIST);
  if (text.includes('<!DOCTYPE')) throw unreadable(name, 'broken');
  return text;
}

async function sharedStrings(zip: ZipReader, part: string): Promise<string[]> {
  const strings: string[] = [];
  let rest = '';
  let prefix: string | null = null;
  for await (const piece of zip.text(part, LARGEST_STRINGS)) {
    rest += piece;
    prefix ??= rootPrefix(rest, 'sst');
    if (prefix === null) continue;
    const items = rest.split(`</${prefix}si>`);
    rest = items.pop()!;
    for (const item of items) {
      // Empty strings may be written without an end.
      if (item.includes('/>')) for (const _ of item.matchAll(emptyItem(prefix))) strings.push('');
      strings.push(stringItem(item, prefix));
    }
  }
  return strings;
}

function emptyItem(prefix: string): RegExp {
  return new RegExp(`<${prefix}si\\s*/>`, 'g');
}
