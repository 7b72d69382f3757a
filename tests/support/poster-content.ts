import { create as createFont, type Face } from 'fontkit';
import { create } from 'qrcode';
import { fontBytes } from '../../electron/service/report/pdf/fonts.ts';
import type { Measure } from '../../renderer/poster/wrap.ts';
import type { PosterContent } from '../../shared/poster.ts';

export function posterContent(change: Partial<PosterContent> = {}): PosterContent {
  const text = 'https://store.weixin.qq.com/shop/a/1_2_abcdefg';
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  return {
    look: 'clean',
    size: '3x4',
    title: '桂花乌龙茶 250g 独立包装',
    price_fen: 3990,
    price_from: true,
    benefits: ['包邮', '七天无理由'],
    shop_name: '晨光茶铺',
    promoter_name: '阿青',
    image_url: null,
    code: { kind: 'link', text, side: size, modules: Array.from(data, (on) => (on ? '1' : '0')).join('') },
    call: '长按识别 · 立即购买',
    note: '价格更新于 2026-11-20，以下单页为准',
    ...change,
  };
}

const faces = new Map<number, Face>();
const advances = new Map<string, number>();

/** Widths of the bundled face, character by character, as the drawing thread sets them without kerning. */
export const measure: Measure = (text, { size, weight }) => {
  let face = faces.get(weight);
  if (!face) {
    face = createFont(fontBytes(weight === 600 ? 'bold' : 'regular'));
    faces.set(weight, face);
  }
  let sum = 0;
  for (const character of text) {
    const key = `${weight} ${character}`;
    let advance = advances.get(key);
    if (advance === undefined) {
      advance = face.glyphForCodePoint(character.codePointAt(0)!).advanceWidth / face.unitsPerEm;
      advances.set(key, advance);
    }
    sum += advance;
  }
  return sum * size;
};

const PIECES = [
  '桂花',
  '乌龙茶',
  '独立包装',
  '250g',
  'iPhone',
  'Type-C',
  '（升级款）',
  '，',
  '！',
  '🍵',
  '👨‍👩‍👧',
  '【顺丰】',
  ' ',
  'Supercalifragilistic',
  '100%',
  '女士',
  '加厚',
  '保暖',
  '¥9.9',
  '礼盒',
  '2026',
  '“春茶”',
  '—',
  '℃',
  '中老年',
];

/** A title of up to 60 characters that nobody would write, the same for a number every time. */
export function oddTitle(number: number): string {
  let state = number * 2_654_435_761 + 12_345;
  const next = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
  const longest = 1 + next(60);
  let title = '';
  while (true) {
    const longer = title + PIECES[next(PIECES.length)]!;
    if (Array.from(longer).length > longest) break;
    title = longer;
  }
  return title.trim() || '茶';
}
