import { describe, expect, it } from 'vitest';
import { pagesInSight } from '../../../../renderer/app/client/page-window.ts';

const pages = (count: number) => Array.from({ length: count }, () => ({ rows: Array.from({ length: 100 }) }));

describe('pages read again', () => {
  it('are all of a short list', () => {
    expect(pagesInSight(pages(4), { first: 0, last: 10 }, true)).toEqual([0, 4]);
    expect(pagesInSight([], { first: 0, last: 0 }, true)).toEqual([0, 0]);
  });

  it('are those in sight and their neighbours in a long one', () => {
    expect(pagesInSight(pages(50), { first: 1250, last: 1270 }, true)).toEqual([11, 14]);
    expect(pagesInSight(pages(50), { first: 1295, last: 1320 }, true)).toEqual([11, 15]);
    expect(pagesInSight(pages(50), { first: 4990, last: 4999 }, true)).toEqual([48, 50]);
  });

  it('begin at the beginning where the list cannot be read backwards', () => {
    expect(pagesInSight(pages(50), { first: 1250, last: 1270 }, false)).toEqual([0, 14]);
  });
});
