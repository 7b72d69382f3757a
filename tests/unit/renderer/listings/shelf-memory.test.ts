import { describe, expect, it } from 'vitest';
import { relistCalls, rememberShelf } from '../../../../renderer/rooms/listings/shelf-memory.ts';
import type { ListingRow } from '../../../../shared/contract/listing.ts';

const row = (product: string, ratio: number | null) =>
  ({
    shop_appid: 'wx1',
    product_id: product,
    plan_type: 1,
    head_supplier_appid: '',
    default_ratio_ppm: ratio,
  }) as ListingRow;

describe('putting products back on the shelf', () => {
  it('joins products with the same default split', () => {
    const calls = relistCalls([row('1', 500_000), row('2', 500_000), row('3', null)]);
    expect(calls.map((call) => call.products.map((product) => product.product_id))).toEqual([['1', '2'], ['3']]);
    expect(calls.map((call) => call.default_ratio_ppm)).toEqual([500_000, null]);
  });

  it('reads on until every product was found', async () => {
    const cursors: unknown[] = [];
    const desk = {
      read: async (_name: string, input: { cursor?: string }) => {
        cursors.push(input.cursor);
        return input.cursor
          ? { rows: [row('2', null)], next_cursor: 'more' }
          : { rows: [row('1', null), row('9', null)], next_cursor: 'next' };
      },
    };
    const found = await rememberShelf(desk as never, [row('1', null), row('2', null)]);
    expect(found.map((one) => one.product_id)).toEqual(['1', '2']);
    expect(cursors).toEqual([undefined, 'next']);
  });
});
