import { MOST_ROWS, type TableCell, type TableRow, type TableSource } from './table-cell.ts';
import { unreadable } from './unreadable.ts';

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

/** A csv in the encodings and with the separators that shops' exports and Excel write. */
export function csvTable(file: string, bytes: Uint8Array): TableSource {
  const text = decoded(file, bytes);
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(text.slice(0, 200))) throw unreadable(file, 'html');
  // Excel's own first line, which names the separator.
  const named = /^sep=(.)\r?\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const separator = named?.[1] ?? separatorOf(body);
  return { epochDays: 25_569, sheets: [{ name: '', rows: () => csvRows(file, body, separator) }] };
}

/** UTF-8 or UTF-16 by its mark, UTF-8 where the bytes are, else GB18030, which Excel writes in China. */
function decoded(file: string, bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (text.includes('\0')) break;
      return text;
    } catch {
      // Not these bytes; the next one.
    }
  }
  throw unreadable(file, 'not_text');
}

/** The one that most often stands outside quotes in the first lines. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '');
  const count = (separator: string) => head.split(separator).length - 1;
  return [',', '\t', ';', '，'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** RFC 4180, lenient: a quote counts at the beginning of a cell only, so that Excel's ="123" stays whole. */
function* csvRows(file: string, text: string, separator: string): Generator<TableRow> {
  const divider = separator.charCodeAt(0);
  let rows = 0;
  let row: TableCell[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text.charCodeAt(at) === QUOTE) {
      at += 1;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) {
          cell += text.slice(at);
          at = text.length;
          break;
        }
        cell += text.slice(at, end);
        at = end + 1;
        if (text.charCodeAt(at) !== QUOTE) break;
        cell += '"';
        at += 1;
      }
    }
    const from = at;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === divider || code === LINE_FEED || code === RETURN) break;
    }
    row.push({ text: cell + text.slice(from, at), number: false });
    const code = text.charCodeAt(at);
    at += 1;
    if (code === divider) {
      // Nothing behind the last separator is an empty cell too.
      if (at >= text.length) row.push({ text: '', number: false });
      continue;
    }
    if (code === RETURN && text.charCodeAt(at) === LINE_FEED) at += 1;
    rows += 1;
    if (rows > MOST_ROWS) throw unreadable(file, 'too_many_rows');
    yield row;
    row = [];
  }
  if (row.length > 0) yield row;
}
