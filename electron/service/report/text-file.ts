import { closeSync, openSync, writeSync } from 'node:fs';
import { writeFailure } from './file-failure.ts';

const PIECE = 256 * 1024;
/** Numbers and signs are written without asking for room: so much of it is always left behind a full piece. */
const SPARE = 64 * 1024;

/**
 * Appends to a file in large pieces. Bytes go straight to where they are written from: no text is put together for
 * them. Blocks its thread: for worker threads.
 */
export class TextFile {
  readonly #file: string;
  readonly #shownAs: string;
  readonly #piece = Buffer.allocUnsafe(PIECE + SPARE);
  #handle: number | null;
  #at = 0;

  /** `shownAs` is the name staff know; it stands in errors. */
  constructor(file: string, shownAs: string) {
    this.#file = file;
    this.#shownAs = shownAs;
    try {
      this.#handle = openSync(this.#file, 'w');
    } catch (error) {
      throw writeFailure(error, shownAs);
    }
  }

  /** In UTF-8. */
  write(text: string): void {
    // No character of a text takes more than three bytes for each of its code units.
    if (3 * text.length > PIECE) this.bytes(Buffer.from(text, 'utf8'));
    else {
      this.#makeRoom(3 * text.length);
      this.#at += this.#piece.write(text, this.#at);
    }
  }

  bytes(bytes: Uint8Array): void {
    const length = bytes.length;
    this.#makeRoom(length);
    if (length > PIECE) {
      this.#writeOut(bytes, length);
      return;
    }
    const piece = this.#piece;
    let at = this.#at;
    // Most are a few bytes long, for which a call to copy them takes longer.
    for (let index = 0; index < length; index += 1) piece[at++] = bytes[index]!;
    this.#at = at;
  }

  /** A short text of ASCII alone. */
  ascii(text: string): void {
    const piece = this.#piece;
    this.#makeRoom(text.length);
    let at = this.#at;
    for (let index = 0; index < text.length; index += 1) piece[at++] = text.charCodeAt(index);
    this.#at = at;
  }

  /** One byte; a few hundred at most between two calls of others. */
  byte(byte: number): void {
    this.#piece[this.#at++] = byte;
  }

  /** A whole number of JavaScript's exact ones, not negative. As `byte`. */
  digits(value: number): void {
    const piece = this.#piece;
    let end = this.#at + 1;
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) end += 1;
    let rest = value;
    for (let at = end - 1; at >= this.#at; at -= 1) {
      const tens = Math.floor(rest / 10);
      piece[at] = ZERO + (rest - 10 * tens);
      rest = tens;
    }
    this.#at = end;
  }

  end(): void {
    this.#flush();
    this.close();
  }

  /** Lets go of the file, complete or not. */
  close(): void {
    if (this.#handle !== null) closeSync(this.#handle);
    this.#handle = null;
  }

  #makeRoom(bytes: number): void {
    if (this.#at + bytes > PIECE) this.#flush();
  }

  #flush(): void {
    const full = this.#at;
    this.#at = 0;
    this.#writeOut(this.#piece, full);
  }

  #writeOut(bytes: Uint8Array, length: number): void {
    if (this.#handle === null) return;
    try {
      let written = 0;
      while (written < length) written += writeSync(this.#handle, bytes, written, length - written);
    } catch (error) {
      throw writeFailure(error, this.#shownAs);
    }
  }
}

const ZERO = 48;
