import { closeSync, openSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, type ZlibOptions } from 'node:zlib';
import { DeskError } from '../../../shared/contract/result.ts';
import { writeFailure } from './file-failure.ts';
import { centralHeader, endRecord, localHeader, type ZipEntry } from './zip-format.ts';

const deflated = promisify<Buffer, ZlibOptions, Buffer>(deflateRaw);

/** Pieces are deflated by themselves, at the same time as others, each with the end of the one before as dictionary. */
const PIECE = 512 * 1024;
const WINDOW = 32 * 1024;
const AHEAD = 6;
/** What a piece of a table mostly packs to, so that it comes in one go. */
const PACKED = 96 * 1024;
/** What the plain format can say; no report comes near it. */
const LARGEST = 0xffff_ffff;

/** Takes the content of one file of the archive, as `byteText`. */
export interface ZipPart {
  /** Answers a promise when deflating is behind and the caller should wait. */
  write(bytes: string): Promise<void> | undefined;
  end(): void;
}

/**
 * A zip file written from front to back, one part after the other. The same content gives the same bytes: no clock, no
 * attributes, pieces cut by their length alone. Blocks its thread while the disk takes the bytes: for worker threads.
 */
export class ZipWriter {
  readonly #shownAs: string;
  readonly #entries: ZipEntry[] = [];
  /** Memory of pieces that are in the file, for the next ones: what is given back to the system comes back late. */
  readonly #free: Buffer[] = [];
  #handle: number | null;
  #offset = 0;
  #failed: { error: unknown } | null = null;
  /** Everything given so far is in the file once this is done. */
  #written: Promise<void> = Promise.resolve();
  /** One for each piece that is not in the file yet, oldest first. */
  readonly #pieces: Promise<void>[] = [];

  /** `shownAs` is the name staff know; it stands in errors: at once, with the next write or with `close`. */
  constructor(file: string, shownAs: string) {
    this.#shownAs = shownAs;
    try {
      this.#handle = openSync(file, 'w');
    } catch (error) {
      throw writeFailure(error, shownAs);
    }
  }

  add(name: string, bytes: string): void {
    const part = this.part(name);
    part.write(bytes);
    part.end();
  }

  /** End it before the next one begins. */
  part(name: string): ZipPart {
    const entry: ZipEntry = { name: Buffer.from(name, 'utf8'), offset: 0, crc: 0, size: 0, packed: 0 };
    this.#entries.push(entry);
    this.#then(() => {
      entry.offset = this.#offset;
      this.#put(localHeader(entry));
    });
    let piece = this.#room();
    let length = 0;
    let before: Buffer | null = null;
    const give = (last: boolean): Promise<void> | undefined => {
      const window = Buffer.from(piece.subarray(Math.max(0, length - WINDOW), length));
      const given = this.#piece(entry, piece, { length, before, last });
      before = window;
      if (!last) piece = this.#room();
      length = 0;
      return given;
    };
    return {
      write: (bytes) => {
        if (this.#failed) throw this.#failed.error;
        let wait: Promise<void> | undefined;
        for (let from = 0; from < bytes.length; ) {
          const part = from === 0 && bytes.length <= PIECE - length ? bytes : bytes.slice(from, from + PIECE - length);
          length += piece.write(part, length, 'latin1');
          from += part.length;
          if (length === PIECE) wait = give(false);
        }
        return wait;
      },
      end: () => {
        give(true);
        // Crc and sizes are known only now.
        this.#then(() => {
          if (entry.size > LARGEST) throw new DeskError('file.unwritable', { file: this.#shownAs, reason: 'EFBIG' });
          this.#put(localHeader(entry), entry.offset);
        });
      },
    };
  }

  /** Throws what went wrong while writing, such as `store.disk_full`. */
  async close(): Promise<void> {
    this.#then(() => {
      const start = this.#offset;
      for (const entry of this.#entries) this.#put(centralHeader(entry));
      this.#put(endRecord(this.#entries.length, start, this.#offset - start));
    });
    await this.#written;
    this.#release();
    if (this.#failed) throw this.#failed.error;
  }

  /** Stops writing and lets go of the file. */
  async abort(): Promise<void> {
    this.#failed ??= { error: new DeskError('job.cancelled') };
    await this.#written;
    this.#release();
  }

  #room(): Buffer {
    return this.#free.pop() ?? Buffer.allocUnsafeSlow(PIECE);
  }

  #piece(
    entry: ZipEntry,
    room: Buffer,
    { length, before, last }: { length: number; before: Buffer | null; last: boolean },
  ): Promise<void> | undefined {
    const piece = room.subarray(0, length);
    entry.crc = crc32(piece, entry.crc);
    entry.size += length;
    const packed = deflated(piece, {
      level: 6,
      chunkSize: PACKED,
      finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
      ...(before === null ? {} : { dictionary: before }),
    });
    // Awaited in its turn, or not at all after a failure.
    packed.catch(() => {});
    this.#pieces.push(
      this.#then(async () => {
        const bytes = await packed;
        this.#pieces.shift();
        this.#free.push(room);
        entry.packed += bytes.length;
        this.#put(bytes);
      }),
    );
    return this.#pieces.length < AHEAD ? undefined : this.#pieces[0];
  }

  #then(step: () => void | Promise<void>): Promise<void> {
    this.#written = this.#written.then(() => (this.#failed ? undefined : step())).catch((error) => this.#fail(error));
    return this.#written;
  }

  #put(bytes: Buffer, at: number | null = null): void {
    let done = 0;
    while (done < bytes.length)
      done += writeSync(this.#handle!, bytes, done, bytes.length - done, (at ?? this.#offset) + done);
    if (at === null) this.#offset += bytes.length;
    if (this.#offset > LARGEST) throw new DeskError('file.unwritable', { file: this.#shownAs, reason: 'EFBIG' });
  }

  #fail(error: unknown): void {
    this.#failed ??= { error: writeFailure(error, this.#shownAs) };
  }

  #release(): void {
    if (this.#handle !== null) closeSync(this.#handle);
    this.#handle = null;
  }
}
