import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import type { Unix } from '../../../../shared/time.ts';
import { writeFailure } from '../file-failure.ts';
import { checkCode } from '../proof/rows-hash.ts';
import { chosenFont, type ParsedFont, showFontOnPage } from './embedded-font.ts';
import { fontBytes, type Weight } from './fonts.ts';
import { Pen } from './pen.ts';
import { Typeface } from './typeface.ts';

export type Orientation = 'portrait' | 'landscape';
const LONG_SIDE = 841.89;
const SHORT_SIDE = 595.28;

export interface PaperOptions {
  /** Where it is written, and the name staff know, which stands in errors. */
  temporary: string;
  file: string;
  /** Shown by readers. */
  title: string;
  author: string;
  /** What the document's id is made from, beside these. */
  subject: string;
  created: Unix;
}

/** Fonts are parsed once: the next document only takes other glyphs out of them. */
const parsed = new Map<Weight, ParsedFont>();

/**
 * A PDF written page by page; a page that is done is on the disk and out of memory. The same content gives the same
 * bytes. Blocks its thread while the disk takes the bytes: for worker threads.
 */
export class Paper {
  readonly faces: Record<Weight, Typeface>;
  readonly pen: Pen;
  readonly #document: PDFKit.PDFDocument;
  readonly #file: string;
  readonly #hash = createHash('sha256');
  readonly #pages: string[] = [];
  #handle: number | null;
  /** What went wrong while the document handed over bytes, where nobody could be told. */
  #failed: { error: unknown } | null = null;
  #open = false;
  #orientation: Orientation = 'portrait';

  private constructor({ temporary, file, title, author, subject, created }: PaperOptions) {
    this.#file = file;
    const date = new Date(created * 1000);
    this.#document = new PDFDocument({
      autoFirstPage: false,
      pdfVersion: '1.7',
      lang: 'zh-CN',
      displayTitle: true,
      // Parsed or as bytes, which its types leave out; without one the library looks for fonts of its own.
      font: sourceOf('regular') as unknown as string,
      info: {
        Title: title,
        Author: author,
        Subject: subject,
        Creator: 'League Desk',
        CreationDate: date,
        ModDate: date,
      },
    });
    const regular = this.#typeface('regular');
    this.#document.font(sourceOf('bold') as unknown as string);
    this.faces = { regular, bold: this.#typeface('bold') };
    this.pen = new Pen(this.faces);
    try {
      this.#handle = openSync(temporary, 'w');
    } catch (error) {
      throw writeFailure(error, file);
    }
    this.#document.on('data', (bytes: Buffer) => this.#put(bytes));
  }

  static async open(options: PaperOptions): Promise<Paper> {
    const paper = new Paper(options);
    // From then on the document hands over what it makes at once.
    await turn();
    return paper;
  }

  /** Codes of the pages that are done. */
  get pages(): readonly string[] {
    return this.#pages;
  }

  /** How the pages lie. */
  set orientation(orientation: Orientation) {
    this.#orientation = orientation;
  }

  get size(): { width: number; height: number } {
    return pageSize(this.#orientation);
  }

  /** Throws what went wrong with the pages before, such as `store.disk_full`. */
  newPage(): void {
    this.#endPage();
    this.#refuse();
    this.#document.addPage({ size: [SHORT_SIDE, LONG_SIDE], layout: this.#orientation, margin: 0 });
    this.#open = true;
    this.pen.height = this.size.height;
    for (const face of Object.values(this.faces)) showFontOnPage(this.#document, face.font);
  }

  /** The last page is done; what is said of the document goes into its properties. */
  endPages(): void {
    this.#endPage();
  }

  /** `tail` says what stands behind the end, for which readers do not care, by the SHA-256 of all before it. */
  async close(info: Record<string, string>, tail: (sha256: string) => string): Promise<void> {
    Object.assign(this.#document.info, info);
    const ended = new Promise((resolve) => this.#document.once('end', resolve));
    this.#document.end();
    await ended;
    this.#put(Buffer.from(tail(this.#hash.digest('hex')), 'latin1'), false);
    this.#refuse();
    this.abort();
  }

  /** Lets go of the file, complete or not. */
  abort(): void {
    if (this.#handle !== null) closeSync(this.#handle);
    this.#handle = null;
  }

  #endPage(): void {
    if (!this.#open) return;
    const content = `${PAGE_START}1 0 0 -1 0 ${this.size.height} cm\n${this.pen.take()}Q`;
    this.#document.addContent(content);
    this.#pages.push(checkCode(content));
    this.#open = false;
  }

  #typeface(weight: Weight): Typeface {
    const font = chosenFont(this.#document);
    parsed.set(weight, font.font);
    return new Typeface(font);
  }

  #put(bytes: Buffer, hashed = true): void {
    // The document goes on handing over for a while.
    if (this.#failed || this.#handle === null) return;
    if (hashed) this.#hash.update(bytes);
    try {
      let done = 0;
      while (done < bytes.length) done += writeSync(this.#handle, bytes, done);
    } catch (error) {
      this.#failed = { error: writeFailure(error, this.#file) };
    }
  }

  #refuse(): void {
    if (this.#failed) throw this.#failed.error;
  }
}

export function pageSize(orientation: Orientation): { width: number; height: number } {
  return orientation === 'portrait'
    ? { width: SHORT_SIDE, height: LONG_SIDE }
    : { width: LONG_SIDE, height: SHORT_SIDE };
}

/** Where the content of a page of ours begins; the library says before it that places count from above. */
export const PAGE_START = 'q\n';

function sourceOf(weight: Weight): ParsedFont | Buffer {
  return parsed.get(weight) ?? fontBytes(weight);
}
