import type { Palette } from './colour.ts';
import type { Font } from './wrap.ts';
import type { Box } from './zones.ts';

export type Ink = keyof Palette;

/** What a thing on the poster is; `ground` lies under others, everything else stands alone. */
export type Part = 'ground' | 'picture' | 'title' | 'benefit' | 'price' | 'promoter' | 'code' | 'call' | 'note';

export type Shape =
  | { part: Part; kind: 'fill'; box: Box; radius: number; ink: Ink; fade?: Ink }
  | { part: Part; kind: 'picture'; box: Box; radius: number }
  | { part: Part; kind: 'code'; box: Box }
  /** `y` is the baseline, `width` the most the text may take. */
  | { part: Part; kind: 'text'; text: string; x: number; y: number; width: number; font: Font; ink: Ink };

/** Of a font's size, above and below the baseline, as Noto Sans SC draws it. */
const ASCENT = 0.88;
const DESCENT = 0.14;

/** The pixels a shape may touch. */
export function boxOf(shape: Shape): Box {
  if (shape.kind !== 'text') return shape.box;
  const { x, y, width, font } = shape;
  return { x, y: y - font.size * ASCENT, width, height: font.size * (ASCENT + DESCENT) };
}

/** Baseline that puts a line of text into the middle of a height. */
export function baseline(top: number, height: number, size: number): number {
  return Math.round(top + height / 2 + (size * (ASCENT - DESCENT)) / 2);
}
