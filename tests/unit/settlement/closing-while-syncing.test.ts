import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { runJob } from '../../../electron/cli/job.ts';
import { startSandbox } from '../../../electron/sandbox/server.ts';
import { startService } from '../../../electron/service/service.ts';
import { closePeriod } from '../../../electron/service/settlement/close.ts';
import { settlementPeriod } from '../../../electron/service/settlement/period.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { openReader, type Store, type StoreReader } from '../../../electron/service/store/store.ts';
import type { Job } from '../../../shared/contract/desk.ts';
import { CLOSE_CHECKS, type Closing } from '../../../shared/contract/settlement.ts';
import { type Period, periodOf, periodRange, previousPeriod } from '../../../shared/time.ts';
import { booksOf } from '../../support/books.ts';
import {
  closeMonth,
  orderRow,
  sampleRows,
  temporaryStore,
  writePromoters,
  writeRows,
} from '../../support/settlement-rows.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const PERIOD = '2026-10';
const NEXT = '2026-11';
const { from, to } = periodRange(PERIOD)!;

/** What was booked of the rows of a month: its closed lines, and what the next one corrects. */
function bookedOf(reader: StoreReader, period: Period, next: Period): number {
  const closed = settlementPeriod(reader, period);
  expect(closed.state).toBe('closed');
  expect(reader.value(sql`select sum(service_amount_fen) from closing_line where kind = 'sale'`)).toBe(
    closed.totals.service_amount_fen,
  );
  return closed.totals.service_amount_fen + settlementPeriod(reader, next).adjustments.service_amount_fen;
}

/** The same rows as they stand now. */
function standingOf(reader: StoreReader, period: Period): number {
  const range = periodRange(period)!;
  return reader.value<number>(sql`select sum(service_amount_fen) from commission_order
    where commission_status = 100 and settled_at >= ${range.from} and settled_at < ${range.to}`)!;
}

describe('a month that is closed while orders change', () => {
  let store: Store;
  let dir: string;
  let done: () => void;
  beforeEach(async () => {
    ({ store, dir, done } = await temporaryStore());
    store.run(sql`insert into sync_cursor (resource, known_as_of) values ('orders', ${to + 60})`);
  });
  afterEach(() => done());

  it('holds one state of them, and the next month corrects it to the fen', { timeout: 60_000 }, async () => {
    writePromoters(store);
    writeRows(store, sampleRows({ rows: 6000 }));
    store.db.exec(`update commission_order set stands_since = ${to}`);
    const keys = store.all<{ id: number }>(
      sql`select id from commission_order where commission_status = 100 and settled_at >= ${from} and settled_at < ${to}`,
    );
    expect(keys.length).toBeGreaterThan(1000);
    const change = store.prepare(
      'update commission_order set service_amount_fen = service_amount_fen + 1, stands_since = ? where id = ?',
    );
    let closing: Closing | null = null;
    const closed = closePeriod(store, dir, {
      period: PERIOD,
      despite: [...CLOSE_CHECKS],
      staff: '小李',
      now: to + 60,
      signal: new AbortController().signal,
      onProgress: () => {},
    }).then((made) => {
      closing = made;
    });
    let changes = 0;
    while (closing === null) {
      store.transaction(() => {
        for (let n = 0; n < 20; n++) change.run(to + 60 + changes, keys[(changes * 20 + n) % keys.length]!.id);
      });
      changes += 1;
      await turn();
    }
    await closed;
    // Before the lines were read, while they were, and behind them.
    expect(changes).toBeGreaterThan(5);
    store.transaction(() => change.run(to + 60 + changes, keys[7]!.id));
    expect(settlementPeriod(store, NEXT).adjustments.rows).toBeGreaterThan(0);
    expect(bookedOf(store, PERIOD, NEXT)).toBe(standingOf(store, PERIOD));
  });

  it('is corrected also by a state that bears an earlier second than the last one it saw', async () => {
    const [late, last] = ['3701234567890123001', '3701234567890123002'];
    writeRows(store, [orderRow({ order_id: late }), orderRow({ order_id: last })]);
    store.run(sql`update commission_order set stands_since = ${to + 50} where order_id = ${last}`);
    await closeMonth({ store, dir }, PERIOD, { staff: '小李', now: to + 60 });
    store.run(
      sql`update commission_order set service_amount_fen = 0, stands_since = ${to + 48} where order_id = ${late}`,
    );
    expect(settlementPeriod(store, NEXT).adjustments).toMatchObject({ rows: 1, service_amount_fen: -990 });
  });
});

describe('closing while a sync runs', () => {
  it('leaves both whole: books that are the platform’s, and a month that adds up', { timeout: 120_000 }, async () => {
    const sandbox = await startSandbox({ seed: 5, orders: 1500, now: 1_795_000_000, frozen: true });
    onTestFinished(() => sandbox.close());
    const dataDir = tempFolder();
    const service = await startService({
      dataDir,
      institution: { id: 'test', name: '测试机构', demo: true },
      credentials: { appId: sandbox.appId, secret: sandbox.secret },
      baseUrl: sandbox.url,
      version: 'test',
    });
    onTestFinished(() => service.close());
    const client = service.client();
    const jobs: Job[] = [];
    client.on('job.changed', (job) => jobs.push(job));
    const sync = () =>
      runJob(
        client,
        () => client.call('sync.start', {}),
        () => {},
      );
    await sync();
    const period = previousPeriod(periodOf(sandbox.clock.now()));
    await fetch(`${sandbox.url}/__sandbox/clock`, { method: 'POST', body: JSON.stringify({ advance: 20 * 86_400 }) });

    const running = sync();
    await expect
      .poll(() => jobs.filter(({ kind, state }) => kind === 'sync' && state === 'running').length)
      .toBeGreaterThan(1);
    const closing = await runJob<Closing>(
      client,
      () => client.call('settlement.close', { period, despite: [...CLOSE_CHECKS] }),
      () => {},
    );
    await running;

    const reader = openReader(dataDir);
    onTestFinished(() => reader.close());
    expect(closing.totals.rows).toBeGreaterThan(50);
    const next = periodOf(periodRange(period)!.to);
    expect(bookedOf(reader, period, next)).toBe(standingOf(reader, period));
    const books = await booksOf(sandbox.url);
    const amounts = reader.all<{ key: string; fen: number | null }>(
      sql`select order_id || ' ' || sku_id as key, service_amount_fen as fen from commission_order`,
    );
    expect(new Map(amounts.map(({ key, fen }) => [key, fen]))).toEqual(
      new Map(books.map((row) => [`${row.order_id} ${row.sku_id}`, row.service_amount_fen])),
    );
  });
});
