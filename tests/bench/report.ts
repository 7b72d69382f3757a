import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Row } from '../../electron/service/report/column.ts';
import { CsvSink, type CsvStyle } from '../../electron/service/report/csv.ts';
import { TextFile } from '../../electron/service/report/text-file.ts';
import { ZipReader } from '../../electron/service/table-file/zip-reader.ts';
import { type Figure, figure } from './measure/figure.ts';
import { takeTurns } from './measure/median.ts';
import { COLUMNS, ROWS, reportRows, writeWorkbook } from './measure/report-rows.ts';

export async function bench(): Promise<Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'league-desk-bench-'));
  try {
    return [
      await workbookTime(dir),
      ...workbookMemory(dir),
      await csvTime(dir, 'strict'),
      await csvTime(dir, 'staff'),
      await csvTime(dir, 'gb18030'),
    ];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function workbookTime(dir: string): Promise<Figure> {
  const file = join(dir, 'a.xlsx');
  const rows = [...reportRows()];
  await writeWorkbook(file, rows);
  const xml = await sheetBytes(file);
  const seconds = await takeTurns(
    () => writeWorkbook(file, rows),
    () => writeFileSync(join(dir, 'deflated'), deflateRawSync(xml, { level: 6 })),
  );
  return figure({
    name: `report.xlsx_${ROWS}x${COLUMNS.length}`,
    ours: seconds.ours,
    reference: `deflating the same ${Math.round(xml.length / 1e6)} MB of XML, level 6`,
    reference_value: seconds.reference,
    unit: 's',
    goal: { of: 'ratio', is: '<=', than: 2.5 },
  });
}

async function sheetBytes(file: string): Promise<Buffer> {
  const zip = await ZipReader.open(file);
  const pieces: Buffer[] = [];
  for await (const piece of zip.text('xl/worksheets/sheet1.xml')) pieces.push(Buffer.from(piece));
  zip.close();
  return Buffer.concat(pieces);
}

const MANY = 5 * ROWS;

/** Peaks of processes of their own, the larger workbook held against the smaller one. */
function workbookMemory(dir: string): Figure[] {
  const peak = (script: string, ...args: string[]) =>
    Number(
      execFileSync(process.execPath, [join(import.meta.dirname, 'measure', script), ...args], { encoding: 'utf8' }),
    );
  const small = peak('report-memory.ts', join(dir, 'b.xlsx'), String(ROWS));
  return [
    figure({
      name: `report.xlsx_${ROWS}x${COLUMNS.length}_peak_memory`,
      ours: small,
      reference: 'a Node process that does nothing',
      reference_value: peak('bare-memory.ts'),
      unit: 'MiB',
      goal: { of: 'ours', is: '<=', than: 300 },
    }),
    figure({
      name: `report.xlsx_${MANY}x${COLUMNS.length}_peak_memory`,
      ours: peak('report-memory.ts', join(dir, 'c.xlsx'), String(MANY)),
      reference: `the same with ${ROWS} rows`,
      reference_value: small,
      unit: 'MiB',
      goal: { of: 'ratio', is: '<=', than: 1.3 },
    }),
  ];
}

async function csvTime(dir: string, style: CsvStyle): Promise<Figure> {
  const rows = [...reportRows()];
  const seconds = await takeTurns(
    async () => {
      const file = join(dir, 'a.csv');
      const sink = new CsvSink(new TextFile(file, file), COLUMNS, style);
      for (const row of rows) sink.row(row);
      await sink.end();
    },
    () => writeFileSync(join(dir, 'b.csv'), joined(rows)),
  );
  return figure({
    name: `report.csv_${style}_${ROWS}x${COLUMNS.length}`,
    ours: seconds.ours,
    reference: 'joining the raw values with commas, unquoted, into one text and writing it',
    reference_value: seconds.reference,
    unit: 's',
    goal: { of: 'ratio', is: '<=', than: 2 },
  });
}

function joined(rows: readonly Row[]): string {
  const keys = COLUMNS.map(({ key }) => key);
  return rows.map((row) => keys.map((key) => row[key]).join(',')).join('\r\n');
}
