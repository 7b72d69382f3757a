import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overview } from '../../../electron/service/desk/overview.ts';
import { openStore, type Store } from '../../../electron/service/store/store.ts';
import { addDays, dayOf, startOfDay } from '../../../shared/time.ts';
import { ourRows } from '../../support/books.ts';
import { fillOrders } from '../../support/order-rows.ts';

const NOW = 1_795_000_000;
let store: Store;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'league-desk-test-'));
  store = await openStore(folder);
  fillOrders(store, 1000);
});

afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the days of the overview', () => {
  it('are one row a day and channel, their sums those of the orders paid then', () => {
    const since = startOfDay(addDays(dayOf(NOW), -29))!;
    const wanted = new Map<string, { rows: number; payment: number }>();
    for (const row of ourRows(store)) {
      const paid = row.paid_at as number | null;
      if (paid === null || paid < since) continue;
      const key = `${dayOf(paid)} ${row.channel}`;
      const sums = wanted.get(key) ?? { rows: 0, payment: 0 };
      sums.rows += 1;
      sums.payment += row.actual_payment_fen as number;
      wanted.set(key, sums);
    }
    const { days } = overview(store, NOW);
    const found = days.map((one): [string, { rows: number; payment: number }] => [
      `${one.day} ${one.channel}`,
      { rows: one.rows, payment: one.actual_payment_fen },
    ]);
    expect(found.length).toBe(wanted.size);
    expect(new Map(found)).toEqual(wanted);
    expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).sort());
  });
});
