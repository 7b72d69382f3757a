import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Unix } from '../../../../shared/time.ts';
import type { Column } from '../column.ts';
import { writeFailure } from '../file-failure.ts';
import { type FormRow, formXml } from './form-sheet.ts';
import { sheetName } from './names.ts';
import { APP, contentTypesXml, coreXml, RELS, type SheetEntry, workbookRelsXml, workbookXml } from './parts.ts';
import { STYLES_XML } from './styles.ts';
import { type TableOptions, TableSheet } from './table-sheet.ts';

/** Text of one part of the file, written piece by piece. */
export interface PartWriter {
  /** Answers a promise when the file is behind and the caller should wait. */
  write(text: string): Promise<void> | undefined;
  end(): void;
}

/**
 * The same fields in every zone: yazl writes local time, and this date is the first one a zip can hold. Without the
 * extra stamp there is nothing else in the file that could tell two writings apart.
 */
const entryOptions = () => ({
  mtime: new Date(1980, 0, 1),
  forceDosTimestamp: true,
  mode: 0o100644,
  compressionLevel: 6,
});
const AHEAD_BYTES = 1024 * 1024;

/**
 * An xlsx file written from front to back with little memory: rows go through deflate into the file as they come.
 * Sheets are written one after the other in the order they are shown. The same content gives the same bytes.
 */
export class Workbook {
  readonly #zip = new ZipFile();
  readonly #stop = new AbortController();
  readonly #file: WriteStream;
  readonly #done: Promise<void>;
  readonly #sheets: SheetEntry[] = [];
  #failed: { error: unknown } | null = null;

  /** `shownAs` stands in errors; `created` in the document's properties. */
  constructor(file: string, shownAs: string, created: Unix) {
    this.#file = createWriteStream(file);
    this.#done = pipeline(this.#zip.outputStream, this.#file, { signal: this.#stop.signal }).catch((error) => {
      this.#failed = { error: writeFailure(error, shownAs) };
      throw this.#failed.error;
    });
    // Whoever writes next, or ends, is told; nobody listens in between.
    this.#done.catch(() => {});
    this.#zip.on('error', (error) => this.#stop.abort(error));
    this.#add('_rels/.rels', RELS);
    this.#add('docProps/app.xml', APP);
    this.#add('docProps/core.xml', coreXml(created));
    this.#add('xl/styles.xml', STYLES_XML);
  }

  /** A table, rows following; end it before the next sheet begins. */
  table(name: string, columns: readonly Column[], options: TableOptions = {}): TableSheet {
    return new TableSheet(
      {
        part: (sheet) => this.#part(sheet),
        rename: (sheet, to) => {
          sheet.name = sheetName(to, this.#names(sheet));
        },
      },
      name,
      columns,
      options,
    );
  }

  /** A page of words and figures, with widths of its columns in characters. */
  form(name: string, widths: readonly number[], rows: readonly FormRow[]): void {
    this.#sheets.push({ name: sheetName(name, this.#names()) });
    this.#add(`xl/worksheets/sheet${this.#sheets.length}.xml`, formXml(widths, rows));
  }

  /** Throws what went wrong while writing, such as `store.disk_full`. */
  async close(): Promise<void> {
    this.#add('xl/workbook.xml', workbookXml(this.#sheets));
    this.#add('xl/_rels/workbook.xml.rels', workbookRelsXml(this.#sheets.length));
    this.#add('[Content_Types].xml', contentTypesXml(this.#sheets.length));
    this.#zip.end();
    await this.#done;
  }

  /** Stops writing and lets go of the file. */
  async abort(): Promise<void> {
    this.#stop.abort();
    await this.#done.catch(() => {});
    if (!this.#file.closed) await once(this.#file, 'close');
  }

  #names(but?: SheetEntry): Set<string> {
    return new Set(this.#sheets.filter((sheet) => sheet !== but).map(({ name }) => name));
  }

  #add(path: string, text: string): void {
    this.#zip.addBuffer(Buffer.from(text, 'utf8'), path, entryOptions());
  }

  #part(sheet: SheetEntry): PartWriter {
    sheet.name = sheetName(sheet.name, this.#names());
    this.#sheets.push(sheet);
    const stream = new PassThrough({ highWaterMark: AHEAD_BYTES });
    this.#zip.addReadStream(stream, `xl/worksheets/sheet${this.#sheets.length}.xml`, entryOptions());
    return {
      write: (text) => {
        if (this.#failed) throw this.#failed.error;
        return stream.write(Buffer.from(text, 'utf8')) ? undefined : this.#drained(stream);
      },
      end: () => stream.end(),
    };
  }

  async #drained(stream: PassThrough): Promise<void> {
    const given = new AbortController();
    try {
      await Promise.race([once(stream, 'drain', { signal: given.signal }), this.#done]);
    } finally {
      given.abort();
    }
  }
}
