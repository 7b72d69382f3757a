import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { orderRecorder } from '../../electron/service/order/record.ts';
import { parseExactJson } from '../../electron/service/platform/json.ts';
import { readMigrations } from '../../electron/service/store/migrate.ts';
import { openStore } from '../../electron/service/store/store.ts';
import { orderReply } from '../support/order-rows.ts';
import { type Figure, figure } from './measure/figure.ts';
import { median } from './measure/median.ts';
import { memory } from './orders/memory.ts';
import { pages } from './orders/pages.ts';
import { oddTotals, questions } from './orders/questions.ts';
import { freeText } from './orders/text.ts';
import { inWindow } from './orders/window.ts';
import { type BenchWorld, openWorld } from './orders/world.ts';

const PIPELINE_ROWS = 20_000;
/** Rows per transaction, as the sync writes them. */
const BATCH = 250;
const ROUNDS = 5;

/** `--orders=N` asks over fewer; `--parts=a,b` runs some of them only; `--fresh` makes the books anew. */
const ORDERS = Number(word('orders') ?? 1_000_000);
const PARTS = ['pipeline', 'world', 'pages', 'questions', 'totals', 'text', 'memory', 'window'] as const;

export async function bench(): Promise<Figure[]> {
  const wanted = word('parts')?.split(',') ?? PARTS;
  const figures: Figure[] = [];
  if (wanted.includes('pipeline')) figures.push(await pipeline());
  if (wanted.some((part) => part !== 'pipeline')) figures.push(...(await ofWorld(wanted)));
  return figures;
}

function word(name: string): string | undefined {
  return process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
}

async function ofWorld(wanted: readonly string[]): Promise<Figure[]> {
  const world = await openWorld(ORDERS);
  const figures: Figure[] = [];
  try {
    if (wanted.includes('world')) figures.push(making(world));
    if (wanted.includes('pages')) figures.push(...(await pages(world)));
    if (wanted.includes('questions')) figures.push(...(await questions(world)));
    if (wanted.includes('totals')) figures.push(...(await oddTotals(world)));
    if (wanted.includes('text')) figures.push(...(await freeText(world)));
  } finally {
    await world.close();
  }
  if (wanted.includes('memory')) figures.push(...(await memory(ORDERS)));
  if (wanted.includes('window')) figures.push(...(await inWindow(world.folder)));
  return figures;
}

function making({ orders, seconds }: BenchWorld): Figure {
  return figure({
    name: `order.world_${orders}`,
    ours: seconds,
    reference: 'three minutes for 1,000,000; ours is making the replies and writing them through the pipeline',
    reference_value: (180 * orders) / 1_000_000,
    unit: 's',
    goal: { of: 'ratio', is: '<=', than: 1 },
  });
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
