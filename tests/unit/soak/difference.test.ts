import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../soak/difference.ts';

type Row = Record<string, unknown>;

const book = (order: string, create = 100, more: Row = {}): Row => ({
  order_id: order,
  sku_id: '1',
  promotion_channel: 0,
  promoter: null,
  create_time: create,
  service_amount: 5,
  ...more,
});
/** What the program would export of it; values the books leave out are undefined on both sides. */
const ours = (order: string, create = 100, more: Row = {}): Row => ({
  order_id: order,
  sku_id: '1',
  channel: 'talent',
  promoter_appid: null,
  promoter_name: null,
  promoter_ratio_ppm: null,
  promoter_amount_fen: null,
  created_at: create,
  service_amount_fen: 5,
  versions: 1,
  ...more,
});

async function* lines(rows: Row[]): AsyncGenerator<string> {
  for (const row of rows) yield JSON.stringify(row);
}

const counts = async (books: Row[], orders: Row[]) => {
  const { rows, missing, extra, different } = await differenceOf(lines(books), lines(orders));
  return { rows, missing, extra, different };
};

describe('the comparison at the end of a soak', () => {
  it('finds nothing where nothing differs', async () => {
    const same = await counts([book('1'), book('2', 101)], [ours('1'), ours('2', 101)]);
    expect(same).toEqual({ rows: 2, missing: 0, extra: 0, different: 0 });
    expect(await counts([], [])).toEqual({ rows: 0, missing: 0, extra: 0, different: 0 });
  });

  it('counts what is missing or extra at the beginning, in the middle and at the end', async () => {
    const books = ['1', '3', '5', '7'].map((id) => book(id));
    expect(await counts(books, [ours('3'), ours('5')])).toMatchObject({ rows: 4, missing: 2, extra: 0 });
    expect(
      await counts(
        [book('3')],
        ['1', '3', '4'].map((id) => ours(id)),
      ),
    ).toMatchObject({ missing: 0, extra: 2 });
  });

  it('goes by creation first and by ids as text then', async () => {
    expect(await counts([book('9', 100), book('10', 101)], [ours('9', 100), ours('10', 101)])).toMatchObject({
      missing: 0,
    });
    expect(await counts([book('10'), book('9')], [ours('10'), ours('9')])).toMatchObject({ missing: 0, extra: 0 });
  });

  it('names the fields that differ, and rows without a version', async () => {
    const { different, examples } = await differenceOf(
      lines([book('1'), book('2')]),
      lines([ours('1', 100, { service_amount_fen: 6 }), ours('2', 100, { versions: 0 })]),
    );
    expect(different).toBe(2);
    expect(examples).toEqual(['different 1/1: service_amount_fen 6 instead of 5', 'different 2/1: versions 0']);
  });
});
