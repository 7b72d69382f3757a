import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Column, Row } from '../../../electron/service/report/column.ts';
import { CsvSink, type CsvStyle } from '../../../electron/service/report/csv.ts';
import { quoted } from '../../../electron/service/report/csv-cell.ts';
import { instantText } from '../../../electron/service/report/instant-text.ts';
import { TextFile } from '../../../electron/service/report/text-file.ts';
import { commissionStatusWords } from '../../../electron/service/report/words.ts';
import { csvFileRows } from '../../../electron/service/table-file/csv.ts';
import { formatInstant, startOfDay } from '../../../shared/time.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'league-desk-csv-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const COLUMNS: Column[] = [
  { key: 'id', title: '订单号', kind: 'id' },
  { key: 'name', title: '昵称', kind: 'text' },
  { key: 'amount', title: '金额(元)', kind: 'money' },
  { key: 'rate', title: '费率', kind: 'rate' },
  { key: 'at', title: '时间', kind: 'instant' },
  { key: 'status', title: '状态', kind: 'word', words: commissionStatusWords },
];

async function write(style: CsvStyle, rows: readonly Row[]): Promise<string> {
  const file = join(dir, 'a.csv');
  const sink = new CsvSink(new TextFile(file, file), COLUMNS, style);
  for (const row of rows) sink.row(row);
  await sink.end();
  return readFileSync(file, 'utf8');
}

const ROW: Row = {
  id: '3701234567890123456',
  name: '=a,"b"',
  amount: -5,
  rate: 333_330,
  at: startOfDay('2026-10-01')!,
  status: 100,
};

describe('csv', () => {
  it('for people: mark, CRLF, yuan, words, tabs before ids and before what looks like a formula', async () => {
    expect(await write('staff', [ROW, { ...ROW, name: null, status: 999 }])).toBe(
      '\ufeff订单号,昵称,金额(元),费率,时间,状态\r\n' +
        '\t3701234567890123456,"\t=a,""b""",-0.05,33.333%,2026-10-01 00:00:00,已结算\r\n' +
        '\t3701234567890123456,,-0.05,33.333%,2026-10-01 00:00:00,999\r\n',
    );
  });

  it('for programs: keys, fen, ppm, seconds, codes and nothing before the values', async () => {
    expect(await write('strict', [ROW])).toBe(
      'id,name,amount,rate,at,status\r\n3701234567890123456,"=a,""b""",-5,333330,1790784000,100\r\n',
    );
  });

  it('writes amounts and times as the shared words do', async () => {
    const amounts = await write(
      'staff',
      [0, 5, -5, 100, -123_456, 10, 99_999_999_999].map((amount) => ({ amount })),
    );
    expect(amounts.split('\r\n').slice(1, -1)).toEqual(
      ['0.00', '0.05', '-0.05', '1.00', '-1234.56', '0.10', '999999999.99'].map((text) => `,,${text},,,`),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (at) => {
        expect(instantText(at)).toBe(formatInstant(at));
      }),
    );
  });

  it('loses nothing where a piece is full, however long a text is', async () => {
    const names = [1, 85_000, 87_400, 262_144, 1_000_000, 2].map((length) => '推'.repeat(length));
    const ids = Array.from({ length: 40_000 }, (_, index) => String(3_100_000_000_000_000_000n + BigInt(index)));
    const rows = [...names.map((name) => ({ id: '1', name })), ...ids.map((id, at) => ({ id, amount: at }))];
    const expected = rows.map(
      (row) => `${row.id},${'name' in row ? row.name : ''},${'amount' in row ? row.amount : ''},,,`,
    );
    expect((await write('strict', rows)).split('\r\n').slice(1, -1)).toEqual(expected);
  });

  it('reads back what was quoted, whatever it holds and however it is cut into pieces', async () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('', '"', ',', '\r\n', '""', '\n', 'a"b', '推客'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), async (rows) => {
        const file = join(dir, 'b.csv');
        // A lone carriage return at the end of a cell belongs to the line's end and is nothing a report writes.
        const clean = rows.map((row) => row.map((text) => text.replace(/\r(?!\n)|^\ufeff/g, '')));
        writeFileSync(file, clean.map((row) => `${row.map(quoted).join(',')}\r\n`).join(''));
        const found: string[][] = [];
        for await (const row of csvFileRows(file)) found.push(row);
        expect(found).toEqual(clean);
      }),
    );
  });
});
