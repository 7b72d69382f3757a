import { join } from 'node:path';
import type { ReportResult } from '../../../shared/contract/report.ts';
import type { SettlementPeriod } from '../../../shared/contract/settlement.ts';
import { type Period, periodRange } from '../../../shared/time.ts';
import { FigureBuilder } from '../settlement/figures.ts';
import type { SettlementLine } from '../settlement/line.ts';
import { periodLines, settlementPeriod } from '../settlement/period.ts';
import { settlementContext, unsettledLines } from '../settlement/source.ts';
import type { StoreReader } from '../store/store.ts';
import type { Row } from './column.ts';
import { CsvSink } from './csv.ts';
import { FreshFiles } from './fresh-files.ts';
import type { Pace } from './pace.ts';
import { groupTables, LINE_COLUMNS, PRINTED_COLUMNS, SHEETS, TOTAL_LABEL } from './settlement-columns.ts';
import { notesForm, summaryForm } from './settlement-forms.ts';
import { holdSnapshot } from './snapshot.ts';
import { manifestText, statementCells } from './statement.ts';
import { TextFile } from './text-file.ts';
import { sheetsFor } from './xlsx/table-sheet.ts';
import { Workbook } from './xlsx/workbook.ts';

const FORM_WIDTHS = [26, 26, 90];

export function packFiles(period: Period) {
  return {
    workbook: `结算报告-${period}.xlsx`,
    staff: `结算明细-${period}.csv`,
    strict: `settlement-lines-${period}.csv`,
    manifest: `settlement-${period}.json`,
  };
}

/**
 * The settlement pack of a month: the workbook, its detail as csv for people and for programs, and a small statement
 * beside them. All of them appear at the end, or none.
 */
export async function writeSettlementPack(
  reader: StoreReader,
  period: Period,
  folder: string,
  pace: Pace,
): Promise<ReportResult> {
  const release = holdSnapshot(reader);
  const files = new FreshFiles();
  try {
    pace.step('sums', null);
    const settlement = settlementPeriod(reader, period);
    pace.step('write', settlement.totals.rows + settlement.totals.unsettled_rows);
    await new PackWriter(reader, settlement, folder, files, pace).write();
    pace.check();
    return { totals: settlement.totals, files: files.keep() };
  } finally {
    release();
    files.drop();
  }
}

class PackWriter {
  readonly #reader: StoreReader;
  readonly #settlement: SettlementPeriod;
  readonly #pace: Pace;
  readonly #workbook: Workbook;
  readonly #texts: TextFile[] = [];
  readonly #staff: CsvSink;
  readonly #strict: CsvSink;
  readonly #manifest: TextFile;

  constructor(reader: StoreReader, settlement: SettlementPeriod, folder: string, files: FreshFiles, pace: Pace) {
    this.#reader = reader;
    this.#settlement = settlement;
    this.#pace = pace;
    const names = packFiles(settlement.totals.period);
    const text = (name: string) => {
      const file = join(folder, name);
      const opened = new TextFile(files.begin(file), file);
      this.#texts.push(opened);
      return opened;
    };
    const workbook = join(folder, names.workbook);
    const created = settlement.known_as_of ?? periodRange(settlement.totals.period)?.to ?? 0;
    const temporary = files.begin(workbook);
    this.#staff = new CsvSink(text(names.staff), LINE_COLUMNS, 'staff');
    this.#strict = new CsvSink(text(names.strict), LINE_COLUMNS, 'strict');
    this.#manifest = text(names.manifest);
    this.#workbook = new Workbook(temporary, workbook, created);
  }

  async write(): Promise<void> {
    try {
      const { totals } = this.#settlement;
      this.#workbook.form(SHEETS.summary, FORM_WIDTHS, summaryForm(this.#settlement, sheetsFor(totals.rows)));
      await this.#groups();
      await this.#lines();
      await this.#unsettled();
      this.#workbook.form(SHEETS.notes, FORM_WIDTHS, notesForm(this.#settlement));
      await this.#workbook.close();
      this.#manifest.write(manifestText(this.#settlement));
      this.#manifest.end();
    } catch (error) {
      for (const text of this.#texts) text.close();
      await this.#workbook.abort();
      throw error;
    }
  }

  async #groups(): Promise<void> {
    for (const { sheet, columns, rows } of groupTables(this.#settlement)) {
      const table = this.#workbook.table(sheet, columns);
      for (const row of rows) await table.row(row);
      await table.end({ [columns[0]!.key]: TOTAL_LABEL, orders: this.#settlement.totals.orders });
    }
  }

  async #lines(): Promise<void> {
    const { totals } = this.#settlement;
    const table = this.#workbook.table(SHEETS.lines, LINE_COLUMNS, { printed: PRINTED_COLUMNS });
    const again = new FigureBuilder(totals.period);
    const context = settlementContext(this.#reader);
    for (const line of periodLines(this.#reader, totals.period, context)) {
      again.add(line);
      const row = line as SettlementLine & Row;
      const wait = table.row(row);
      this.#staff.row(row);
      this.#strict.row(row);
      if (wait) await wait;
      this.#pace.did();
    }
    const { hash } = again.figures();
    if (hash !== totals.hash) throw new Error(`lines changed while the report was written: ${hash} ${totals.hash}`);
    await table.end({ order_id: TOTAL_LABEL, sku_id: `${totals.rows} 行`, shop_name: `${totals.orders} 个订单` });
    this.#staff.note(statementCells(this.#settlement));
    await this.#staff.end();
    await this.#strict.end();
  }

  async #unsettled(): Promise<void> {
    const { period } = this.#settlement.totals;
    const { rows, orders } = this.#settlement.unsettled;
    const table = this.#workbook.table(SHEETS.unsettled, LINE_COLUMNS, { printed: PRINTED_COLUMNS });
    for (const line of unsettledLines(this.#reader, period, settlementContext(this.#reader))) {
      await table.row(line as SettlementLine & Row);
      this.#pace.did();
    }
    await table.end({ order_id: TOTAL_LABEL, sku_id: `${rows} 行(估算)`, shop_name: `${orders} 个订单` });
  }
}
