import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { type Entry, type Options, open, type ZipFile } from 'yauzl';
import { DeskError } from '../../../../shared/contract/result.ts';

const openZip = promisify<string, Options, ZipFile>(open);

/** The parts of a zip file by their names. */
export class ZipReader {
  readonly #zip: ZipFile;
  readonly #entries: Map<string, Entry>;
  readonly #file: string;

  private constructor(zip: ZipFile, entries: Map<string, Entry>, file: string) {
    this.#zip = zip;
    this.#entries = entries;
    this.#file = file;
  }

  static async open(file: string): Promise<ZipReader> {
    const zip = await openZip(file, { lazyEntries: true, autoClose: false });
    const entries = new Map<string, Entry>();
    try {
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
      zip.close();
      throw error;
    }
    return new ZipReader(zip, entries, file);
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** UTF-8 text of a part, in pieces. */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.#entries.get(name);
    if (!entry) throw new DeskError('file.unreadable', { file: this.#file, reason: `no ${name}` });
    const stream = await new Promise<Readable>((resolve, reject) => {
      this.#zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
    const decoder = new TextDecoder();
    for await (const piece of stream) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  }

  async whole(name: string): Promise<string> {
    let text = '';
    for await (const piece of this.text(name)) text += piece;
    return text;
  }

  close(): void {
    this.#zip.close();
  }
}
