import { inflateSync } from 'node:zlib';

/** A document larger than this was not written by us. */
export const LARGEST_PDF = 512 * 1024 * 1024;

/** As much of a PDF as a document of ours needs: its objects as they stand in the file, the last of each number. */
export class PdfObjects {
  readonly #bytes: Buffer;
  readonly #text: string;
  readonly #starts = new Map<number, number>();

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#text = bytes.toString('latin1');
    // Who changes a document may append another version of an object: readers show the last one.
    for (const match of this.#text.matchAll(/(?:^|\n)(\d+) 0 obj\s/g))
      this.#starts.set(Number(match[1]), match.index + match[0].length);
  }

  /** A property of the document, when it is a plain text in an object of its own. */
  property(name: string): string | null {
    const number = this.#last(new RegExp(`/${name} (\\d+) 0 R`, 'g'));
    if (number === null) return null;
    return /^\(([\x20-\x7e]*?)\)\s/.exec(this.#head(number))?.[1] ?? null;
  }

  /** Contents of the pages in their order; null for one that cannot be read. */
  *pages(): Generator<string | null> {
    for (const number of this.#starts.keys()) {
      const head = this.#head(number);
      if (!/^<<[^>]*\/Type \/Page\s/.test(head)) continue;
      const content = /\/Contents (\d+) 0 R/.exec(head)?.[1];
      yield content === undefined ? null : this.#stream(Number(content));
    }
  }

  #head(number: number): string {
    const start = this.#starts.get(number);
    if (start === undefined) return '';
    const end = this.#text.indexOf('endobj', start);
    return this.#text.slice(start, end < 0 ? start : end);
  }

  #stream(number: number): string | null {
    const start = this.#starts.get(number);
    if (start === undefined) return null;
    const head = /^<<[^>]*\/Length (\d+)[^>]*>>\s*stream\r?\n/.exec(this.#text.slice(start, start + 400));
    if (!head) return null;
    const from = start + head[0].length;
    try {
      return inflateSync(this.#bytes.subarray(from, from + Number(head[1]))).toString('latin1');
    } catch {
      return null;
    }
  }

  #last(pattern: RegExp): number | null {
    let found: number | null = null;
    for (const match of this.#text.matchAll(pattern)) found = Number(match[1]);
    return found;
  }
}
