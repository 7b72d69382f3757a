import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { quoted } from '../../../electron/service/report/csv-cell.ts';
import { csvFileRows, csvTable } from '../../../electron/service/table-file/csv.ts';
import { CsvRows } from '../../../electron/service/table-file/csv-rows.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const TEXT = '订单号,金额\r\n3701234567890123456,"1,234.50"\r\n';
const ROWS = [
  ['订单号', '金额'],
  ['3701234567890123456', '1,234.50'],
];

const ENCODED: [string, string, Buffer][] = [
  ['UTF-8 with its mark', 'utf-8', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-8 without a mark', 'utf-8', Buffer.from(TEXT)],
  ['UTF-16, little end first, with its mark', 'utf-16le', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['UTF-16, big end first, with its mark', 'utf-16be', iconv.encode(TEXT, 'utf-16be', { addBOM: true })],
  ['UTF-16 without a mark', 'utf-16le', Buffer.from(TEXT, 'utf16le')],
  ['GB18030', 'gb18030', iconv.encode(TEXT, 'gb18030')],
];

function rowsOf(bytes: Uint8Array): string[][] {
  const rows: string[][] = [];
  for (const { cells } of csvTable('a.csv', bytes).sheets[0]!.rows() as Iterable<{ cells: { text: string }[] }>)
    rows.push(cells.map((cell) => cell.text));
  return rows;
}

describe('a csv', () => {
  it.each(ENCODED)('is read in %s', (_name, encoding, bytes) => {
    expect(csvTable('a.csv', bytes).encoding).toBe(encoding);
    expect(rowsOf(bytes)).toEqual(ROWS);
  });

  it('is read in GB18030 to the rarest of its characters', () => {
    const rare = '𠮷,㐀,€\n';
    expect(rowsOf(iconv.encode(`订单号,a,b\n${rare}`, 'gb18030'))[1]).toEqual(['𠮷', '㐀', '€']);
  });

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0xff])],
    ['bytes of no encoding', Buffer.from([0xff, 0xff, 0x81, 0x20, 0x41])],
  ])('is not made of %s', (_name, bytes) => {
    expect(() => csvTable('a.csv', bytes)).toThrow('file.unreadable');
  });

  it('is the same however it is cut into pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '订', '"', ',', '\n', '\r', ' ', '=', '😀') });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 7 }),
        (rows, size) => {
          const text = rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
          const csv = new CsvRows();
          const read: string[][] = [];
          for (let at = 0; at < text.length; at += size) read.push(...csv.push(text.slice(at, at + size)));
          read.push(...csv.end());
          expect(read).toEqual(rows);
        },
      ),
    );
  });

  it('ends its lines as on any system, and its last one in no way', () => {
    expect(rowsOf(Buffer.from('a,b\rc,d\n\ne,'))).toEqual([['a', 'b'], ['c', 'd'], [''], ['e', '']]);
  });

  it.each([ENCODED[0]!, ENCODED[1]!, ENCODED[2]!, ENCODED[5]!])(
    'on disk is read in %s',
    async (_name, _encoding, bytes) => {
      const file = join(tempFolder(), 'a.csv');
      writeFileSync(file, bytes);
      const rows: string[][] = [];
      for await (const row of csvFileRows(file)) rows.push(row);
      expect(rows).toEqual(ROWS);
    },
  );

  it('on disk is read in GB18030 although its first 256 KiB are plain', async () => {
    const file = join(tempFolder(), 'a.csv');
    writeFileSync(
      file,
      Buffer.concat([Buffer.from(`${'1,2\r\n'.repeat(60_000)}`), iconv.encode('茶,3\r\n', 'gb18030')]),
    );
    let last: string[] = [];
    for await (const row of csvFileRows(file)) last = row;
    expect(last).toEqual(['茶', '3']);
  });
});
