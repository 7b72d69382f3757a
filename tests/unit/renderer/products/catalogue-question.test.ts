import { describe, expect, it } from 'vitest';
import { isFiltered, readCatalogue, sortOf } from '../../../../renderer/rooms/products/catalogue-question.ts';

const read = (text: string) => readCatalogue(new URLSearchParams(text));

describe('the catalogue in the address', () => {
  it('reads what it knows', () => {
    expect(read('plan_type=3&shop_appid=wx1&search=%E8%8C%B6&promotable=yes&listed=no&sort=price.asc')).toEqual({
      plan_type: 3,
      shop_appid: 'wx1',
      search: '茶',
      promotable: true,
      listed: false,
      sort: 'price',
      direction: 'asc',
    });
  });

  it('leaves out what makes no sense', () => {
    expect(read('plan_type=9&promotable=maybe&sort=raw.desc&search=%20')).toEqual({});
    expect(read('sort=price')).toEqual({ sort: 'price', direction: 'desc' });
  });

  it('knows a filter from a sort', () => {
    expect(isFiltered(read('sort=price.asc'))).toBe(false);
    expect(isFiltered(read('listed=yes'))).toBe(true);
    expect(sortOf({})).toEqual({ by: 'service_fee', direction: 'desc' });
  });
});
