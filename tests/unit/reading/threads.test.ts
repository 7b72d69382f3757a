import { describe, expect, it, onTestFinished } from 'vitest';
import { orderTotals } from '../../../electron/service/order/totals.ts';
import { readingThreads } from '../../../electron/service/reading/threads.ts';
import { openStore, readOnlyStore } from '../../../electron/service/store/store.ts';
import { fillOrders, orderReply } from '../../support/order-rows.ts';
import { addSplit } from '../../support/rules.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { record } from './past-world.ts';

const filter = { axis: 'created' } as const;
const page = { filter, sort: { by: 'created_at', direction: 'desc' }, towards: 'next', limit: 20 } as const;
const NOW = 1_795_000_000;

async function books(orders: number) {
  const dataDir = tempFolder();
  const store = await openStore(dataDir);
  fillOrders(store, orders);
  const threads = readingThreads(dataDir);
  onTestFinished(async () => {
    await threads.close();
    store.close();
  });
  return { dataDir, store, threads };
}

describe('reading threads', { timeout: 60_000 }, () => {
  it('answer beside the service, each question from the newest books', async () => {
    const { store, threads } = await books(0);
    expect(await threads.ask('figures', 'order.totals', { filter })).toMatchObject({ rows: 0 });
    for (const count of [10, 25, 60]) {
      fillOrders(store, count);
      const [figures, rows] = await Promise.all([
        threads.ask('figures', 'order.totals', { filter }),
        threads.ask('rows', 'order.page', { ...page, limit: 500 }),
      ]);
      expect(figures).toEqual(orderTotals(store, filter));
      expect(rows.rows).toHaveLength(count);
    }
  });

  it('let codes and params of errors cross', async () => {
    const { threads } = await books(3);
    await expect(threads.ask('rows', 'order.page', { ...page, cursor: 'nonsense' })).rejects.toMatchObject({
      code: 'input.invalid',
      params: { field: 'cursor' },
    });
    await expect(threads.ask('past', 'order.get', { order_id: '1', sku_id: '2' })).rejects.toMatchObject({
      code: 'order.unknown',
      params: { order_id: '1', sku_id: '2' },
    });
  });

  it('say so when there are no books', async () => {
    const threads = readingThreads(tempFolder());
    await expect(threads.ask('rows', 'order.page', page)).rejects.toMatchObject({ code: 'store.unopened' });
    await threads.close();
  });

  it('hold a past moment still while its rows change', async () => {
    const { store, threads } = await books(300);
    const then = { ...page, as_of: NOW, limit: 500 };
    const first = await threads.ask('past', 'order.page', then);
    expect(first.rows).toHaveLength(300);
    for (const step of [1, 2, 3]) {
      const changed = Array.from({ length: 40 }, (_, index) => orderReply(index * step, step));
      const added = [orderReply(1000 + step)];
      record(store, [...changed, ...added], NOW + step * 60);
      expect(await threads.ask('past', 'order.page', then)).toEqual(first);
      expect(await threads.ask('past', 'order.totals', { filter, as_of: NOW })).toMatchObject({ rows: 300 });
    }
    addSplit(store, { ratio_ppm: 250_000, from_day: '2026-01-01' }, { now: NOW + 300 });
    expect(await threads.ask('past', 'order.page', then)).toEqual(first);
    expect(await threads.ask('rows', 'order.page', { ...page, limit: 500 })).toMatchObject({ rows: { length: 303 } });
    const between = await threads.ask('past', 'order.totals', { filter, as_of: NOW + 60 });
    expect(between.rows).toBe(301);
  });

  it('work beside a program that has the books open', async () => {
    const { dataDir, store, threads } = await books(30);
    const beside = readOnlyStore(dataDir);
    expect(orderTotals(beside, filter)).toEqual(await threads.ask('figures', 'order.totals', { filter }));
    record(store, [orderReply(31)], NOW + 5);
    expect((await threads.ask('figures', 'order.totals', { filter })).rows).toBe(31);
    beside.close();
  });
});
