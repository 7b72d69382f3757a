import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { orderConditions } from '../../electron/service/order/filter.ts';
import { orderRecorder } from '../../electron/service/order/record.ts';
import { ORDER_COLUMNS } from '../../electron/service/order/row.ts';
import { parseExactJson } from '../../electron/service/platform/json.ts';
import { startService } from '../../electron/service/service.ts';
import { readMigrations } from '../../electron/service/store/migrate.ts';
import { sql, where } from '../../electron/service/store/sql.ts';
import { openStore } from '../../electron/service/store/store.ts';
import { type OrderFilter, orderFilter } from '../../shared/contract/order.ts';
import { fillOrders, orderReply } from '../support/order-rows.ts';
import { type Figure, figure } from './measure/figure.ts';
import { median } from './measure/median.ts';

const PIPELINE_ROWS = 20_000;
const PAGE_ROWS = 100_000;
/** Rows per transaction, as the sync writes them. */
const BATCH = 250;
const ROUNDS = 5;

export async function bench(): Promise<Figure[]> {
  return [await pipeline(), ...(await pages())];
}

async function pipeline(): Promise<Figure> {
  const replies = Array.from({ length: PIPELINE_ROWS }, (_, index) => orderReply(index));
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const mine = await throughPipeline(replies);
    const theirs = await bareUpsert(mine.folder);
    rmSync(mine.folder, { recursive: true });
    // The first round warms up.
    if (round > 0) {
      ours.push(PIPELINE_ROWS / mine.seconds);
      bare.push(PIPELINE_ROWS / theirs);
    }
  }
  return figure({
    name: 'order.pipeline',
    ours: median(ours),
    reference: 'bare better-sqlite3 upsert of the same rows into the same table with the same indexes',
    reference_value: median(bare),
    unit: 'rows/s',
    goal: { of: 'ratio', is: '>=', than: 0.4 },
  });
}

/** What the sync does with a reply: parse, check, upsert, version with the packed reply. */
async function throughPipeline(replies: ReturnType<typeof orderReply>[]) {
  const folder = mkdtempSync(join(tmpdir(), 'league-desk-bench-'));
  const store = await openStore(folder);
  const record = orderRecorder(store);
  const started = performance.now();
  for (let start = 0; start < replies.length; start += BATCH) {
    const batch = replies.slice(start, start + BATCH);
    store.transaction(() =>
      record(
        batch.map(({ key, text }) => ({ key, reply: { value: parseExactJson(text), text } })),
        1_795_000_000,
      ),
    );
  }
  const seconds = (performance.now() - started) / 1000;
  store.close();
  return { folder, seconds };
}

/** The same rows, ready made, into an empty database of the same schema. */
async function bareUpsert(folder: string): Promise<number> {
  const source = new Database(join(folder, 'desk.db'), { readonly: true });
  const rows = source.prepare('select * from commission_order order by id').raw().all() as unknown[][];
  const columns = source
    .prepare('select * from commission_order')
    .columns()
    .map((column) => column.name);
  source.close();
  const file = join(folder, 'bare.db');
  const db = new Database(file);
  db.pragma('journal_mode = wal');
  db.pragma('synchronous = normal');
  db.pragma('cache_size = -65536');
  for (const migration of readMigrations()) db.exec(migration.text);
  const upsert = db.prepare(
    `insert into commission_order (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})
      on conflict (order_id, sku_id) do update set ${columns
        .filter((column) => !['id', 'order_id', 'sku_id'].includes(column))
        .map((column) => `${column} = excluded.${column}`)
        .join(', ')}`,
  );
  const started = performance.now();
  for (let start = 0; start < rows.length; start += BATCH)
    db.transaction(() => {
      for (const row of rows.slice(start, start + BATCH)) upsert.run(...row);
    })();
  const seconds = (performance.now() - started) / 1000;
  db.close();
  return seconds;
}

const FILTERS: [string, Partial<OrderFilter>][] = [
  ['none', {}],
  ['channel', { channel: ['promoter'] }],
  ['shop', { shop_appid: ['wxshop000000000003'] }],
  ['promoter', { promoter_appid: ['wxpromoter00000005'] }],
  ['commission status and days', { commission_status: [100], from: '2026-09-01', to: '2026-10-15' }],
];

async function pages(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'league-desk-bench-'));
  const store = await openStore(dataDir);
  fillOrders(store, PAGE_ROWS);
  store.db.exec('analyze');
  store.close();
  const service = await startService({
    dataDir,
    institution: { id: 'b', name: '', demo: false },
    credentials: null,
    version: '0',
  });
  const bare = new Database(join(dataDir, 'desk.db'), { readonly: true });
  bare.pragma('cache_size = -65536');
  try {
    const client = service.client();
    const figures: Figure[] = [];
    for (const [name, chosen] of FILTERS) {
      const filter = orderFilter.parse(chosen);
      const query = sql`select ${{ text: ORDER_COLUMNS.join(', '), values: [] }} from commission_order
        ${where([...orderConditions(filter), sql`created_at is not null`])} order by created_at desc, id desc limit 50`;
      const statement = bare.prepare(query.text);
      const ours = await timesOf(() => client.call('order.page', { filter }));
      const theirs = await timesOf(async () => statement.all(...query.values));
      figures.push(
        figure({
          name: `order.page.${name}`,
          ours: median(ours),
          reference: 'bare prepared statement that fetches the same 50 rows, 100,000 orders',
          reference_value: median(theirs),
          unit: 'ms',
          goal: { of: 'ratio', is: '<=', than: 5 },
        }),
      );
    }
    return figures;
  } finally {
    bare.close();
    await service.close();
    rmSync(dataDir, { recursive: true });
  }
}

async function timesOf(work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < 220; round += 1) {
    const started = performance.now();
    await work();
    if (round >= 20) times.push(performance.now() - started);
  }
  return times;
}
