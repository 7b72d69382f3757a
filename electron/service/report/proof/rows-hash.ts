import { createHash, hash as hashOf } from 'node:crypto';

/** What stands beside a row so that the very row that was changed can be named. */
export function checkCode(text: string): string {
  return hashOf('sha256', text).slice(0, 10);
}

/** SHA-256, hex, over UTF-8 text: a head, then rows, each ended by a line feed. */
export class RowsHash {
  readonly #hash = createHash('sha256');
  #waiting: string;
  #rows = 0;

  constructor(head: string) {
    this.#waiting = `${head}\n`;
  }

  get rows(): number {
    return this.#rows;
  }

  add(text: string): void {
    this.#rows += 1;
    this.#write(text);
  }

  /** A row between rows, which does not count as one. */
  mark(text: string): void {
    this.#write(text);
  }

  digest(): string {
    this.#flush();
    return this.#hash.digest('hex');
  }

  #write(text: string): void {
    this.#waiting += `${text}\n`;
    // Hashing a few large pieces costs a tenth of hashing every row by itself.
    if (this.#waiting.length > 65_536) this.#flush();
  }

  #flush(): void {
    this.#hash.update(this.#waiting, 'utf8');
    this.#waiting = '';
  }
}
