import { createReadStream } from 'node:fs';

/** Rows of a csv in UTF-8 (RFC 4180, with or without byte order mark), cell by cell as text. */
export async function* csvRows(file: string): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  let afterQuote = false;
  let any = false;
  for await (const piece of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    const text = decoder.decode(piece, { stream: true });
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const character = text.charCodeAt(at);
      any = true;
      if (quoted) {
        if (character !== 34) continue;
        cell += text.slice(from, at);
        from = at + 1;
        quoted = false;
        afterQuote = true;
        continue;
      }
      if (character === 34) {
        // A quote right behind a closing one stands for itself.
        if (afterQuote) cell += '"';
        else cell += text.slice(from, at);
        from = at + 1;
        quoted = true;
      } else if (character === 44 || character === 10) {
        cell += text.slice(from, at);
        from = at + 1;
        row.push(character === 10 ? cell.replace(/\r$/, '') : cell);
        cell = '';
        if (character === 10) {
          yield row;
          row = [];
          any = false;
        }
      }
      afterQuote = false;
    }
    cell += text.slice(from);
  }
  if (any) yield [...row, cell];
}
