import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { type PassThrough, Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { writeFailure } from '../../report/file-failure.ts';

/** The same in every zone, and nothing else in the file that could tell two writings apart. */
const entryOptions = (compressionLevel: number) => ({
  mtime: new Date(1980, 0, 1),
  forceDosTimestamp: true,
  mode: 0o100644,
  compressionLevel,
});

/** What is compressed already only takes time to compress again. */
const COMPRESSED = /\.(xlsx|pdf|png)$/;

/** A zip written from front to back, one file at a time. The same files give the same bytes. */
export class Archive {
  readonly #zip = new ZipFile();
  readonly #output = this.#zip.outputStream as PassThrough;
  readonly #stop = new AbortController();
  readonly #file: WriteStream;
  readonly #done: Promise<void>;

  /** `shownAs` stands in errors. */
  constructor(file: string, shownAs: string) {
    this.#file = createWriteStream(file);
    this.#done = pipeline(this.#output, this.#file, { signal: this.#stop.signal }).catch((error) => {
      throw writeFailure(error, shownAs);
    });
    // Whoever adds next, or ends, is told; nobody listens in between.
    this.#done.catch(() => {});
    this.#zip.on('error', (error) => this.#stop.abort(error));
  }

  /** Comes back when the file is on its way to the disk. Throws what went wrong while writing, such as `store.disk_full`. */
  async add(path: string, bytes: Buffer): Promise<void> {
    await Promise.race([this.#add(path, bytes), this.#done]);
  }

  async close(): Promise<void> {
    this.#zip.end();
    await this.#done;
  }

  /** Stops writing and lets go of the file. */
  async abort(): Promise<void> {
    this.#stop.abort();
    await this.#done.catch(() => {});
    if (!this.#file.closed) await once(this.#file, 'close');
  }

  async #add(path: string, bytes: Buffer): Promise<void> {
    // As it is, with its length said before it: some programs cannot read it otherwise.
    if (COMPRESSED.test(path)) this.#zip.addBuffer(bytes, path, entryOptions(0));
    else {
      const stream = Readable.from([bytes]);
      this.#zip.addReadStream(stream, path, entryOptions(6));
      await finished(stream);
    }
    if (this.#output.writableNeedDrain) await once(this.#output, 'drain', { signal: this.#stop.signal });
  }
}
