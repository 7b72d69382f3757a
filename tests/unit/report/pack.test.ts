import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordReport, reportList } from '../../../electron/service/report/history.ts';
import { Pace, unwatched } from '../../../electron/service/report/pace.ts';
import { reportSigner } from '../../../electron/service/report/proof/report-key.ts';
import { XlsxReader } from '../../../electron/service/report/reading/xlsx-reader.ts';
import { packFiles, writeSettlementPack } from '../../../electron/service/report/settlement-pack.ts';
import { verifyReport } from '../../../electron/service/report/verify.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { periodRange } from '../../../shared/time.ts';
import { rewriteZip } from '../../support/rewrite-zip.ts';
import { addSplit } from '../../support/rules.ts';
import {
  closeMonth,
  orderRow,
  sampleRows,
  temporaryStore,
  writePromoters,
  writeRows,
} from '../../support/settlement-rows.ts';

const PERIOD = '2026-10';
const { from, to } = periodRange(PERIOD)!;
const names = packFiles(PERIOD);
const by = { staff: '小李', now: to + 60 };

let store: Store;
let dir: string;
let done: () => void;
beforeEach(async () => {
  ({ store, dir, done } = await temporaryStore());
  writePromoters(store);
  writeRows(store, sampleRows({ rows: 1500 }));
  // 19 digits that differ in the last one only, and text that tries everything.
  const odd = { settled_at: to - 1, shop_name: ' "=1,2"\r\n_x0041_ 🍊', product_title: '\u0001' };
  writeRows(store, [
    orderRow({ ...odd, order_id: '3799999999999999998' }),
    orderRow({ ...odd, order_id: '3799999999999999999' }),
  ]);
  addSplit(store, { ratio_ppm: 333_333, from_day: '2026-01-01' }, by);
  store.run(sql`insert into sync_cursor (resource, known_as_of) values ('orders', ${to + 60})`);
});
afterEach(() => done());

const institution = { name: '青禾带货机构', app_id: 'wxinstitution' };
const pack = (folder: string, pace = unwatched(), period = PERIOD) =>
  writeSettlementPack(store, { period, folder: join(dir, folder), institution, signer: reportSigner(dir), pace });
const verify = (file: string) => verifyReport(file, reportSigner(dir).publicKey);
const sha = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('settlement pack', () => {
  it('sums to the fen what the database sums, in every place it says so', async () => {
    const { totals, files } = await pack('a');
    const sums = store.get<{ amount: number; rows: number }>(sql`
      select sum(service_amount_fen) as amount, count(*) as rows from commission_order
      where commission_status = 100 and settled_at >= ${from} and settled_at < ${to}`)!;
    expect(totals).toMatchObject({ rows: sums.rows, service_amount_fen: sums.amount });
    const workbook = await XlsxReader.open(files[0]!);
    expect(workbook.names).toEqual([
      '汇总',
      '按商家',
      '按推客',
      '按渠道',
      '明细',
      '调整与扣回',
      '未结算',
      '说明与校验',
    ]);
    for (const sheet of ['按商家', '按推客', '按渠道', '明细']) {
      let heads: unknown[] | null = null;
      let fen = 0;
      let last: unknown[] = [];
      for await (const row of workbook.rows(sheet)) {
        heads ??= row;
        const value = row[heads.indexOf('服务费净额(元)')];
        if (typeof value === 'number' && row[0] !== '合计') fen += Math.round(value * 100);
        last = row;
      }
      expect(last[0], sheet).toBe('合计');
      expect(fen, sheet).toBe(sums.amount);
      expect(Math.round(Number(last[heads!.indexOf('服务费净额(元)')]) * 100), sheet).toBe(sums.amount);
    }
    workbook.close();
  });

  it('has the same bytes when it is written again', async () => {
    const first = await pack('a');
    const second = await pack('b');
    expect(second.files.map(sha)).toEqual(first.files.map(sha));
  });

  it('has the same bytes after closing, whatever happens to the orders then, save for saying so', async () => {
    await closeMonth({ store, dir }, PERIOD, by);
    const { totals } = await pack('a');
    store.run(sql`update commission_order set service_amount_fen = service_amount_fen + 1 where settled_at >= ${from}`);
    const later = await pack('b');
    expect(later.totals).toEqual(totals);
    expect(sha(join(dir, 'a', names.strict))).toBe(sha(join(dir, 'b', names.strict)));
    expect(readFileSync(join(dir, 'b', names.manifest), 'utf8')).toMatch(/"changed_since_close": [1-9]/);
  });

  it('replaces an older pack in its place', async () => {
    const { files } = await pack('a');
    writeFileSync(files[0]!, 'old');
    writeFileSync(join(dir, 'a', 'other.txt'), 'stays');
    await pack('a');
    expect(readdirSync(join(dir, 'a')).sort()).toEqual([...Object.values(names), 'other.txt'].sort());
    expect(await verify(files[0]!)).toMatchObject({ verdict: 'untouched' });
  });

  it('is remembered with who wrote it', async () => {
    const result = await pack('a');
    recordReport(store, result, join(dir, 'a'), by);
    expect(reportList(store)).toEqual([
      {
        period: PERIOD,
        written_at: by.now,
        folder: join(dir, 'a'),
        files: result.files,
        hash: result.totals.hash,
        rows: result.totals.rows,
        kind: 'month',
        scopes: ['institution'],
        formats: ['xlsx', 'csv', 'csv_strict'],
        recipient: null,
        schedule: null,
      },
    ]);
    expect(store.value(sql`select count(*) from audit_log where action = 'report.write'`)).toBe(1);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    let looks = 0;
    const pace = new Pace(
      () => {},
      () => ++looks > 4,
    );
    await expect(pack('new', pace)).rejects.toMatchObject({
      code: 'job.cancelled',
    });
    expect(looks).toBeGreaterThan(4);
    expect(existsSync(join(dir, 'new'))).toBe(false);
  });

  it('leaves what was there when one of its files cannot be placed', async () => {
    mkdirSync(join(dir, 'a', names.manifest), { recursive: true });
    writeFileSync(join(dir, 'a', names.workbook), 'older');
    await expect(pack('a')).rejects.toMatchObject({ code: 'file.unwritable' });
    expect(readdirSync(join(dir, 'a')).sort()).toEqual([names.manifest, names.workbook].sort());
    expect(readFileSync(join(dir, 'a', names.workbook), 'utf8')).toBe('older');
  });

  it('says when a folder is none', async () => {
    writeFileSync(join(dir, 'file'), '');
    await expect(pack('file/below')).rejects.toMatchObject({ code: 'file.unwritable' });
  });

  it('refuses a month that is none', async () => {
    await expect(pack('a', unwatched(), '2026-13')).rejects.toMatchObject({
      code: 'period.invalid',
    });
  });
});

describe('verify', () => {
  it('finds workbook and both csv untouched, with the hash of the totals', async () => {
    const { totals, files } = await pack('a');
    for (const name of [names.workbook, names.staff, names.strict])
      expect(await verify(join(dir, 'a', name)), name).toEqual({
        verdict: 'untouched',
        stated: totals.hash,
        found: totals.hash,
        rows: totals.rows,
        period: PERIOD,
        signature: 'own',
        key: reportSigner(dir).fingerprint,
        places: [],
      });
    await expect(verify(files.at(-1)!)).rejects.toMatchObject({ code: 'file.not_a_report' });
  });

  it('sees one fen, one digit of an id, one letter of a name', async () => {
    await pack('a');
    const file = join(dir, 'a', names.workbook);
    const sheet = 'xl/worksheets/sheet5.xml';
    const edits: [RegExp, string][] = [
      [/(<c r="J7" s="2"><v>)[^<]*/, '$10.01'],
      [/3799999999999999999/, '3799999999999999990'],
      [/<t>阿青/, '<t>阿轻'],
      [/(<c r="I9" s="4"><v>\d+)/, '$11'],
    ];
    for (const [pattern, replacement] of edits) {
      const changed = join(dir, 'changed.xlsx');
      await rewriteZip(file, changed, sheet, (xml) => {
        expect(xml).toMatch(pattern);
        return xml.replace(pattern, replacement);
      });
      const verdict = await verify(changed);
      expect(verdict.verdict, String(pattern)).toBe('changed');
      expect(verdict.found).not.toBe(verdict.stated);
    }
  });

  it('sees sums that do not fit the lines although the lines are untouched', async () => {
    await pack('a');
    const edits = {
      'xl/worksheets/sheet1.xml': /(<v>)(\d+\.\d\d)(<\/v>)/,
      'xl/worksheets/sheet2.xml': /(<c r="G5" s="2"><v>)([^<]*)()/,
      'xl/worksheets/sheet5.xml': /(<\/f><v>)(\d+\.\d\d)(<\/v>)/,
    };
    for (const [sheet, pattern] of Object.entries(edits)) {
      const changed = join(dir, 'changed.xlsx');
      await rewriteZip(join(dir, 'a', names.workbook), changed, sheet, (xml) =>
        xml.replace(pattern, (_, before, value, after) => `${before}${Number(value) + 1}${after}`),
      );
      const verdict = await verify(changed);
      expect(verdict, sheet).toMatchObject({ verdict: 'changed', found: verdict.stated });
    }
  });

  it('does not mind sorting', async () => {
    await pack('a');
    const file = join(dir, 'a', names.staff);
    const lines = readFileSync(file, 'utf8').split('\r\n');
    const sorted = [lines[0], ...lines.slice(1, -2).reverse(), lines.at(-2), ''];
    writeFileSync(file, sorted.join('\r\n'));
    expect((await verify(file)).verdict).toBe('untouched');
    writeFileSync(file, [...sorted.slice(0, 5), ...sorted.slice(6)].join('\r\n'));
    expect((await verify(file)).verdict).toBe('changed');
  });

  it('says what is no report, and what cannot be read', async () => {
    const text = join(dir, 'x.csv');
    writeFileSync(text, '\ufeff订单号,SKU编码\r\n1,2\r\n');
    await expect(verify(text)).rejects.toMatchObject({ code: 'file.not_a_report' });
    writeFileSync(text, '');
    await expect(verify(text)).rejects.toMatchObject({ code: 'file.not_a_report' });
    writeFileSync(text, 'PK\u0003\u0004 and then nothing of a zip');
    await expect(verify(text)).rejects.toMatchObject({ code: 'file.unreadable' });
    await expect(verify(join(dir, 'missing.xlsx'))).rejects.toMatchObject({ code: 'file.unreadable' });
    await expect(verify(dir)).rejects.toMatchObject({ code: 'file.unreadable' });
  });
});
