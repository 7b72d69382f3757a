import { describe, expect, it } from 'vitest';
import type { PageQuestion } from '../../../electron/service/order/page.ts';
import { readingHandlers } from '../../../electron/service/reading/handlers.ts';
import type { ReadingThreads } from '../../../electron/service/reading/threads.ts';
import { NOON, type TestDesk, testDesk } from '../../support/desk-context.ts';
import { fillOrders } from '../../support/order-rows.ts';

const filter = { axis: 'created' } as const;
const page: PageQuestion & { towards: 'next' } = {
  filter,
  sort: { by: 'created_at', direction: 'desc' },
  towards: 'next',
  limit: 20,
};

async function desk(orders: number) {
  const context: TestDesk = await testDesk();
  fillOrders(context.store, orders);
  const asked: { lane: string; name: string; as_of: number | undefined }[] = [];
  const threads = {
    ask: async (lane: string, name: string, input: { as_of?: number }) => {
      asked.push({ lane, name, as_of: input.as_of });
      return 'from a thread';
    },
  } as unknown as ReadingThreads;
  return { handlers: readingHandlers(context, threads), asked };
}

describe('reading handlers', { timeout: 60_000 }, () => {
  it('answer quick pages and single orders themselves', async () => {
    const { handlers, asked } = await desk(30);
    const { rows } = await handlers['order.page'](page);
    expect(rows).toHaveLength(20);
    const { order_id, sku_id } = rows[0]!;
    expect((await handlers['order.get']({ order_id, sku_id })).order).toEqual(rows[0]);
    expect(asked).toEqual([]);
  });

  it('leave slow pages to the rows lane, sums, facets and analysis to the figures lane', async () => {
    const { handlers, asked } = await desk(5_000);
    // Nothing leads to the rows of a product count.
    const slow = { ...page, sort: { by: 'product_count', direction: 'asc' } as const };
    expect(await handlers['order.page'](slow)).toBe('from a thread');
    await handlers['order.totals']({ filter });
    await handlers['order.facets']({ filter, of: [] });
    await handlers['analysis.delays']({ filter });
    expect(asked).toEqual([
      { lane: 'rows', name: 'order.page', as_of: undefined },
      { lane: 'figures', name: 'order.totals', as_of: undefined },
      { lane: 'figures', name: 'order.facets', as_of: undefined },
      { lane: 'figures', name: 'analysis.delays', as_of: undefined },
    ]);
  });

  it('send what asks for a past moment to its own lane; a moment that is not over is now', async () => {
    const { handlers, asked } = await desk(30);
    const then = NOON - 1;
    await handlers['order.page']({ ...page, as_of: then });
    await handlers['order.totals']({ filter, as_of: then });
    await handlers['order.get']({ order_id: '1', sku_id: '2', as_of: then });
    await handlers['analysis.trend']({ filter, step: 'day', as_of: then });
    expect(asked.map(({ lane, as_of }) => [lane, as_of])).toEqual(asked.map(() => ['past', then]));
    expect(asked).toHaveLength(4);
    asked.length = 0;
    expect((await handlers['order.page']({ ...page, as_of: NOON })).rows).toHaveLength(20);
    await handlers['order.totals']({ filter, as_of: NOON + 5 });
    expect(asked).toEqual([{ lane: 'figures', name: 'order.totals', as_of: undefined }]);
  });
});
