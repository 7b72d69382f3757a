import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Pace, unwatched } from '../../../electron/service/report/pace.ts';
import { reportSigner } from '../../../electron/service/report/proof/report-key.ts';
import { verifyReport } from '../../../electron/service/report/verify.ts';
import { statementWriter } from '../../../electron/service/report/write-statement.ts';
import { Archive } from '../../../electron/service/statement/pack/archive.ts';
import { refuseIncomplete } from '../../../electron/service/statement/pack/completeness.ts';
import { type PackOrder, writePack } from '../../../electron/service/statement/pack/pack.ts';
import type { WriteStatement } from '../../../electron/service/statement/writer.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { REPORT_SCOPES, type ReportFormat, type ReportScope } from '../../../shared/contract/report.ts';
import { closeMonth, promoterId, temporaryStore } from '../../support/settlement-rows.ts';
import { INSTITUTION, statementsOf, writeBooks, writeLines, writePayee } from '../../support/statements.ts';
import { zipBytes } from '../../support/zip-bytes.ts';

const PERIOD = '2026-10';

let store: Store;
let dir: string;
let done: () => void;
beforeEach(async () => {
  ({ store, dir, done } = await temporaryStore());
  writeBooks(store, { rows: 900 });
  writePayee(store, 'team', '小陈和朋友们', [1, 3, 5]);
});
afterEach(() => done());

const pack = (
  folder: string,
  change: Partial<PackOrder> = {},
  write: WriteStatement = writeLines,
  pace = unwatched(),
) =>
  writePack(
    store,
    {
      period: PERIOD,
      folder: join(dir, folder),
      scopes: [...REPORT_SCOPES],
      formats: ['csv'],
      institution: INSTITUTION,
      ...change,
    },
    write,
    pace,
  );
const sha = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

/** Its texts by their names. */
async function contentsOf(file: string): Promise<Map<string, string>> {
  const parts = [...(await zipBytes(file))].filter(([name]) => !name.endsWith('.xlsx'));
  return new Map(parts.map(([name, bytes]) => [name, bytes.toString('utf8')]));
}

describe('a pack of statements', () => {
  it('holds one file for everybody of every scope, and an index that says which', async () => {
    await closeMonth({ store, dir }, PERIOD);
    const result = await pack('out');
    expect(result.file).toBe(join(dir, 'out', '结算单-2026-10-机构+收款人+商家+渠道-csv.zip'));
    const contents = await contentsOf(result.file);
    const { month } = statementsOf(store, PERIOD);
    const withLines = month.recipients.filter(({ sums, adjustments }) => sums.rows + adjustments.rows > 0);
    expect(result).toMatchObject({ recipients: withLines.length, files: withLines.length, missing: [] });
    expect(result.hash).toBe(month.figures.hash);
    const files = [...contents.keys()].filter((name) => name.includes('/'));
    expect(files).toHaveLength(withLines.length);
    expect(new Set(files.map((name) => name.split('/')[0]))).toEqual(new Set(['机构', '收款人', '商家', '渠道']));
    const team = [1, 3, 5].map(promoterId).join('、');
    expect(files).toContain(`收款人/收款人结算单-2026-10-小陈和朋友们-${team}.csv`);
    const [heads, ...rows] = contents.get('index.csv')!.replace('\ufeff', '').trimEnd().split('\r\n');
    const at = (title: string) => heads!.split(',').indexOf(title);
    expect(rows).toHaveLength(files.length);
    for (const row of rows) {
      const cells = row.split(',').map((cell) => cell.replaceAll(/^"|"$/g, '').replace('\t', ''));
      const text = contents.get(cells[at('文件(csv)')]!)!;
      expect(sha(text)).toBe(cells[at('文件SHA-256(csv)')]);
      const lines = text === '' ? 0 : text.trimEnd().split('\n').length;
      expect(Number(cells[at('佣金单数')]) + Number(cells[at('更正行数')])).toBe(lines);
    }
    const sumOf = (scope: string, title: string) =>
      rows
        .filter((row) => row.startsWith(scope))
        .reduce((sum, row) => sum + Math.round(Number(row.split(',')[at(title)]) * 100), 0);
    const { sums } = month.figures;
    for (const scope of ['机构', '商家', '渠道']) expect(sumOf(scope, '服务费净额(元)')).toBe(sums.service_amount_fen);
    for (const scope of ['机构', '收款人', '商家', '渠道'])
      expect(sumOf(scope, '机构应付推客佣金(元)')).toBe(sums.promoter_owed_fen);
  });

  it('has the same bytes when it is written again', async () => {
    await closeMonth({ store, dir }, PERIOD);
    const [first, second] = [await pack('a'), await pack('b')];
    expect(readFileSync(second.file).equals(readFileSync(first.file))).toBe(true);
    expect({ ...second, file: '' }).toEqual({ ...first, file: '' });
  });

  it('holds files that prove themselves, the same bytes in every writing', async () => {
    await closeMonth({ store, dir }, PERIOD);
    const signer = reportSigner(dir);
    const formats: ReportFormat[] = ['xlsx', 'csv', 'csv_strict', 'csv_gb18030', 'text'];
    const order = { scopes: ['payee', 'institution'] as ReportScope[], formats };
    const first = await pack('a', order, statementWriter(signer));
    const second = await pack('b', order, statementWriter(signer));
    expect(readFileSync(second.file).equals(readFileSync(first.file))).toBe(true);
    const parts = await zipBytes(first.file);
    const own = [...parts].filter(([name]) => name.includes('小陈和朋友们') || name.startsWith('机构/'));
    // The table for programs has its proof in a file beside it.
    expect(own).toHaveLength(2 * (formats.length + 1));
    for (const [name, bytes] of own) writeFileSync(join(dir, basename(name)), bytes);
    const verdicts = own.filter(([name]) => /\.(xlsx|csv)$/.test(name));
    for (const [name] of verdicts)
      expect(await verifyReport(join(dir, basename(name)), signer.publicKey), name).toMatchObject({
        verdict: 'untouched',
        signature: 'own',
        period: PERIOD,
      });
    expect(verdicts).toHaveLength(8);
  });

  it('holds a file of each format for everybody', async () => {
    const { file, files, recipients } = await pack('out', {
      scopes: ['channel', 'channel'],
      formats: ['csv', 'csv_strict'],
    });
    expect(file).toBe(join(dir, 'out', '结算单-2026-10-渠道-csv+csv_strict-未关账.zip'));
    expect(files).toBe(recipients * 2);
    const names = [...(await contentsOf(file)).keys()];
    expect(names.filter((name) => name.endsWith('-strict.csv'))).toHaveLength(recipients);
  });

  it('is written of a month without anything, too', async () => {
    const result = await pack('out', { period: '2027-05' });
    expect(result).toMatchObject({ recipients: 1, rows: 0 });
  });

  it('is not there when a line went missing on the way, and says of whom', async () => {
    const { month, statements } = statementsOf(store, PERIOD);
    const scopes = [...REPORT_SCOPES];
    const written = statements.map(({ scope, recipient, sums, adjustments }) => ({
      ...recipient,
      scope,
      sums,
      adjustments,
    }));
    const check = (some: typeof written) => () => refuseIncomplete(PERIOD, month, scopes, some);
    expect(check(written)).not.toThrow();
    const team = written.findIndex(({ id }) => id === 'team');
    expect(check(written.toSpliced(team, 1))).toThrow(
      `收款人 小陈和朋友们 ${[1, 3, 5].map(promoterId).join('、')}; 收款人合计`,
    );
    const short = { ...written[team]!, sums: { ...written[team]!.sums, promoter_owed_fen: 0 } };
    expect(check(written.with(team, short))).toThrow('report.pack_incomplete');
    expect(check(written.filter(({ scope }) => scope !== 'merchant'))).toThrow(/… \+\d+/);
  });

  it('leaves nothing behind when it is cancelled, wherever it is', async () => {
    for (const looks of [1, 3, 6]) {
      let left = looks;
      const pace = new Pace(
        () => {},
        () => --left < 0,
      );
      await expect(pack('out', {}, writeLines, pace)).rejects.toMatchObject({ code: 'job.cancelled' });
      expect(existsSync(join(dir, 'out'))).toBe(false);
    }
  });

  it('leaves what was there when a writer fails', async () => {
    const { file } = await pack('out');
    const before = readFileSync(file);
    let count = 0;
    const failing: WriteStatement = (...args) => {
      count += 1;
      if (count === 30) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      return writeLines(...args);
    };
    await expect(pack('out', {}, failing)).rejects.toThrow('full');
    expect(readdirSync(join(dir, 'out'))).toHaveLength(1);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is refused where a folder stands in its place', async () => {
    mkdirSync(join(dir, 'out', '结算单-2026-10-渠道-csv-未关账.zip'), { recursive: true });
    await expect(pack('out', { scopes: ['channel'] })).rejects.toMatchObject({ code: 'file.unwritable' });
    expect(readdirSync(join(dir, 'out'))).toHaveLength(1);
  });
});

it.runIf(process.platform === 'linux')('says that the disk is full', async () => {
  const archive = new Archive('/dev/full', 'shown.zip');
  const fill = async () => {
    for (let n = 0; n < 50; n++) await archive.add(`${n}.pdf`, Buffer.alloc(1_000_000, n));
    await archive.close();
  };
  await expect(fill()).rejects.toMatchObject({ code: 'store.disk_full', params: { file: 'shown.zip' } });
  await archive.abort();
});
