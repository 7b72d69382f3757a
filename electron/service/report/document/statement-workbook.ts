import type { Unix } from '../../../../shared/time.ts';
import { cleanText } from '../../settlement/clean-text.ts';
import type { Statement } from '../../statement/statement.ts';
import type { Row } from '../column.ts';
import type { Pace } from '../pace.ts';
import type { Draft } from '../proof/draft.ts';
import type { Face } from '../proof/face.ts';
import { correctionColumns, saleColumns } from '../proof/proof-columns.ts';
import { checkCode, RowsHash } from '../proof/rows-hash.ts';
import type { Seal } from '../proof/seal.ts';
import { tableTextOf } from '../proof/table-text.ts';
import { SHEETS } from '../settlement-columns.ts';
import { SHEET_ROWS, type TableOptions, type TableSheet } from '../xlsx/table-sheet.ts';
import { Workbook } from '../xlsx/workbook.ts';
import { coverForm } from './cover-form.ts';
import { FORM_WIDTHS } from './form-lines.ts';
import { notesForm } from './notes-form.ts';
import { type ProvenRow, provenUnsettled } from './proven-rows.ts';
import { ESTIMATED, groupLabels, totalLabels } from './total-labels.ts';

export interface WorkbookOptions {
  /** Where it is written, and the name staff know, which stands in errors. */
  temporary: string;
  file: string;
  created: Unix;
  /** Columns of the detail that go on paper; left out, all. */
  printed?: number;
  /** See `TableOptions`. */
  sheetRows?: number;
  pace: Pace;
}

/**
 * The workbook of a statement: cover, sums by groups, detail, corrections, what is not settled, notes with the proof.
 * The sheets are written in their order, so its rows are given between `begin` and `end`.
 */
export class StatementWorkbook {
  readonly #statement: Statement;
  readonly #draft: Draft;
  readonly #workbook: Workbook;
  readonly #pace: Pace;
  readonly #table: Required<TableOptions>;
  readonly #tables: Face['tables'] = [];
  #sales: TableSheet | null = null;
  #corrections: TableSheet | null = null;

  constructor(statement: Statement, draft: Draft, options: WorkbookOptions) {
    const { printed = statement.columns.length, sheetRows = SHEET_ROWS } = options;
    this.#statement = statement;
    this.#draft = draft;
    this.#pace = options.pace;
    this.#table = { printed, sheetRows };
    this.#workbook = new Workbook(options.temporary, options.file, options.created);
  }

  async begin(): Promise<void> {
    this.#workbook.form(SHEETS.summary, FORM_WIDTHS, coverForm(this.#draft, this.#table.sheetRows));
    for (const group of this.#statement.groups) await this.#group(group);
    this.#sales = this.#workbook.table(SHEETS.lines, saleColumns(this.#statement.columns), this.#table);
  }

  /** Sales before corrections. */
  row(row: ProvenRow): Promise<void> | undefined {
    if (row.kind === 'sale') return this.#sales!.row(row);
    if (this.#corrections) return this.#corrections.row(row);
    return this.#beginCorrections().then((table) => table.row(row));
  }

  /** No more lines. Gives the tables beside the detail, with their proofs; then `close`. */
  async end(): Promise<Face['tables']> {
    const corrections = this.#corrections ?? (await this.#beginCorrections());
    await corrections.end(totalLabels(this.#statement.columns, this.#statement.adjustments));
    await this.#unsettled();
    return this.#tables;
  }

  async close(face: Face, seal: Seal): Promise<void> {
    this.#workbook.form(SHEETS.notes, FORM_WIDTHS, notesForm(face, seal));
    await this.#workbook.close();
  }

  abort(): Promise<void> {
    return this.#workbook.abort();
  }

  async #beginCorrections(): Promise<TableSheet> {
    const { columns: detail, sums } = this.#statement;
    await this.#sales!.end(totalLabels(detail, sums));
    const columns = correctionColumns(detail);
    this.#corrections = this.#workbook.table(SHEETS.corrections, columns, this.#table);
    return this.#corrections;
  }

  async #group({ title, columns, rows }: Statement['groups'][number]): Promise<void> {
    const table = this.#workbook.table(title, saleColumns(columns), { printed: columns.length });
    const textOf = tableTextOf(columns);
    const hash = new RowsHash(title);
    for (const dirty of rows) {
      const row = cleanRow(dirty);
      const text = textOf(row);
      hash.add(text);
      await table.row({ ...row, line_no: hash.rows, check_code: checkCode(text) });
    }
    await table.end(groupLabels(columns, this.#statement.sums));
    this.#tables.push({
      sheet: title,
      columns: columns.map(({ key, title: head, kind }) => ({ key, title: head, kind })),
      rows: hash.rows,
      hash: hash.digest(),
    });
  }

  async #unsettled(): Promise<void> {
    const { columns, unsettled } = this.#statement;
    const table = this.#workbook.table(SHEETS.unsettled, saleColumns(columns), this.#table);
    const hash = new RowsHash(SHEETS.unsettled);
    for (const row of provenUnsettled(this.#statement, columns, hash)) {
      await table.row(row);
      this.#pace.did();
    }
    await table.end(totalLabels(columns, unsettled, ESTIMATED));
    this.#tables.push({ sheet: SHEETS.unsettled, columns: null, rows: hash.rows, hash: hash.digest() });
  }
}

/** Names of groups come from outside and were not cleaned on the way. */
function cleanRow(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, typeof value === 'string' ? cleanText(value) : value]),
  );
}
