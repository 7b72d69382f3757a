import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { XlsxReader } from '../../electron/service/report/reading/xlsx-reader.ts';

/** Reads the demo institution's books beside the running program. */
export function askBooks<Row>(dataDir: string, question: string): Row[] {
  const db = new Database(join(dataDir, 'institutions', 'demo', 'desk.db'), { readonly: true });
  try {
    return db.prepare<[], Row>(question).all();
  } finally {
    db.close();
  }
}

/** Writes into the demo institution's books while no program has them open. */
export function changeBooks(dataDir: string, change: (db: Database.Database) => void): void {
  const db = new Database(join(dataDir, 'institutions', 'demo', 'desk.db'));
  try {
    db.transaction(change)(db);
  } finally {
    db.close();
  }
}

/** Where the demo institution's platform listens, as remembered from the last sync. */
export function platformOf(dataDir: string): string {
  return askBooks<{ value: string }>(dataDir, `select value from setting where key = 'base_url'`)[0]!.value;
}

/** The platform's time, moved on by so many seconds. */
export async function platformTime(dataDir: string, advance = 0): Promise<number> {
  const clock = await fetch(`${platformOf(dataDir)}/__sandbox/clock`, {
    method: 'POST',
    body: JSON.stringify({ advance }),
  });
  return ((await clock.json()) as { now: number }).now;
}

const orderId = /(?<!\d)\d{19}(?!\d)/;

export function orderRowsOfCsv(file: string): number {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => orderId.test(line)).length;
}

/** Rows with a whole order id as text, over all sheets: an id turned into a number would not be found. */
export async function orderRowsOfXlsx(file: string): Promise<number> {
  const workbook = await XlsxReader.open(file);
  let rows = 0;
  for (const sheet of workbook.names)
    for await (const cells of workbook.rows(sheet))
      if (cells.some((cell) => typeof cell === 'string' && orderId.test(cell))) rows += 1;
  workbook.close();
  return rows;
}
