import { join } from 'node:path';
import type { ReportResult } from '../../../shared/contract/report.ts';
import type { SettlementPeriod } from '../../../shared/contract/settlement.ts';
import type { Period } from '../../../shared/time.ts';
import { Fingerprint } from '../settlement/fingerprint.ts';
import { periodLines, settlementPeriod } from '../settlement/period.ts';
import { settlementContext, unsettledLines } from '../settlement/source.ts';
import type { Statement } from '../statement/statement.ts';
import type { StoreReader } from '../store/store.ts';
import { CsvSink } from './csv.ts';
import { createdOf } from './document/created.ts';
import { csvFooter } from './document/csv-footer.ts';
import { manifestText } from './document/manifest.ts';
import { provenRows } from './document/proven-rows.ts';
import { StatementWorkbook } from './document/statement-workbook.ts';
import { FreshFiles } from './fresh-files.ts';
import type { Pace } from './pace.ts';
import { packDraftOf } from './proof/draft.ts';
import { LinesHash } from './proof/lines-hash.ts';
import { correctionColumns } from './proof/proof-columns.ts';
import { seal } from './proof/seal.ts';
import type { Signer } from './proof/signature.ts';
import { groupTables, LINE_COLUMNS, PRINTED_COLUMNS } from './settlement-columns.ts';
import { holdSnapshot } from './snapshot.ts';
import { TextFile } from './text-file.ts';

export function packFiles(period: Period) {
  return {
    workbook: `结算报告-${period}.xlsx`,
    staff: `结算明细-${period}.csv`,
    strict: `settlement-lines-${period}.csv`,
    manifest: `settlement-${period}.json`,
  };
}

export interface PackOptions {
  period: Period;
  folder: string;
  institution: Statement['institution'];
  signer: Signer;
  pace: Pace;
}

/**
 * The settlement pack of a month: the workbook, its detail as csv for people and for programs, and the proof of the
 * latter beside it. All of them appear at the end, or none.
 */
export async function writeSettlementPack(reader: StoreReader, options: PackOptions): Promise<ReportResult> {
  const { period, folder, institution, signer, pace } = options;
  const release = holdSnapshot(reader);
  const files = new FreshFiles();
  try {
    pace.step('sums', null);
    const settlement = settlementPeriod(reader, period);
    const { totals } = settlement;
    pace.step('write', totals.rows + totals.adjustment_rows + totals.unsettled_rows);
    const statement = wholeMonth(reader, settlement, institution);
    await new PackWriter(statement, settlement, folder, files, pace).write(signer);
    pace.check();
    return { totals, files: files.keep() };
  } finally {
    release();
    files.drop();
  }
}

/** The month as the institution's own statement, with every field there is. */
function wholeMonth(
  reader: StoreReader,
  settlement: SettlementPeriod,
  institution: Statement['institution'],
): Statement {
  const { totals, state, known_as_of, adjustments, unsettled } = settlement;
  const { period, rows, orders } = totals;
  const closing = settlement.closings.find(({ reopened }) => reopened === null);
  const context = settlementContext(reader);
  return {
    scope: 'institution',
    period,
    recipient: { id: '', shown_id: '', name: institution.name },
    institution,
    state,
    closing: closing
      ? { number: closing.number, at: closing.closed_at, by: closing.closed_by, hash: closing.hash }
      : null,
    known_as_of,
    sums: {
      rows,
      orders,
      actual_payment_fen: totals.actual_payment_fen,
      service_amount_fen: totals.service_amount_fen,
      platform_amount_fen: totals.platform_amount_fen,
      promoter_platform_fen: totals.promoter_platform_fen,
      promoter_owed_fen: totals.promoter_owed_fen,
      net_fen: totals.net_fen,
    },
    adjustments,
    unsettled,
    balance: null,
    columns: LINE_COLUMNS,
    groups: groupTables(settlement).map(({ sheet, columns, rows: sums }) => ({ title: sheet, columns, rows: sums })),
    lines: () => periodLines(reader, period, context),
    unsettledLines: () => unsettledLines(reader, period, context),
  };
}

/** All files of the pack at once, so that the lines are read once. */
class PackWriter {
  readonly #statement: Statement;
  readonly #settlement: SettlementPeriod;
  readonly #pace: Pace;
  readonly #workbook: StatementWorkbook;
  readonly #texts: TextFile[] = [];
  readonly #staff: CsvSink;
  readonly #strict: CsvSink;
  readonly #manifest: TextFile;

  constructor(statement: Statement, settlement: SettlementPeriod, folder: string, files: FreshFiles, pace: Pace) {
    this.#statement = statement;
    this.#settlement = settlement;
    this.#pace = pace;
    const names = packFiles(statement.period);
    const text = (name: string) => {
      const file = join(folder, name);
      const opened = new TextFile(files.begin(file), file);
      this.#texts.push(opened);
      return opened;
    };
    const file = join(folder, names.workbook);
    const temporary = files.begin(file);
    const columns = correctionColumns(statement.columns);
    this.#staff = new CsvSink(text(names.staff), columns, 'staff');
    this.#strict = new CsvSink(text(names.strict), columns, 'strict');
    this.#manifest = text(names.manifest);
    this.#workbook = new StatementWorkbook(statement, packDraftOf(statement, settlement), {
      temporary,
      file,
      created: createdOf(statement),
      printed: PRINTED_COLUMNS,
      pace,
    });
  }

  async write(signer: Signer): Promise<void> {
    try {
      await this.#workbook.begin();
      const detail_hash = await this.#lines();
      const draft = { ...packDraftOf(this.#statement, this.#settlement), detail_hash };
      const face = { ...draft, tables: await this.#workbook.end() };
      await this.#workbook.close(face, seal(face, signer));
      // The detail by itself has none of the tables that lie beside it in the workbook.
      const bare = { ...draft, tables: [] };
      const sealed = seal(bare, signer);
      this.#staff.note(csvFooter(bare, sealed));
      await this.#staff.end();
      await this.#strict.end();
      this.#manifest.write(manifestText(bare, sealed, this.#settlement));
      this.#manifest.end();
    } catch (error) {
      for (const text of this.#texts) text.close();
      await this.#workbook.abort();
      throw error;
    }
  }

  /** Gives the hash of the detail. */
  async #lines(): Promise<string> {
    const { period, columns } = this.#statement;
    const detail = LinesHash.ofDetail(
      period,
      columns.map(({ key }) => key),
    );
    const again = new Fingerprint(period);
    const lines = this.#statement.lines;
    const hashed = function* () {
      for (const line of lines()) {
        again.add(line);
        yield line;
      }
    };
    for (const row of provenRows({ lines: hashed }, detail)) {
      const wait = this.#workbook.row(row);
      this.#staff.row(row);
      this.#strict.row(row);
      if (wait) await wait;
      this.#pace.did();
    }
    const hash = again.digest();
    if (hash !== this.#settlement.totals.hash)
      throw new Error(`lines changed while the report was written: ${hash} ${this.#settlement.totals.hash}`);
    return detail.digest();
  }
}
