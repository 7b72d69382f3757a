import { closeSync, openSync, writeSync } from 'node:fs';
import { byteText } from './byte-text.ts';
import { writeFailure } from './file-failure.ts';

const PIECE = 256 * 1024;

/** Appends text to a file in large pieces, UTF-8 unless told otherwise. Blocks its thread: for worker threads. */
export class TextFile {
  readonly #file: string;
  readonly #shownAs: string;
  #handle: number | null;
  /** As `byteText`. */
  #bytes = '';

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

  write(text: string): void {
    this.writeBytes(byteText(text));
  }

  /** The same for what is encoded already, one character a byte. */
  writeBytes(bytes: string): void {
    this.#bytes += bytes;
    if (this.#bytes.length >= PIECE) this.#flush();
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

  #flush(): void {
    if (this.#handle === null) return;
    const bytes = Buffer.from(this.#bytes, 'latin1');
    this.#bytes = '';
    try {
      let written = 0;
      while (written < bytes.length) written += writeSync(this.#handle, bytes, written);
    } catch (error) {
      throw writeFailure(error, this.#shownAs);
    }
  }
}
