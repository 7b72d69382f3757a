import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { type Entry, type Options, open, type ZipFile } from 'yauzl';

const openFile = promisify<string, Options, ZipFile>(open);

/** Every part of a zip by its name, in its order. */
export async function zipBytes(file: string): Promise<Map<string, Buffer>> {
  const zip = await openFile(file, { lazyEntries: true, autoClose: true });
  const parts = new Map<string, Buffer>();
  const read = promisify<Entry, Readable>(zip.openReadStream.bind(zip));
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      read(entry)
        .then(buffer)
        .then((bytes) => {
          parts.set(entry.fileName, bytes);
          zip.readEntry();
        }, reject);
    });
    zip.on('end', resolve);
    zip.on('error', reject);
    zip.readEntry();
  });
  return parts;
}
