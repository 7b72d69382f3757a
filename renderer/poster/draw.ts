import type { PosterContent } from '../../shared/poster.ts';
import { CLEAN, dominantColour, type Palette, PRICE, type Rgb, warmPalette } from './colour.ts';
import { drawCode } from './draw-code.ts';
import { drawPicture } from './draw-picture.ts';
import { faceOf } from './fonts.ts';
import { layOut } from './layout.ts';
import type { Shape } from './shape.ts';
import type { Font, Measure } from './wrap.ts';

export type Ground = OffscreenCanvasRenderingContext2D;

/** Widths are asked for again and again; a poster has a few hundred characters. */
export function measureWith(context: Ground): Measure {
  const known = new Map<string, number>();
  return (text, font) => {
    const key = `${font.weight} ${font.size} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      if (known.size > 20_000) known.clear();
      setFont(context, font);
      width = context.measureText(text).width;
      known.set(key, width);
    }
    return width;
  };
}

/** Draws a poster on a canvas of its size. `code` is the platform's own picture where the content names one. */
export function drawPoster(
  context: Ground,
  content: PosterContent,
  pictures: { product: ImageBitmap | null; code: ImageBitmap | null },
  measure: Measure,
): void {
  const { shapes } = layOut(content, measure);
  const palette = paletteOf(content, pictures.product);
  context.textBaseline = 'alphabetic';
  for (const shape of shapes) {
    if (shape.kind === 'fill') fill(context, shape, palette);
    else if (shape.kind === 'text') text(context, shape, palette);
    else if (shape.kind === 'picture') drawPicture(context, shape, pictures.product, content.title, palette);
    else drawCode(context, shape.box, content.code, pictures.code);
  }
}

function paletteOf({ look }: PosterContent, picture: ImageBitmap | null): Palette {
  if (look === 'clean') return CLEAN;
  return look === 'price' ? PRICE : warmPalette(picture && colourOf(picture));
}

function colourOf(picture: ImageBitmap): Rgb | null {
  const side = 24;
  const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true })!;
  context.drawImage(picture, 0, 0, side, side);
  return dominantColour(context.getImageData(0, 0, side, side).data);
}

function fill(context: Ground, shape: Shape & { kind: 'fill' }, palette: Palette): void {
  const { x, y, width, height } = shape.box;
  context.fillStyle = palette[shape.ink];
  if (shape.fade) {
    const gradient = context.createLinearGradient(x, y, x + width, y + height);
    gradient.addColorStop(0, palette[shape.ink]);
    gradient.addColorStop(1, palette[shape.fade]);
    context.fillStyle = gradient;
  }
  context.beginPath();
  context.roundRect(x, y, width, height, shape.radius);
  context.fill();
}

function text(context: Ground, shape: Shape & { kind: 'text' }, palette: Palette): void {
  setFont(context, shape.font);
  context.fillStyle = palette[shape.ink];
  // A hair more, so that rounding never squeezes a line.
  context.fillText(shape.text, shape.x, shape.y, shape.width + 1);
}

function setFont(context: Ground, font: Font): void {
  const wanted = faceOf(font);
  if (context.font !== wanted) context.font = wanted;
  context.fontKerning = 'none';
}
