import { describe, expect, it } from 'vitest';
import { readPromoters } from '../../../../renderer/rooms/promoters/promoter-question.ts';

const read = (text: string) => readPromoters(new URLSearchParams(text));

describe('promoters in the address', () => {
  it('reads what it knows', () => {
    expect(read('search=%E7%94%B2&payer=0&sort=name.asc')).toEqual({
      search: '甲',
      payer: 0,
      sort: 'name',
      direction: 'asc',
    });
  });

  it('leaves out what makes no sense', () => {
    expect(read('payer=&sort=secret.asc&search=')).toEqual({});
    expect(read('payer=2')).toEqual({});
  });
});
