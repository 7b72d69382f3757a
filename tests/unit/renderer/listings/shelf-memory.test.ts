import { describe, expect, it } from 'vitest';
import { relistCalls, rememberShelf } from '../../../../renderer/rooms/listings/shelf-memory.ts';
import type { ListingRow, ListingSplit } from '../../../../shared/contract/listing.ts';

const split = (promoter: string, ratio: number, state: ListingSplit['state'] = 'platform') => ({
  promoter_appid: promoter,
  ratio_ppm: ratio,
  state,
});
const row = (product: string, ratio: number | null, splits: object[]) =>
  ({
    shop_appid: 'wx1',
    product_id: product,
    plan_type: 1,
    head_supplier_appid: '',
    default_ratio_ppm: ratio,
    splits,
  }) as ListingRow;

describe('putting products back on the shelf', () => {
  it('joins products with equal splits and leaves failed ones out', () => {
    const calls = relistCalls([
      row('1', 500_000, [split('b', 200_000), split('a', 300_000)]),
      row('2', 500_000, [split('a', 300_000), split('b', 200_000), split('c', 100_000, 'failed')]),
      row('3', null, []),
    ]);
    expect(calls.map((call) => call.products.map((product) => product.product_id))).toEqual([['1', '2'], ['3']]);
    expect(calls[0]!.splits?.map((one) => one.promoter_appid)).toEqual(['a', 'b']);
  });

  it('reads on until every product was found', async () => {
    const cursors: unknown[] = [];
    const desk = {
      read: async (_name: string, input: { cursor?: string }) => {
        cursors.push(input.cursor);
        return input.cursor
          ? { rows: [row('2', null, [])], next_cursor: 'more' }
          : { rows: [row('1', null, []), row('9', null, [])], next_cursor: 'next' };
      },
    };
    const found = await rememberShelf(desk as never, [row('1', null, []), row('2', null, [])]);
    expect(found.map((one) => one.product_id)).toEqual(['1', '2']);
    expect(cursors).toEqual([undefined, 'next']);
  });
});
