import { OUTSIDE, type TableLimits, type TableRow, type TableSource } from './cell.ts';
import { CsvRows } from './csv-rows.ts';
import { decoded, decodedFile } from './encoding.ts';
import { unreadable } from './unreadable.ts';

/** Characters taken apart at once: a page of rows, so that nobody holds all of them. */
const PIECE = 64 * 1024;

/** A csv in the encodings and with the separators that shops' exports and Excel write. Throws `file.unreadable`. */
export function csvTable(name: string, bytes: Uint8Array, limits: TableLimits = OUTSIDE): TableSource {
  const read = decoded(bytes);
  if (!read) throw unreadable(name, 'not_text');
  const text = read.text.startsWith('\ufeff') ? read.text.slice(1) : read.text;
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(text.slice(0, 200))) throw unreadable(name, 'html');
  // Excel's own first line, which names the separator.
  const named = /^sep=(.)\r?\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const separator = named?.[1] ?? separatorOf(body);
  return {
    epochDays: 25_569,
    encoding: read.encoding,
    sheets: [{ name: '', rows: () => textRows(name, body, separator, limits), merges: async () => [] }],
  };
}

/** The one that most often stands outside quotes in the first lines. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '');
  const count = (separator: string) => head.split(separator).length - 1;
  return [',', '\t', ';', '，'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

function* textRows(name: string, text: string, separator: string, limits: TableLimits): Generator<TableRow> {
  const csv = new CsvRows(separator);
  let at = 0;
  function* numbered(records: readonly string[][]): Generator<TableRow> {
    for (const record of records) {
      at += 1;
      if (at > limits.rows) throw unreadable(name, 'too_many_rows');
      yield { at, cells: record.map((cell) => ({ text: cell, number: false })) };
    }
  }
  for (let from = 0; from < text.length; from += PIECE) yield* numbered(csv.push(text.slice(from, from + PIECE)));
  yield* numbered(csv.end());
}

/** Records of a csv on disk that is separated by commas, cell by cell as text, however large it is. */
export async function* csvFileRows(file: string): AsyncGenerator<string[]> {
  const csv = new CsvRows();
  for await (const piece of decodedFile(file)) yield* csv.push(piece);
  yield* csv.end();
}
