import type { Palette } from './colour.ts';
import type { Ground } from './draw.ts';
import { faceOf } from './fonts.ts';
import type { Shape } from './shape.ts';
import { splitGraphemes } from './wrap.ts';

/** The product's picture fills its place, cut at the sides it has too much of; without one a panel with its first character. */
export function drawPicture(
  context: Ground,
  { box, radius }: Shape & { kind: 'picture' },
  picture: ImageBitmap | null,
  title: string,
  palette: Palette,
): void {
  const { x, y, width, height } = box;
  context.save();
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
  context.clip();
  if (picture) {
    const scale = Math.max(width / picture.width, height / picture.height);
    const wide = picture.width * scale;
    const tall = picture.height * scale;
    context.fillStyle = '#ffffff';
    context.fillRect(x, y, width, height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, x + (width - wide) / 2, y + (height - tall) / 2, wide, tall);
  } else placeholder(context, { box, title, palette });
  context.restore();
}

function placeholder(
  context: Ground,
  {
    box,
    title,
    palette,
  }: { box: { x: number; y: number; width: number; height: number }; title: string; palette: Palette },
): void {
  const { x, y, width, height } = box;
  const centre = { x: x + width / 2, y: y + height / 2 };
  const side = Math.min(width, height);
  context.fillStyle = palette.panel;
  context.fillRect(x, y, width, height);
  context.fillStyle = palette.surface;
  context.beginPath();
  context.arc(centre.x, centre.y, side * 0.32, 0, Math.PI * 2);
  context.fill();
  const size = Math.round(side * 0.3);
  context.font = faceOf({ size, weight: 600 });
  context.fillStyle = palette.accent;
  const letter = splitGraphemes(title).find((one) => /[\p{L}\p{N}]/u.test(one)) ?? '选';
  const wide = context.measureText(letter).width;
  context.fillText(letter, centre.x - wide / 2, centre.y + size * 0.37);
}
