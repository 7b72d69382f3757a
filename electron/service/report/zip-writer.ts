import { closeSync, openSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, type ZlibOptions } from 'node:zlib';
import { DeskError } from '../../../shared/contract/result.ts';
import { writeFailure } from './file-failure.ts';

const deflated = promisify<Buffer, ZlibOptions, Buffer>(deflateRaw);

/** Pieces are deflated by themselves, at the same time as others, each with the end of the one before as dictionary. */
const PIECE = 512 * 1024;
const WINDOW = 32 * 1024;
const AHEAD = 6;
/** What the plain format can say; no report comes near it. */
const LARGEST = 0xffff_ffff;

interface Entry {
  name: Buffer;
  /** Where its header stands in the file; set when that is written. */
  offset: number;
  crc: number;
  size: number;
  packed: number;
}

/** Takes the content of one file of the archive, piece by piece. */
export interface ZipPart {
  /** Answers a promise when deflating is behind and the caller should wait. */
  write(bytes: Buffer): Promise<void> | undefined;
  end(): void;
}

/**
 * A zip file written from front to back, one part after the other. The same content gives the same bytes: no clock, no
 * attributes, pieces cut by their length alone. Blocks its thread while the disk takes the bytes: for worker threads.
 */
export class ZipWriter {
  readonly #shownAs: string;
  readonly #entries: Entry[] = [];
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

  add(name: string, bytes: Buffer): void {
    const part = this.part(name);
    part.write(bytes);
    part.end();
  }

  /** End it before the next one begins. */
  part(name: string): ZipPart {
    const entry: Entry = { name: Buffer.from(name, 'utf8'), offset: 0, crc: 0, size: 0, packed: 0 };
    this.#entries.push(entry);
    this.#then(() => {
      entry.offset = this.#offset;
      this.#put(localHeader(entry));
    });
    let waiting: Buffer[] = [];
    let length = 0;
    let before: Buffer | null = null;
    const give = (last: boolean): Promise<void> | undefined => {
      const piece = waiting.length === 1 ? waiting[0]! : Buffer.concat(waiting, length);
      waiting = [];
      length = 0;
      const given = this.#piece(entry, piece, before, last);
      before = piece.subarray(Math.max(0, piece.length - WINDOW));
      return given;
    };
    return {
      write: (bytes) => {
        if (this.#failed) throw this.#failed.error;
        waiting.push(bytes);
        length += bytes.length;
        return length >= PIECE ? give(false) : undefined;
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

  #piece(entry: Entry, piece: Buffer, before: Buffer | null, last: boolean): Promise<void> | undefined {
    entry.crc = crc32(piece, entry.crc);
    entry.size += piece.length;
    const packed = deflated(piece, {
      level: 6,
      finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
      ...(before && before.length > 0 ? { dictionary: before } : {}),
    });
    // Awaited in its turn, or not at all after a failure.
    packed.catch(() => {});
    this.#pieces.push(
      this.#then(async () => {
        const bytes = await packed;
        this.#pieces.shift();
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

/** 1980-01-01, the first date a zip can hold. */
const DATE = 0x21;
const DEFLATE = 8;
const UTF8_NAME = 0x800;
const VERSION = 20;
const REGULAR_FILE = 0o100644;

function shared({ crc, packed, size, name }: Entry): number[][] {
  return [
    [2, VERSION],
    [2, UTF8_NAME],
    [2, DEFLATE],
    [2, 0],
    [2, DATE],
    [4, crc],
    [4, packed],
    [4, size],
    [2, name.length],
    [2, 0],
  ];
}

function localHeader(entry: Entry): Buffer {
  return Buffer.concat([fields([[4, 0x0403_4b50], ...shared(entry)]), entry.name]);
}

function centralHeader(entry: Entry): Buffer {
  const before = [
    [4, 0x0201_4b50],
    [2, (3 << 8) | VERSION],
  ];
  const behind = [
    [2, 0],
    [2, 0],
    [2, 0],
    [4, REGULAR_FILE * 65_536],
    [4, entry.offset],
  ];
  return Buffer.concat([fields([...before, ...shared(entry), ...behind]), entry.name]);
}

function endRecord(entries: number, offset: number, size: number): Buffer {
  return fields([
    [4, 0x0605_4b50],
    [2, 0],
    [2, 0],
    [2, entries],
    [2, entries],
    [4, size],
    [4, offset],
    [2, 0],
  ]);
}

/** Little-endian numbers of two or four bytes. */
function fields(values: readonly (readonly number[])[]): Buffer {
  const bytes = Buffer.alloc(values.reduce((sum, [length]) => sum + length!, 0));
  let at = 0;
  for (const [length, value] of values) at = bytes.writeUIntLE(value!, at, length!);
  return bytes;
}
