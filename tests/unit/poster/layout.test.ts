import { describe, expect, it } from 'vitest';
import { layOut } from '../../../renderer/poster/layout.ts';
import { boxOf, type Shape } from '../../../renderer/poster/shape.ts';
import type { Box } from '../../../renderer/poster/zones.ts';
import { POSTER_LOOKS, POSTER_SIZES, type PosterContent, type PosterSize } from '../../../shared/poster.ts';
import { measure, oddTitle, posterContent } from '../../support/poster-content.ts';

const SIZES = Object.keys(POSTER_SIZES) as PosterSize[];
const every = POSTER_LOOKS.flatMap((look) => SIZES.map((size) => ({ look, size })));

const near = 0.5;
const inside = (inner: Box, outer: Box) =>
  inner.x >= outer.x - near &&
  inner.y >= outer.y - near &&
  inner.x + inner.width <= outer.x + outer.width + near &&
  inner.y + inner.height <= outer.y + outer.height + near;
const apart = (a: Box, b: Box) =>
  a.x + a.width <= b.x + near ||
  b.x + b.width <= a.x + near ||
  a.y + a.height <= b.y + near ||
  b.y + b.height <= a.y + near;

/** What leaves the poster, overlaps, or is wider than its place. */
function faults(content: PosterContent): string[] {
  const { width, height, shapes } = layOut(content, measure);
  const told = (shape: Shape) => `${shape.part}${shape.kind === 'text' ? ` “${shape.text}”` : ''}`;
  const things = shapes.filter(({ part }) => part !== 'ground');
  const found: string[] = [];
  for (const [i, shape] of things.entries()) {
    if (!inside(boxOf(shape), { x: 0, y: 0, width, height })) found.push(`${told(shape)} leaves the poster`);
    if (shape.kind === 'text' && measure(shape.text, shape.font) > shape.width + near)
      found.push(`${told(shape)} is squeezed`);
    for (const other of things.slice(i + 1))
      if (!apart(boxOf(shape), boxOf(other))) found.push(`${told(shape)} overlaps ${told(other)}`);
  }
  return found;
}

const textOf = (content: PosterContent, part: string) =>
  layOut(content, measure)
    .shapes.flatMap((shape) => (shape.part === part && shape.kind === 'text' ? [shape.text] : []))
    .join('');

describe('a poster', () => {
  it.each(every)('keeps $look $size in order whatever the title', ({ look, size }) => {
    for (let number = 0; number < 200; number++) {
      const title = oddTitle(number);
      const benefits = ['包邮', '七天无理由退换', '产地直发新鲜到家每天一箱'].slice(0, number % 4);
      const promoter_name = number % 7 === 0 ? oddTitle(number + 1000) : '阿青';
      const content = posterContent({ look, size, title, benefits, promoter_name, price_from: number % 2 === 0 });
      expect({ title, faults: faults(content) }).toEqual({ title, faults: [] });
    }
  });

  it.each(every)('takes every price in $look $size', ({ look, size }) => {
    for (const price_fen of [1, 100, 990, 3990, 999_900, 9_999_999, 123_456_789, null])
      for (const price_from of [true, false])
        expect(faults(posterContent({ look, size, price_fen, price_from }))).toEqual([]);
  });

  it.each(every)('takes extremes in $look $size', ({ look, size }) => {
    const titles = [
      '茶',
      '特'.repeat(60),
      'W'.repeat(60),
      'Ultra long title in Latin letters only '.repeat(2).trim(),
      '',
    ];
    for (const title of titles)
      for (const shop_name of ['', '很长的小店名称'.repeat(6)])
        for (const promoter_name of ['', '👑', '名'.repeat(40)])
          expect(
            faults(
              posterContent({
                look,
                size,
                title,
                shop_name,
                promoter_name,
                benefits: ['一二三四五六七八九十十二'].flatMap((word) => [
                  word,
                  `${word.slice(1)}三`,
                  word.toLowerCase(),
                ]),
              }),
            ),
          ).toEqual([]);
  });

  it('gives a code room for four pixels a module and four modules of quiet', () => {
    for (const { look, size } of every) {
      const code = layOut(posterContent({ look, size }), measure).shapes.find(({ kind }) => kind === 'code')!;
      const { side } = posterContent().code as { side: number };
      expect(Math.floor(boxOf(code).width / (side + 8))).toBeGreaterThanOrEqual(4);
      expect(boxOf(code).width).toBeGreaterThanOrEqual(260);
    }
  });

  it('says the whole price, staff’s words, the promoter and since when the price holds', () => {
    for (const { look, size } of every) {
      const content = posterContent({ look, size, price_fen: 9_999_999, price_from: false });
      expect(textOf(content, 'price')).toBe('¥99999.99');
      expect(textOf(content, 'benefit')).toBe('包邮七天无理由');
      expect(textOf(content, 'promoter')).toContain('阿青');
      expect(textOf(content, 'note')).toBe(content.note);
      expect(textOf(content, 'call')).toBe(content.call);
    }
    expect(textOf(posterContent({ price_fen: 1, price_from: true }), 'price')).toBe('¥0.01起');
    expect(textOf(posterContent({ price_fen: 9900, price_from: false }), 'price')).toBe('¥99');
  });

  it('is the same for the same content', () => {
    expect(layOut(posterContent(), measure)).toEqual(layOut(posterContent(), measure));
  });
});
