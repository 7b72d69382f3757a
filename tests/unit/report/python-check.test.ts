import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { provenRows } from '../../../electron/service/report/document/proven-rows.ts';
import { StatementWorkbook } from '../../../electron/service/report/document/statement-workbook.ts';
import { unwatched } from '../../../electron/service/report/pace.ts';
import { draftOf } from '../../../electron/service/report/proof/draft.ts';
import { LinesHash } from '../../../electron/service/report/proof/lines-hash.ts';
import { reportSigner } from '../../../electron/service/report/proof/report-key.ts';
import { seal } from '../../../electron/service/report/proof/seal.ts';
import { readColumns } from '../../../electron/service/report/reading/judge-lines.ts';
import { verifySealedWorkbook } from '../../../electron/service/report/reading/sealed-workbook.ts';
import { XlsxReader } from '../../../electron/service/report/reading/xlsx-reader.ts';
import { writeSettlementPack } from '../../../electron/service/report/settlement-pack.ts';
import { statementWriter } from '../../../electron/service/report/write-statement.ts';
import { writePack } from '../../../electron/service/statement/pack/pack.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { REPORT_SCOPES } from '../../../shared/contract/report.ts';
import { EVENTFUL, writeEventfulMonth } from '../../support/eventful-month.ts';
import { rewriteZip } from '../../support/rewrite-zip.ts';
import { temporaryStore } from '../../support/settlement-rows.ts';
import { INSTITUTION, statementsOf } from '../../support/statements.ts';

const READD = resolve(import.meta.dirname, '../../support/readd.py');

/** What the script looked at, and what it found wrong. */
interface Look {
  problems: string[];
  files: number;
  sheets: number;
  columns: number;
  rows: number;
  groups: number;
  facts: number;
}

async function readd(...files: string[]): Promise<Look> {
  const { stdout } = await promisify(execFile)('python3', ['-B', READD, ...files], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout);
}

let store: Store;
let dir: string;
let done: () => void;
beforeAll(async () => {
  const made = await temporaryStore();
  ({ store, dir, done } = made);
  await writeEventfulMonth(made, { rows: 700 });
});
afterAll(() => done());

const month = (folder: string) =>
  writeSettlementPack(store, {
    period: EVENTFUL,
    folder: join(dir, folder),
    institution: INSTITUTION,
    signer: reportSigner(dir),
    pace: unwatched(),
  });

describe('a script that knows nothing of the program', () => {
  it('adds up every column of the month and finds what is printed', { timeout: 60_000 }, async () => {
    const { files, totals } = await month('month');
    expect(totals.adjustment_rows).toBeGreaterThan(20);
    expect(totals.unsettled_rows).toBeGreaterThan(20);
    const looked = await readd(...files.filter((file) => !file.endsWith('.json')));
    expect(looked.problems).toEqual([]);
    // Three tables by groups, the detail, corrections and estimates; then both tables for people and for programs.
    expect(looked).toMatchObject({ files: 3, sheets: 6 });
    const lines = totals.rows + totals.adjustment_rows;
    expect(looked.rows).toBeGreaterThanOrEqual(3 * lines + totals.unsettled_rows);
    expect(looked.columns).toBeGreaterThan(50);
    expect(looked.groups).toBeGreaterThan(50);
    expect(looked.facts).toBe(3 * 8);
  });

  it('adds up everybody’s statements in a pack, and its index', { timeout: 120_000 }, async () => {
    const { file, recipients } = await writePack(
      store,
      {
        period: EVENTFUL,
        folder: join(dir, 'pack'),
        scopes: [...REPORT_SCOPES],
        formats: ['xlsx', 'csv', 'csv_strict', 'csv_gb18030'],
        institution: INSTITUTION,
      },
      statementWriter(reportSigner(dir)),
      unwatched(),
    );
    const looked = await readd(file);
    expect(looked.problems).toEqual([]);
    // Four files for everybody, and the workbook with the index.
    expect(looked.files).toBe(recipients * 4 + 1);
    expect(recipients).toBeGreaterThan(60);
    expect(looked.facts).toBeGreaterThan(recipients * 20);
  });

  it('adds up tables that were too long for a sheet: torn, never cut', async () => {
    const sheetRows = 43;
    const statement = statementsOf(store, EVENTFUL, ['institution']).statements[0]!;
    const signer = reportSigner(dir);
    const draft = draftOf(statement);
    const hash = LinesHash.ofStatement(
      { period: EVENTFUL, scope: 'institution', id: '' },
      statement.columns.map(({ key }) => key),
    );
    const file = join(dir, 'torn.xlsx');
    const options = { temporary: file, file, created: 0, sheetRows, pace: unwatched() };
    const workbook = new StatementWorkbook(statement, draft, options);
    await workbook.begin();
    for (const row of provenRows(statement, hash)) await workbook.row(row);
    const face = { ...draft, tables: await workbook.end() };
    const sealed = seal(face, signer);
    await workbook.close(face, sealed);

    const read = await XlsxReader.open(file);
    const sheetsOf = (table: string) => read.names.filter((name) => name.startsWith(`${table}_`)).length;
    expect(sheetsOf('明细')).toBe(Math.ceil(statement.sums.rows / (sheetRows - 3)));
    expect(sheetsOf('明细')).toBeGreaterThan(3);
    expect(sheetsOf('调整与扣回') + sheetsOf('未结算')).toBeGreaterThan(3);
    const lines = statement.sums.rows + statement.adjustments.rows;
    const columns = readColumns(face)!;
    const verify = (workbook: XlsxReader) =>
      verifySealedWorkbook(workbook, { face, seal: sealed }, columns, signer.publicKey, sheetRows);
    expect(await verify(read)).toMatchObject({ verdict: 'untouched', rows: lines, places: [] });
    const looked = await readd(file);
    expect(looked.problems).toEqual([]);
    expect(looked.rows).toBeGreaterThanOrEqual(lines + statement.unsettled.rows);

    // A row that is gone is missed where it stood, and the sum of its sheet and that of all are wrong.
    const part = read.names.indexOf('明细_2') + 1;
    read.close();
    const cut = join(dir, 'cut.xlsx');
    await rewriteZip(file, cut, `xl/worksheets/sheet${part}.xml`, (xml) => xml.replace(/<row r="9">.*?<\/row>/, ''));
    const reread = await XlsxReader.open(cut);
    const { places } = await verify(reread);
    reread.close();
    expect(places).toContainEqual({
      sheet: '明细_2',
      row: 9,
      order_id: null,
      sku_id: null,
      what: 'line_missing',
    });
    expect(places.filter(({ what }) => what === 'total').map(({ sheet }) => sheet)).toEqual(
      expect.arrayContaining(['明细_2', `明细_${sheetsOf('明细')}`]),
    );
  });

  it('is not easily content: one fen anywhere is a problem', async () => {
    const { files } = await month('fen');
    const edits: [part: number, pattern: RegExp][] = [
      [1, /(<v>)(\d+\.\d\d)(<\/v>)/],
      [2, /(s="2"><v>)(\d+\.\d\d)(<\/v>)/],
      [5, /(s="2"><v>)(\d+\.\d\d)(<\/v>)/],
      [6, /(s="2"><v>)(-\d+\.\d\d)(<\/v>)/],
      [7, /(<\/f><v>)(\d+\.\d\d)(<\/v>)/],
    ];
    for (const [part, pattern] of edits) {
      const changed = join(dir, `fen-${part}.xlsx`);
      await rewriteZip(files[0]!, changed, `xl/worksheets/sheet${part}.xml`, (xml) =>
        xml.replace(pattern, (_, before, yuan, after) => `${before}${(Number(yuan) + 0.01).toFixed(2)}${after}`),
      );
      expect((await readd(changed)).problems, `sheet ${part}`).not.toEqual([]);
    }
    const broken = join(dir, 'broken.xlsx');
    writeFileSync(broken, 'PK');
    await expect(readd(broken)).rejects.toThrow();
  });
});
