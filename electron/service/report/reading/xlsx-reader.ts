import { UNLIMITED } from '../../table-file/cell.ts';
import { openXlsx, type XlsxSource } from '../../table-file/xlsx.ts';
import type { Cell } from '../column.ts';

/** A workbook of our own, also after another program has saved it: its sheets by name, their cells as values. */
export class XlsxReader {
  readonly #workbook: XlsxSource;

  private constructor(workbook: XlsxSource) {
    this.#workbook = workbook;
  }

  static async open(file: string): Promise<XlsxReader> {
    return new XlsxReader(await openXlsx(file, { limits: UNLIMITED }));
  }

  get names(): string[] {
    return this.#workbook.sheets.map(({ name }) => name);
  }

  /** Rows of a sheet as their values; absent cells are null. Formulas give the value that was saved with them. */
  async *rows(sheet: string): AsyncGenerator<Cell[]> {
    for await (const { cells } of this.numbered(sheet)) yield cells;
  }

  /** The same with the numbers of the rows, from 1. */
  async *numbered(sheet: string): AsyncGenerator<{ at: number; cells: Cell[] }> {
    const found = this.#workbook.sheets.find(({ name }) => name === sheet);
    if (!found) return;
    for await (const { at, cells } of found.rows())
      yield { at, cells: cells.map(({ text, number }) => (text === '' ? null : number ? Number(text) : text)) };
  }

  close(): void {
    this.#workbook.close();
  }
}
