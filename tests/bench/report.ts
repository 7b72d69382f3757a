import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
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
      ...(await workbookMemory(dir)),
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

/** Peaks of processes of their own, the larger workbook held against the smaller one; both must be complete. */
async function workbookMemory(dir: string): Promise<Figure[]> {
  const peak = (script: string, ...args: string[]) =>
    Number(
      execFileSync(process.execPath, [join(import.meta.dirname, 'measure', script), ...args], { encoding: 'utf8' }),
    );
  const workbookPeak = async (name: string, rows: number) => {
    const file = join(dir, name);
    const memory = peak('report-memory.ts', file, String(rows));
    await refuseIncomplete(file, rows);
    return memory;
  };
  const small = await workbookPeak('b.xlsx', ROWS);
  const large = await workbookPeak('c.xlsx', MANY);
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
      ours: large,
      reference: `the same with ${ROWS} rows`,
      reference_value: small,
      unit: 'MiB',
      goal: { of: 'ratio', is: '<=', than: 1.3 },
    }),
  ];
}

/** Beside its rows a sheet has a heading and a sum. */
async function refuseIncomplete(file: string, rows: number): Promise<void> {
  const zip = await ZipReader.open(file);
  let found = 0;
  let rest = '';
  for await (const piece of zip.text('xl/worksheets/sheet1.xml')) {
    const parts = (rest + piece).split('</row>');
    rest = parts.pop()!;
    found += parts.length;
  }
  zip.close();
  if (found !== rows + 2) throw new Error(`a workbook of ${rows} rows has ${found - 2}`);
}

async function csvTime(dir: string, style: CsvStyle): Promise<Figure> {
  const rows = [...reportRows()];
  const file = join(dir, 'a.csv');
  const write = async () => {
    const sink = new CsvSink(new TextFile(file, file), COLUMNS, style);
    for (const row of rows) sink.row(row);
    await sink.end();
  };
  await write();
  const same = join(dir, 'b.csv');
  const cells = readyCells(file);
  writeJoined(same, cells);
  if (!readFileSync(same).equals(readFileSync(file))) throw new Error(`the reference of ${style} has other bytes`);
  const seconds = await takeTurns(write, () => writeJoined(same, cells));
  return figure({
    name: `report.csv_${style}_${ROWS}x${COLUMNS.length}`,
    ours: seconds.ours,
    reference: 'joining cells that are ready, quoted and encoded, into the same bytes and writing them',
    reference_value: seconds.reference,
    unit: 's',
    goal: { of: 'ratio', is: '<=', than: 2 },
  });
}

/** The cells of a csv as they stand in it, one character a byte; a comma within quotes only makes two of one. */
function readyCells(file: string): string[][] {
  return readFileSync(file, 'latin1')
    .split('\r\n')
    .map((line) => line.split(','));
}

function writeJoined(file: string, cells: readonly string[][]): void {
  writeFileSync(file, cells.map((row) => row.join(',')).join('\r\n'), 'latin1');
}
