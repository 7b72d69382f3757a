import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { type Entry, fromBuffer, type Options, open, type ZipFile } from 'yauzl';
import { unreadable } from './unreadable.ts';

/** Tables pack to a tenth or a fiftieth. From this size on a part that packs better is no table. */
const SUSPECT_SIZE = 16 * 1024 * 1024;
const SUSPECT_RATIO = 250;
const MOST_PARTS = 10_000;

const OPTIONS: Options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
const openFile = promisify<string, Options, ZipFile>(open);
const openBytes = promisify<Buffer, Options, ZipFile>(fromBuffer);

/**
 * The parts of a zip by their names: of a file on disk, or of bytes in memory, which `name` calls. What it says of its
 * sizes is checked before and while unpacking. Throws `file.unreadable` (broken, encrypted, zip_bomb) and what the disk
 * throws.
 */
export class ZipReader {
  readonly #zip: ZipFile;
  readonly #entries: Map<string, Entry>;
  readonly #name: string;

  private constructor(zip: ZipFile, entries: Map<string, Entry>, name: string) {
    this.#zip = zip;
    this.#entries = entries;
    this.#name = name;
  }

  static async open(source: string | Uint8Array, name = String(source)): Promise<ZipReader> {
    const entries = new Map<string, Entry>();
    let zip: ZipFile | null = null;
    try {
      const opened =
        typeof source === 'string'
          ? await openFile(source, OPTIONS)
          : await openBytes(Buffer.from(source.buffer, source.byteOffset, source.byteLength), OPTIONS);
      zip = opened;
      if (opened.entryCount > MOST_PARTS) throw unreadable(name, 'zip_bomb');
      await new Promise<void>((resolve, reject) => {
        opened.on('entry', (entry: Entry) => {
          entries.set(entry.fileName, entry);
          opened.readEntry();
        });
        opened.on('end', resolve);
        opened.on('error', reject);
        opened.readEntry();
      });
      return new ZipReader(opened, entries, name);
    } catch (error) {
      zip?.close();
      throw brokenUnless(error, name);
    }
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** UTF-8 text of a part, in pieces. */
  async *text(name: string, largest = Number.POSITIVE_INFINITY): AsyncGenerator<string> {
    const entry = this.#entries.get(name);
    if (!entry) throw unreadable(this.#name, 'broken');
    if (entry.isEncrypted()) throw unreadable(this.#name, 'encrypted');
    const { uncompressedSize: size, compressedSize: packed } = entry;
    if (size > largest || (size > SUSPECT_SIZE && size > packed * SUSPECT_RATIO))
      throw unreadable(this.#name, 'zip_bomb');
    const decoder = new TextDecoder();
    try {
      for await (const piece of await this.#stream(entry)) yield decoder.decode(piece as Buffer, { stream: true });
    } catch (error) {
      // A part that unpacks to more than it said, a checksum that is off, a cut file.
      throw brokenUnless(error, this.#name);
    }
    yield decoder.decode();
  }

  async whole(name: string, largest?: number): Promise<string> {
    let text = '';
    for await (const piece of this.text(name, largest)) text += piece;
    return text;
  }

  close(): void {
    this.#zip.close();
  }

  #stream(entry: Entry): Promise<Readable> {
    return new Promise((resolve, reject) => {
      this.#zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
  }
}

/** What the disk says keeps its own code. */
function brokenUnless(error: unknown, name: string): unknown {
  const ofDisk = error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));
  return ofDisk || (error instanceof Error && error.name === 'DeskError') ? error : unreadable(name, 'broken', error);
}
