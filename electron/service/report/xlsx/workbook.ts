import type { Unix } from '../../../../shared/time.ts';
import { byteText } from '../byte-text.ts';
import type { Column } from '../column.ts';
import { type ZipPart, ZipWriter } from '../zip-writer.ts';
import { type FormRow, formXml } from './form-sheet.ts';
import { columnLetters, sheetName } from './names.ts';
import { APP, contentTypesXml, coreXml, RELS, type SheetEntry, workbookRelsXml, workbookXml } from './parts.ts';
import { STYLES_XML } from './styles.ts';
import { type TableOptions, TableSheet } from './table-sheet.ts';

/**
 * An xlsx file written from front to back with little memory: rows go through deflate into the file as they come.
 * Sheets are written one after the other in the order they are shown. The same content gives the same bytes.
 */
export class Workbook {
  readonly #zip: ZipWriter;
  readonly #sheets: SheetEntry[] = [];

  /** `shownAs` stands in errors; `created` in the document's properties. */
  constructor(file: string, shownAs: string, created: Unix) {
    this.#zip = new ZipWriter(file, shownAs);
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
    const part = this.#part({ name, print: `$A$1:$${columnLetters(widths.length - 1)}$${Math.max(1, rows.length)}` });
    part.write(formXml(widths, rows));
    part.end();
  }

  /** Throws what went wrong while writing, such as `store.disk_full`. */
  async close(): Promise<void> {
    this.#add('xl/workbook.xml', workbookXml(this.#sheets));
    this.#add('xl/_rels/workbook.xml.rels', workbookRelsXml(this.#sheets.length));
    this.#add('[Content_Types].xml', contentTypesXml(this.#sheets.length));
    await this.#zip.close();
  }

  /** Stops writing and lets go of the file. */
  abort(): Promise<void> {
    return this.#zip.abort();
  }

  #names(but?: SheetEntry): Set<string> {
    return new Set(this.#sheets.filter((sheet) => sheet !== but).map(({ name }) => name));
  }

  #add(path: string, text: string): void {
    this.#zip.add(path, byteText(text));
  }

  #part(sheet: SheetEntry): ZipPart {
    sheet.name = sheetName(sheet.name, this.#names());
    this.#sheets.push(sheet);
    return this.#zip.part(`xl/worksheets/sheet${this.#sheets.length}.xml`);
  }
}
