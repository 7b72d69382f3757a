import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../electron/service/order/fold.ts';
import { listProducts } from '../../../electron/service/product/list.ts';
import { routes } from '../../../shared/contract/routes.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { addProduct, productKey } from '../../support/shelf-rows.ts';

const idsOf = (desk: TestDesk, input: object) =>
  listProducts(desk, routes['product.list'].input.parse({ limit: 500, ...input })).rows.map((row) => row.product_id);

describe('searching the catalogue', () => {
  it('finds every part of any title, however it is written, and nothing else', async () => {
    const desk = await testDesk();
    const word = fc.constantFrom(
      '茶',
      '罐',
      'Ａ',
      'a',
      '½',
      '🎁',
      '👨‍👩‍👧',
      '%',
      '_',
      '"',
      "'",
      ' ',
      '-',
      '９',
      'é',
      '（',
      '*',
    );
    const titles = fc.sample(
      fc.array(word, { minLength: 1, maxLength: 60 }).map((parts) => parts.join('')),
      {
        numRuns: 120,
        seed: 7,
      },
    );
    for (const [n, title] of titles.entries()) addProduct(desk, productKey(n), { title });
    const searches = fc.sample(
      fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
      {
        numRuns: 80,
        seed: 8,
      },
    );
    for (const search of searches.filter(
      (text) => text.trim() !== '' && foldText(text.trim()) !== '' && !/^[9９]+$/.test(text.trim()),
    )) {
      const wanted = titles.flatMap((title, n) =>
        foldText(title).includes(foldText(search.trim())) ? [productKey(n).product_id] : [],
      );
      expect([search, idsOf(desk, { search }).sort()]).toEqual([search, wanted.sort()]);
    }
  });

  it('gives the same rows whether they are gathered or met on the way', async () => {
    const desk = await testDesk();
    desk.store.transaction(() => {
      for (let n = 0; n < 2500; n += 1)
        addProduct(desk, productKey(n), {
          title: `${n % 5 === 0 ? '杯' : '茶'}${n % 50 === 0 ? '稀' : ''} ${n}`,
          service_ratio_ppm: 1000 * ((n * 7) % 900),
          plan_end_at: n % 2 ? desk.time + n : null,
        });
    });
    // 2,000 have tea and are met on the way once one more joins them; 50 are gathered.
    addProduct(desk, productKey(9000), { title: '茶' });
    for (const [search, rows] of [
      ['茶', 2001],
      ['稀', 50],
    ] as const) {
      const seen: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = listProducts(
          desk,
          routes['product.list'].input.parse({
            search,
            sort: 'plan_end',
            direction: 'asc',
            limit: 300,
            ...(cursor ? { cursor } : {}),
          }),
        );
        expect(page.total).toBe(rows);
        seen.push(...page.rows.map((row) => row.product_id));
        cursor = page.next_cursor;
      } while (cursor);
      expect([seen.length, new Set(seen).size]).toEqual([rows, rows]);
    }
  });

  it('forgets a title that was changed', async () => {
    const desk = await testDesk();
    addProduct(desk, productKey(1), { title: '旧名' });
    expect(idsOf(desk, { search: '旧名' })).toHaveLength(1);
    addProduct(desk, productKey(1), { title: '新名' });
    expect(idsOf(desk, { search: '旧名' })).toEqual([]);
    expect(idsOf(desk, { search: '新名' })).toEqual([productKey(1).product_id]);
  });
});
