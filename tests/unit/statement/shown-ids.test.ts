import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createdOf } from '../../../electron/service/report/document/created.ts';
import { provenRows } from '../../../electron/service/report/document/proven-rows.ts';
import { StatementWorkbook } from '../../../electron/service/report/document/statement-workbook.ts';
import { FreshFiles } from '../../../electron/service/report/fresh-files.ts';
import { unwatched } from '../../../electron/service/report/pace.ts';
import { INFO } from '../../../electron/service/report/pdf/pdf-proof.ts';
import { draftOf } from '../../../electron/service/report/proof/draft.ts';
import { LinesHash } from '../../../electron/service/report/proof/lines-hash.ts';
import { reportSigner } from '../../../electron/service/report/proof/report-key.ts';
import { seal } from '../../../electron/service/report/proof/seal.ts';
import { PdfObjects } from '../../../electron/service/report/reading/pdf-objects.ts';
import { XlsxReader } from '../../../electron/service/report/reading/xlsx-reader.ts';
import { verifyReport } from '../../../electron/service/report/verify.ts';
import { statementWriter } from '../../../electron/service/report/write-statement.ts';
import { statementMessage } from '../../../electron/service/statement/message.ts';
import { writePack } from '../../../electron/service/statement/pack/pack.ts';
import type { Statement } from '../../../electron/service/statement/statement.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../../shared/contract/report.ts';
import { pdfPages } from '../../support/pdf-text.ts';
import { closeMonth, promoterId, temporaryStore } from '../../support/settlement-rows.ts';
import { readPack } from '../../support/statement-pack.ts';
import { INSTITUTION, statementsOf, writeBooks, writePayee } from '../../support/statements.ts';
import { zipBytes } from '../../support/zip-bytes.ts';

const PERIOD = '2026-10';
const PAIR = 'payee:2f0c-pair';
const CROWD = 'payee:9b1d-crowd';
const [pair, crowd] = [
  [9, 3],
  [11, 15, 17, 13, 19],
];

/** What each payee is shown as. */
const SHOWN: [payee: string, shown: string][] = [
  [`promoter:${promoterId(7)}`, promoterId(7)],
  [PAIR, `${promoterId(3)}、${promoterId(9)}`],
  [CROWD, `${promoterId(11)}、${promoterId(13)}、${promoterId(15)} 等 5 位推客`],
];
const INNER = /promoter:|payee:/;

let store: Store;
let dir: string;
let done: () => void;
beforeEach(async () => {
  ({ store, dir, done } = await temporaryStore());
  writeBooks(store, { rows: 900 });
  writePayee(store, PAIR, '两个人', pair!);
  writePayee(store, CROWD, '五个人', crowd!);
  await closeMonth({ store, dir }, PERIOD);
});
afterEach(() => done());

const statementFor = (id: string): Statement =>
  statementsOf(store, PERIOD, ['payee']).statements.find(({ recipient }) => recipient.id === id)!;

async function written(statement: Statement, format: ReportFormat, name: string): Promise<string[]> {
  const files = new FreshFiles();
  await statementWriter(reportSigner(dir))(statement, format, join(dir, name), { files, pace: unwatched() });
  return files.keep();
}

/** Everything a workbook says, as one text. */
async function textOf(file: string): Promise<string> {
  const parts = await zipBytes(file);
  return [...parts].flatMap(([name, bytes]) => (name.endsWith('.xml') ? [bytes.toString('utf8')] : [])).join('\n');
}

async function sheetRows(file: string, sheet: string): Promise<unknown[][]> {
  const workbook = await XlsxReader.open(file);
  const rows: unknown[][] = [];
  for await (const row of workbook.rows(sheet)) rows.push(row);
  workbook.close();
  return rows;
}

describe.each(SHOWN)('a statement of %s', (id, shown) => {
  it('says under a heading which promoters it is of, and proves itself', async () => {
    const statement = statementFor(id);
    const [workbook] = await written(statement, 'xlsx', 'one.xlsx');
    expect(await sheetRows(workbook!, '汇总')).toContainEqual(['推客AppID', shown]);
    const [paper] = await written(statement, 'pdf', 'one.pdf');
    expect(pdfPages(readFileSync(paper!))[0]!.texts).toContain(`推客AppID ${shown}`);
    const [text] = await written(statement, 'text', 'one.txt');
    expect(readFileSync(text!, 'utf8').split('\r\n')).toContain(`推客AppID：${shown}`);
    const [, manifest] = await written(statement, 'csv_strict', 'one.csv');
    expect(JSON.parse(readFileSync(manifest!, 'utf8')).signed.recipient).toEqual({
      id: shown,
      name: statement.recipient.name,
      id_title: '推客AppID',
    });
    for (const file of [workbook!, paper!, join(dir, 'one.csv')])
      expect(await verifyReport(file, reportSigner(dir).publicKey), file).toMatchObject({ verdict: 'untouched' });
  });

  it('never says what the program keeps the payee under', async () => {
    const statement = statementFor(id);
    for (const format of REPORT_FORMATS)
      for (const file of await written(statement, format, `one-${format}`)) {
        const bytes = readFileSync(file);
        const said =
          format === 'xlsx'
            ? await textOf(file)
            : format === 'pdf'
              ? `${bytes.toString('latin1')} ${JSON.stringify(pdfPages(bytes))} ${faceIn(bytes)}`
              : bytes.toString('utf8');
        expect(said, format).not.toMatch(INNER);
      }
    expect(statementMessage(statement, { hash: '', fingerprint: '' })).not.toMatch(INNER);
  });
});

function faceIn(pdf: Buffer): string {
  return Buffer.from(new PdfObjects(pdf).property(INFO.face)!, 'base64').toString('utf8');
}

it('an index of a pack says of everybody which promoters he stands for', async () => {
  const order = { period: PERIOD, folder: join(dir, 'out'), institution: INSTITUTION, formats: ['text'] as const };
  const { file, recipients } = await writePack(
    store,
    { ...order, scopes: ['payee', 'merchant'] },
    statementWriter(reportSigner(dir)),
    unwatched(),
  );
  const { parts, index, listed } = await readPack(file, ['text']);
  expect(listed.size).toBe(recipients);
  const payees = index.filter((row) => row.范围 === '收款人');
  for (const [, shown] of SHOWN) {
    const [row, ...more] = payees.filter(({ 编号 }) => 编号 === shown);
    expect(more).toEqual([]);
    expect(row!['文件(text)']).toMatch(new RegExp(`-${shown}\\.txt$`));
  }
  expect(new Set(payees.map(({ 编号 }) => 编号)).size).toBe(payees.length);
  for (const [name, bytes] of parts) expect(`${name} ${bytes.toString('utf8')}`).not.toMatch(INNER);

  writeFileSync(join(dir, 'index.xlsx'), parts.get('索引.xlsx')!);
  const [heads, ...rows] = await sheetRows(join(dir, 'index.xlsx'), '收款人');
  expect(heads![1]).toBe('推客AppID');
  expect(rows.map(([, id]) => id)).toEqual(expect.arrayContaining(SHOWN.map(([, shown]) => shown)));
});

describe('what was handed out', () => {
  it('comes out the same after its promoters go elsewhere', async () => {
    const first = (await written(statementFor(PAIR), 'xlsx', 'first.xlsx'))[0]!;
    store.run(sql`insert into payee_member (promoter_appid, from_period, payee_id, set_at, set_by)
      values (${promoterId(3)}, '2026-11', ${CROWD}, 1, '小李'), (${promoterId(21)}, '2026-11', ${PAIR}, 1, '小李')`);
    const again = (await written(statementFor(PAIR), 'xlsx', 'again.xlsx'))[0]!;
    expect(readFileSync(again).equals(readFileSync(first))).toBe(true);
  });

  it('by an older program, with the inner key, still proves itself', async () => {
    const statement = statementFor(PAIR);
    const keys = statement.columns.map(({ key }) => key);
    const hashOf = () => LinesHash.ofStatement({ period: PERIOD, scope: 'payee', id: PAIR }, keys);
    const hash = hashOf();
    for (const line of statement.lines()) hash.add(line);
    const draft = { ...draftOf(statement), hash: hash.digest(), recipient: { id: PAIR, name: '两个人' } };
    const file = join(dir, 'older.xlsx');
    const options = { temporary: file, file, created: createdOf(draft), pace: unwatched() };
    const workbook = new StatementWorkbook(statement, draft, options);
    await workbook.begin();
    for (const row of provenRows(statement, hashOf())) await workbook.row(row);
    const face = { ...draft, tables: await workbook.end() };
    await workbook.close(face, seal(face, reportSigner(dir)));
    expect(await sheetRows(file, '汇总')).toContainEqual(['收款人', '两个人', PAIR]);
    expect(await verifyReport(file, reportSigner(dir).publicKey)).toMatchObject({ verdict: 'untouched' });
  });
});
