import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cell, Column, Row } from '../../../electron/service/report/column.ts';
import { XlsxReader } from '../../../electron/service/report/reading/xlsx-reader.ts';
import { fractionNumber, serialOf } from '../../../electron/service/report/xlsx/cell.ts';
import { columnLetters, sheetName } from '../../../electron/service/report/xlsx/names.ts';
import { Workbook } from '../../../electron/service/report/xlsx/workbook.ts';
import { displayWidth } from '../../../electron/service/report/xlsx/xml-text.ts';
import { columnIndex } from '../../../electron/service/table-file/cell-place.ts';
import { ZipReader } from '../../../electron/service/table-file/zip-reader.ts';
import { startOfDay } from '../../../shared/time.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'league-desk-xlsx-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const COLUMNS: Column[] = [
  { key: 'id', title: '订单号', kind: 'id' },
  { key: 'name', title: '昵称', kind: 'text' },
  { key: 'amount', title: '金额(元)', kind: 'money', summed: true },
  { key: 'rate', title: '费率', kind: 'rate' },
  { key: 'at', title: '时间', kind: 'instant' },
];

async function write(name: string, rows: readonly Row[], sheetRows?: number): Promise<string> {
  const file = join(dir, name);
  const workbook = new Workbook(file, file, 1_790_000_000);
  const table = workbook.table('明细', COLUMNS, sheetRows === undefined ? {} : { sheetRows });
  for (const row of rows) await table.row(row);
  await table.end({ id: '合计' });
  await workbook.close();
  return file;
}

async function read(file: string, sheet: string): Promise<Cell[][]> {
  const workbook = await XlsxReader.open(file);
  const rows: Cell[][] = [];
  for await (const row of workbook.rows(sheet)) rows.push(row);
  workbook.close();
  return rows;
}

async function part(file: string, name: string): Promise<string> {
  const zip = await ZipReader.open(file);
  const text = await zip.whole(name);
  zip.close();
  return text;
}

const row = (change: Partial<Row> = {}): Row => ({
  id: '3701234567890123456',
  name: '阿青',
  amount: 1234,
  rate: 333_333,
  at: startOfDay('2026-10-01')!,
  ...change,
});

describe('values', () => {
  it('keep all 19 digits of ids that differ only in the last', async () => {
    const file = await write('a.xlsx', [row(), row({ id: '3701234567890123457' })]);
    const [, first, second] = await read(file, '明细');
    expect([first![0], second![0]]).toEqual(['3701234567890123456', '3701234567890123457']);
  });

  it('stay text whatever they begin with, emoji and markup included', async () => {
    const names = [
      '=1+1',
      '+86',
      '-',
      '@x',
      '<b>&"\'',
      '小陈🍊👨‍👩‍👧',
      ' a  b ',
      '_x0041_',
      'a\u0000b\ud800c',
      'x\r\ny',
    ];
    const file = await write(
      'a.xlsx',
      names.map((name) => row({ name })),
    );
    const rows = await read(file, '明细');
    expect(rows.slice(1, -1).map((cells) => cells[1])).toEqual([...names.slice(0, 8), 'abc', 'x y']);
    const xml = await part(file, 'xl/worksheets/sheet1.xml');
    expect(xml.match(/<f>/g)).toHaveLength(1);
  });

  it('write money from its digits', async () => {
    const amounts = [0, 1, -1, 10, 99, 100, -12_345_678, 1_000_000_000_000_001];
    const xml = await part(
      await write(
        'a.xlsx',
        amounts.map((amount) => row({ amount })),
      ),
      'xl/worksheets/sheet1.xml',
    );
    expect([...xml.matchAll(/<c r="C\d+" s="2"><v>([^<]*)<\/v>/g)].map(([, value]) => value)).toEqual([
      '0.00',
      '0.01',
      '-0.01',
      '0.10',
      '0.99',
      '1.00',
      '-123456.78',
      '10000000000000.01',
    ]);
  });

  it('write rates as fractions and times as days in UTC+8', () => {
    expect([0, 1, 10_000, 333_333, 1_000_000, -12].map(fractionNumber)).toEqual([
      '0',
      '0.000001',
      '0.01',
      '0.333333',
      '1',
      '-0.000012',
    ]);
    expect(serialOf(startOfDay('2026-10-01')!)).toBe(46_296);
    expect(serialOf(startOfDay('2026-10-01')! - 1)).toBeCloseTo(46_295 + 86_399 / 86_400, 9);
  });
});

describe('table', () => {
  it('adds up in a row that adds up again under a filter', async () => {
    const file = await write('a.xlsx', [row({ amount: 10 }), row({ amount: null }), row({ amount: -3 })]);
    const rows = await read(file, '明细');
    expect(rows).toHaveLength(5);
    expect(rows[4]).toEqual(['合计', null, 0.07]);
    const xml = await part(file, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<f>SUBTOTAL(109,C2:C4)</f><v>0.07</v>');
    expect(xml).toContain('<autoFilter ref="A1:E4"/>');
    expect(xml).toContain('state="frozen"');
  });

  it('is complete without rows', async () => {
    const rows = await read(await write('a.xlsx', []), '明细');
    expect(rows).toEqual([COLUMNS.map(({ title }) => title), ['合计', null, 0]]);
  });

  it('goes on in a next sheet when one is full, each with its own sum, the last one with that of all', async () => {
    const rows = Array.from({ length: 7 }, (_, n) => row({ amount: n + 1 }));
    const file = await write('a.xlsx', rows, 6);
    const workbook = await XlsxReader.open(file);
    expect(workbook.names).toEqual(['明细_1', '明细_2', '明细_3']);
    workbook.close();
    expect((await read(file, '明细_1')).at(-1)).toEqual(['小计', null, 0.06]);
    expect((await read(file, '明细_3')).map((cells) => [cells[0], cells[2]])).toEqual([
      ['订单号', '金额(元)'],
      ['3701234567890123456', 0.07],
      ['小计', 0.07],
      ['合计', 0.28],
    ]);
    expect(await part(file, 'xl/worksheets/sheet3.xml')).toContain('<c r="C4" s="8"><v>0.28</v></c>');
    expect(await part(file, 'xl/workbook.xml')).toContain("'明细_2'!$A$1:$E$4");
  });

  it('tells headings of the same name apart', async () => {
    const file = join(dir, 'a.xlsx');
    const workbook = new Workbook(file, file, 0);
    const table = workbook.table('x', [COLUMNS[0]!, { ...COLUMNS[1]!, title: '订单号' }]);
    await table.end({});
    await workbook.close();
    expect((await read(file, 'x'))[0]).toEqual(['订单号', '订单号_2']);
  });
});

describe('file', () => {
  it('has the same bytes every time, in every zone', async () => {
    const rows = Array.from({ length: 1000 }, (_, n) => row({ amount: n }));
    const sum = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
    const first = sum(await write('a.xlsx', rows));
    const zone = process.env.TZ;
    try {
      process.env.TZ = 'America/New_York';
      expect(sum(await write('b.xlsx', rows))).toBe(first);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    expect(sum(await write('c.xlsx', rows.with(500, row({ amount: 501 }))))).not.toBe(first);
  });

  it('prints a page of words upright and no further than its last column', async () => {
    const file = join(dir, 'a.xlsx');
    const workbook = new Workbook(file, file, 0);
    workbook.form(
      '说明',
      [20, 30, 60],
      [
        [{ kind: 'title', value: '说明' }],
        [
          { kind: 'label', value: '签名' },
          { kind: 'wide', value: 'x'.repeat(9000) },
        ],
      ],
    );
    await workbook.close();
    expect(await part(file, 'xl/workbook.xml')).toContain(`localSheetId="0">'说明'!$A$1:$C$2</definedName>`);
    expect(await part(file, 'xl/worksheets/sheet1.xml')).toContain('orientation="portrait" fitToWidth="1"');
  });

  it('says which file could not be written', () => {
    expect(() => new Workbook(join(dir, 'missing', 'a.xlsx'), 'shown.xlsx', 0)).toThrow(
      'file.unwritable (file=shown.xlsx, reason=ENOENT)',
    );
  });

  it.runIf(process.platform === 'linux')('says that the disk is full', async () => {
    const workbook = new Workbook('/dev/full', 'shown.xlsx', 0);
    workbook.form('x', [10], [[{ kind: 'wide', value: 'x'.repeat(30_000) }]]);
    await expect(workbook.close()).rejects.toMatchObject({ code: 'store.disk_full', params: { file: 'shown.xlsx' } });
    await workbook.abort();
  });
});

describe('names', () => {
  it('of columns go from A to ZZ and back', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    for (let n = 0; n < 2000; n += 7) expect(columnIndex(`${columnLetters(n)}12`)).toBe(n);
  });

  it('of sheets are short, clean and different, also by more than case', () => {
    const taken = new Set<string>();
    const named = (wanted: string) => {
      const name = sheetName(wanted, taken);
      taken.add(name);
      return name;
    };
    const twelve = Array.from({ length: 12 }, () =>
      named('推客[小陈]:*?/\\的一个非常非常非常非常非常非常非常非常长的名字'),
    );
    expect(new Set(twelve).size).toBe(12);
    expect(twelve.every((name) => name.length <= 31 && !/[[\]:*?/\\]/.test(name))).toBe(true);
    expect(twelve[1]).toMatch(/~2$/);
    expect(twelve[11]).toMatch(/~12$/);
    expect([named('ABC'), named('abc'), named(''), named("'q'"), named(' - ')]).toEqual([
      'ABC',
      'abc~2',
      '表',
      'q',
      '-',
    ]);
    expect(sheetName(`${'a'.repeat(30)}🍊`, new Set())).toBe('a'.repeat(30));
  });

  it('count Chinese characters and emoji twice', () => {
    expect(['abc', '推客', 'a推🍊', ''].map(displayWidth)).toEqual([3, 4, 5, 0]);
  });
});
