import type { PosterCode } from '../../shared/poster.ts';
import type { Ground } from './draw.ts';
import type { Box } from './zones.ts';

/** Modules of white around a code, as the standard asks. */
const QUIET = 4;

/**
 * The code on white, dark enough for any camera. Modules are whole pixels: a blurred edge costs readers more than a
 * smaller code.
 */
export function drawCode(context: Ground, box: Box, code: PosterCode, picture: ImageBitmap | null): void {
  context.fillStyle = '#ffffff';
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, 16);
  context.fill();
  if (code.kind === 'platform') {
    if (picture) drawWhole(context, box, picture);
    return;
  }
  const { side, modules } = code;
  const module = Math.floor(box.width / (side + 2 * QUIET));
  const edge = Math.round((box.width - module * side) / 2);
  context.fillStyle = '#000000';
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      if (modules[row * side + column] === '1')
        context.fillRect(box.x + edge + column * module, box.y + edge + row * module, module, module);
}

/** Whole pixels again where the picture is not larger than its place; the white around it belongs to the picture. */
function drawWhole(context: Ground, box: Box, picture: ImageBitmap): void {
  const times = Math.floor(box.width / Math.max(picture.width, picture.height));
  const scale = times >= 1 ? times : box.width / Math.max(picture.width, picture.height);
  const width = Math.round(picture.width * scale);
  const height = Math.round(picture.height * scale);
  context.imageSmoothingEnabled = times < 1;
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    picture,
    Math.round(box.x + (box.width - width) / 2),
    Math.round(box.y + (box.height - height) / 2),
    width,
    height,
  );
  context.imageSmoothingEnabled = true;
}
