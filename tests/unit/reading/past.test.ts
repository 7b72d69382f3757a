import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../../electron/service/context.ts';
import { ORDER_COLUMNS } from '../../../electron/service/order/row.ts';
import { recordPromoters } from '../../../electron/service/promoter/record.ts';
import { type Answers, answersFrom } from '../../../electron/service/reading/answers.ts';
import { openPast } from '../../../electron/service/reading/past-books.ts';
import type { Question } from '../../../electron/service/reading/question.ts';
import { readings } from '../../../electron/service/reading/readings.ts';
import { decide } from '../../../electron/service/review/decide.ts';
import { addNote, removeNote } from '../../../electron/service/review/note.ts';
import { tagRows } from '../../../electron/service/review/tag.ts';
import { undo } from '../../../electron/service/review/undo.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { openStore, type StoreReader } from '../../../electron/service/store/store.ts';
import { FACETS, ORDER_SORTS, type OrderFilter } from '../../../shared/contract/order.ts';
import { NOON } from '../../support/desk-context.ts';
import { addSplit } from '../../support/rules.ts';
import { lifeReply, promoterEntry, record } from './past-world.ts';

const ORDERS = 330;
const MOMENTS = [0, 1, 2, 3, 4].map((day) => NOON + day * 86_400);

const FILTERS: OrderFilter[] = [
  { axis: 'created' },
  { axis: 'created', channel: ['promoter'] },
  { axis: 'updated', has_refund: true },
  { axis: 'known', review_state: ['held', 'proposed'] },
  { axis: 'created', review_state: ['open'], commission_status: [20] },
  { axis: 'created', tag: ['可疑'] },
  { axis: 'paid', has_note: true },
  { axis: 'created', text: '龙井' },
  { axis: 'settled', undated: true } as OrderFilter,
];

interface Snapshot {
  rows: unknown[];
  answers: unknown[];
}

let desk: Context & { time: number };
const snapshots: Snapshot[] = [];

const COLUMNS = { text: ORDER_COLUMNS.join(', '), values: [] };
const allRows = (reader: StoreReader) => reader.all(sql`select ${COLUMNS} from commission_order order by id`);

/** Everything the page asks: rows of every sort and filter, sums, facets, single orders. */
function questions(): Question[] {
  const pages = FILTERS.flatMap((filter, at): Question[] => [
    {
      name: 'order.page',
      input: { filter, sort: { by: 'created_at', direction: 'desc' }, towards: 'next', limit: 500 },
    },
    {
      name: 'order.page',
      input: {
        filter,
        sort: { by: ORDER_SORTS[(at * 7) % ORDER_SORTS.length]!, direction: 'asc' },
        towards: 'next',
        limit: 40,
      },
    },
    { name: 'order.totals', input: { filter } },
    { name: 'order.facets', input: { filter, of: [...FACETS] } },
  ]);
  const sorts = ORDER_SORTS.map(
    (by): Question => ({
      name: 'order.page',
      input: { filter: { axis: 'created' }, sort: { by, direction: 'desc' }, towards: 'next', limit: 60 },
    }),
  );
  const orders = [1, 2, 6, 12, 32].map((index): Question => ({ name: 'order.get', input: lifeReply(index, 0).key }));
  return [...pages, ...sorts, ...orders];
}

const ask = (reader: StoreReader, { name, input }: Question): unknown => {
  try {
    return (readings[name] as (reader: StoreReader, input: unknown) => unknown)(reader, input);
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

const askThen = (answers: Answers, { name, input }: Question, as_of: number): unknown => {
  try {
    return answers.answer({ name, input: { ...input, as_of } } as Question);
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

function takeSnapshot(): void {
  snapshots.push({
    rows: allRows(desk.store),
    answers: questions().map((question) => ask(desk.store, question)),
  });
}

const someKeys = (from: number, count: number) =>
  desk.store.all<{ order_id: string; sku_id: string }>(
    sql`select order_id, sku_id from commission_order where id >= ${from} order by id limit ${count}`,
  );

function addRule(promoter: string | null, ratio: number): void {
  addSplit(desk.store, { promoter_appid: promoter, ratio_ppm: ratio, from_day: '2026-01-01' }, { now: desk.time });
}

afterAll(() => {
  desk.store.close();
  rmSync(desk.dataDir, { recursive: true, force: true });
});

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'league-desk-past-'));
  const store = await openStore(dataDir);
  const words = { staff: () => '小林', changed: () => undefined, now: () => desk.time };
  desk = { store, dataDir, time: NOON, ...words } as unknown as typeof desk;
  const replies = (step: number, wanted: (index: number) => boolean) =>
    Array.from({ length: ORDERS }, (_, index) => index)
      .filter(wanted)
      .map((index) => lifeReply(index, step));
  const at = (moment: number, work: () => void) => {
    desk.time = MOMENTS[moment]!;
    work();
    takeSnapshot();
  };

  at(0, () => {
    recordPromoters(
      store,
      Array.from({ length: 300 }, (_, number) => promoterEntry(number, number % 2)),
      desk.time,
    );
    record(
      store,
      replies(0, (index) => index < 200),
      desk.time,
    );
  });
  at(1, () => {
    addRule(null, 300_000);
    recordPromoters(store, [promoterEntry(5, 1), promoterEntry(6, 0)], desk.time);
    record(
      store,
      replies(1, (index) => index % 3 !== 0 || index >= 200),
      desk.time,
    );
    decide(desk, { target: { keys: someKeys(1, 30) }, action: 'approve' });
    tagRows(desk, { target: { keys: someKeys(10, 20) }, add: ['可疑', '重要'], remove: [] });
    addNote(desk, { target: { keys: someKeys(20, 5) }, text: '请核对' });
  });
  at(2, () => {
    addRule('wxpromoter00000007', 600_000);
    record(
      store,
      replies(2, (index) => index % 2 === 0),
      desk.time,
    );
    decide(desk, { target: { keys: someKeys(15, 30) }, action: 'hold', reason: 'difference', note: '金额不符' });
    tagRows(desk, { target: { keys: someKeys(12, 6) }, add: ['新'], remove: ['可疑'] });
    removeNote(desk, { note_id: 2 });
  });
  at(3, () => {
    undo(desk, {});
    undo(desk, {});
    record(
      store,
      replies(3, (index) => index % 4 === 2),
      desk.time,
    );
    decide(desk, { target: { keys: someKeys(40, 30) }, action: 'exclude', reason: 'fraud' });
  });
  at(4, () => {
    undo(desk, {});
    const redone = store.value<number>(sql`select max(batch_id) from review_batch`)!;
    undo(desk, { batch_id: redone });
    record(
      store,
      replies(4, () => true),
      desk.time,
    );
    addNote(desk, { target: { keys: someKeys(100, 9) }, text: '又一条' });
  });
}, 60_000);

describe('the books as of a past moment', { timeout: 60_000 }, () => {
  it('keeps every commission order, all columns, as it was known then', () => {
    expect(snapshots.map(({ rows }) => rows.length)).toEqual([200, ORDERS, ORDERS, ORDERS, ORDERS]);
    for (const [index, moment] of MOMENTS.entries()) {
      const past = openPast(desk.dataDir, moment);
      expect(past.atOnce(() => allRows(past.reader))).toEqual(snapshots[index]!.rows);
      past.close();
    }
  });

  it('answers every question of the page as it did then', () => {
    const answers = answersFrom(desk.dataDir, 4096);
    const asked = questions();
    for (const [index, moment] of MOMENTS.entries())
      for (const [place, question] of asked.entries())
        expect(askThen(answers, question, moment + 1), `${index} ${JSON.stringify(question)}`).toEqual(
          snapshots[index]!.answers[place],
        );
    answers.close();
  });

  it('shows the present for a moment to come, and nothing before the first reading', () => {
    const answers = answersFrom(desk.dataDir, 4096);
    for (const question of questions())
      expect(askThen(answers, question, desk.time + 1000)).toEqual(ask(desk.store, question));
    const filter: OrderFilter = { axis: 'created' };
    const page = { filter, sort: { by: 'created_at', direction: 'desc' }, towards: 'next', limit: 50 } as const;
    expect(askThen(answers, { name: 'order.page', input: page }, NOON - 1)).toMatchObject({
      rows: [],
      next_cursor: null,
    });
    expect(askThen(answers, { name: 'order.totals', input: { filter } }, NOON - 1)).toMatchObject({
      rows: 0,
      orders: 0,
    });
    expect(askThen(answers, { name: 'order.get', input: lifeReply(1, 0).key }, NOON - 1)).toBe('order.unknown');
    answers.close();
  });
});
