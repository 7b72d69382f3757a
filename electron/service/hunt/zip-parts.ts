import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { type Entry, fromBuffer, type Options, type ZipFile } from 'yauzl';
import { unreadable } from './unreadable.ts';

/** What one part of a workbook may unpack to, in bytes: 200,000 rows of 30 columns take about 270 MB. */
const LARGEST_PART = 512 * 1024 * 1024;
/** Tables pack to a tenth or a fiftieth. From this size on a part that packs better is no table. */
const SUSPECT_SIZE = 16 * 1024 * 1024;
const SUSPECT_RATIO = 250;
const MOST_PARTS = 10_000;

export interface ZipParts {
  has(name: string): boolean;
  /** UTF-8 text of a part, in pieces. Throws `file.unreadable`: broken, encrypted, zip_bomb. */
  text(name: string, largest?: number): AsyncGenerator<string>;
}

const openZip = promisify<Buffer, Options, ZipFile>(fromBuffer);

/** The parts of a zip file in memory. What it says of its sizes is checked before and while unpacking. */
export async function zipParts(file: string, bytes: Uint8Array): Promise<ZipParts> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let zip: ZipFile;
  const entries = new Map<string, Entry>();
  try {
    zip = await openZip(buffer, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
    if (zip.entryCount > MOST_PARTS) throw unreadable(file, 'zip_bomb');
    await new Promise<void>((resolve, reject) => {
      zip.on('entry', (entry: Entry) => {
        entries.set(entry.fileName, entry);
        zip.readEntry();
      });
      zip.on('end', resolve);
      zip.on('error', reject);
      zip.readEntry();
    });
  } catch (error) {
    throw brokenUnless(error, file);
  }

  const stream = (entry: Entry) =>
    new Promise<Readable>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
    });

  return {
    has: (name) => entries.has(name),
    async *text(name, largest = LARGEST_PART) {
      const entry = entries.get(name);
      if (!entry) throw unreadable(file, 'broken');
      if (entry.isEncrypted()) throw unreadable(file, 'encrypted');
      const { uncompressedSize: size, compressedSize: packed } = entry;
      if (size > largest || (size > SUSPECT_SIZE && size > packed * SUSPECT_RATIO)) throw unreadable(file, 'zip_bomb');
      const decoder = new TextDecoder();
      try {
        for await (const piece of await stream(entry)) yield decoder.decode(piece as Buffer, { stream: true });
      } catch (error) {
        // A part that unpacks to more than it said, a checksum that is off, a cut file.
        throw brokenUnless(error, file);
      }
      yield decoder.decode();
    },
  };
}

function brokenUnless(error: unknown, file: string): unknown {
  return error instanceof Error && error.name === 'DeskError' ? error : unreadable(file, 'broken', error);
}
