import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  CLEAN,
  contrast,
  dominantColour,
  type Palette,
  PRICE,
  type Rgb,
  warmPalette,
} from '../../../renderer/poster/colour.ts';

const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

function expectReadable(palette: Palette): void {
  const pairs: [keyof Palette, keyof Palette][] = [
    ['ink', 'ground'],
    ['soft', 'ground'],
    ['accent', 'ground'],
    ['accent', 'tint'],
    ['accent', 'onAccent'],
    ['accentDeep', 'onAccent'],
    ['ink', 'surface'],
    ['soft', 'surface'],
  ];
  for (const [one, other] of pairs)
    expect(contrast(rgb(palette[one]), rgb(palette[other])), `${one} on ${other}`).toBeGreaterThanOrEqual(4.45);
}

it('keeps every text readable, whatever colour a picture has', () => {
  expectReadable(CLEAN);
  expectReadable(PRICE);
  expectReadable(warmPalette(null));
  const level = fc.integer({ min: 0, max: 255 });
  fc.assert(fc.property(fc.tuple(level, level, level), (colour) => expectReadable(warmPalette(colour))));
});

it('takes the colour a picture is remembered by, not its white ground', () => {
  const pixels = new Uint8ClampedArray(4 * 100).fill(255);
  for (let i = 0; i < 20; i++) pixels.set([200, 40, 30, 255], i * 4);
  expect(dominantColour(pixels)).toEqual([200, 40, 30]);
  expect(dominantColour(new Uint8ClampedArray(400).fill(180))).toBeNull();
});
