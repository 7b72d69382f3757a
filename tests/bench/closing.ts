import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { reopenPeriod } from '../../electron/service/settlement/reopen.ts';
import { readMigrations } from '../../electron/service/store/migrate.ts';
import { openStore, type Store } from '../../electron/service/store/store.ts';
import { periodRange } from '../../shared/time.ts';
import { closeMonth, sampleRows, writePromoters, writeRows } from '../support/settlement-rows.ts';
import { type Figure, figure } from './measure/figure.ts';
import { median } from './measure/median.ts';

const LINES = 100_000;
const ROUNDS = 5;
const PERIOD = '2026-10';

/** Closing a month of 100,000 lines beside bare inserts of the very same lines, and what it keeps the service busy for. */
export async function bench(): Promise<Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'league-desk-bench-'));
  const store = await openStore(dir);
  try {
    fill(store);
    const ours: number[] = [];
    const bare: number[] = [];
    let longest = 0;
    for (let round = 0; round <= ROUNDS; round += 1) {
      const stall = stallWatch();
      const started = performance.now();
      await closeMonth({ store, dir }, PERIOD);
      const took = performance.now() - started;
      const stalled = stall.end();
      const theirs = bareInserts(store, dir);
      reopenPeriod(store, { period: PERIOD, reason: 'bench', staff: 'bench', now: periodRange(PERIOD)!.to });
      // The first round warms up.
      if (round === 0) continue;
      ours.push(took);
      bare.push(theirs);
      longest = Math.max(longest, stalled);
    }
    return [
      figure({
        name: `closing.month_${LINES}`,
        ours: median(ours),
        reference:
          'bare better-sqlite3 inserts of the same lines and their keys into the same tables, in one transaction',
        reference_value: median(bare),
        unit: 'ms',
        goal: { of: 'ratio', is: '<=', than: 2 },
      }),
      figure({
        name: `closing.service_busy_${LINES}`,
        ours: longest,
        reference: 'the longest time in all rounds in which the service could not answer, against a quiet one',
        reference_value: 1,
        unit: 'ms',
        goal: { of: 'ours', is: '<=', than: 50 },
      }),
    ];
  } finally {
    store.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

function fill(store: Store): void {
  const { from } = periodRange('2026-09')!;
  writePromoters(store);
  store.db.exec(`insert into split_rule (promoter_appid, product_id, ratio_ppm, from_day, set_by, set_at)
    values (null, null, 400000, '2026-01-01', '', 1)`);
  // About half of the rows settle within the month.
  writeRows(store, sampleRows({ rows: 2.6 * LINES, from, days: 45 }));
  store.db.exec(`delete from commission_order where settled_at >= ${periodRange(PERIOD)!.from} and id not in (
    select id from commission_order where settled_at >= ${periodRange(PERIOD)!.from}
      and settled_at < ${periodRange(PERIOD)!.to} and commission_status = 100 limit ${LINES});
    insert into sync_cursor (resource, known_as_of) values ('orders', ${periodRange(PERIOD)!.to + 60}); analyze`);
}

/** Milliseconds for the lines of the newest closing, ready made. */
function bareInserts(store: Store, dir: string): number {
  const rows = store.db
    .prepare('select * from closing_line where closing_id = (select max(closing_id) from closing_line)')
    .raw()
    .all() as unknown[][];
  const keys = store.db
    .prepare(
      `select * from closing_key where closing_id = (select max(closing_id) from closing_line)
        order by order_id, sku_id, closing_id, seq`,
    )
    .raw()
    .all() as unknown[][];
  if (rows.length !== LINES || keys.length !== LINES)
    throw new Error(`the month has ${rows.length} lines, not ${LINES}`);
  const file = join(dir, 'bare.db');
  const db = new Database(file);
  db.pragma('journal_mode = wal');
  db.pragma('synchronous = normal');
  db.pragma('cache_size = -65536');
  for (const migration of readMigrations()) db.exec(migration.text);
  const insert = db.prepare(`insert into closing_line values (${rows[0]!.map(() => '?').join(', ')})`);
  const insertKey = db.prepare('insert into closing_key values (?, ?, ?, ?)');
  const started = performance.now();
  db.transaction(() => {
    for (const row of rows) insert.run(...row);
    for (const key of keys) insertKey.run(...key);
  })();
  const took = performance.now() - started;
  db.close();
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  return took;
}

/** The longest time between two turns of the event loop, from now until `end`. */
function stallWatch(): { end(): number } {
  let last = performance.now();
  let longest = 0;
  let running = true;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) setImmediate(look);
  };
  setImmediate(look);
  return {
    end() {
      running = false;
      return longest;
    },
  };
}
