import { create } from 'qrcode';
import { COLOUR, type Pen } from './pen.ts';

/** Draws the text as a QR code with its quiet zone; `side` in points. */
export function drawQrCode(pen: Pen, text: string, x: number, y: number, side: number): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size, data } = modules;
  const module = side / (size + 2 * QUIET);
  const edge = QUIET * module;
  pen.rect(x, y, side, side, COLOUR.white);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; ) {
      let run = 0;
      while (column + run < size && data[row * size + column + run]) run += 1;
      if (run > 0) pen.rect(x + edge + column * module, y + edge + row * module, run * module, module, COLOUR.ink);
      column += Math.max(run, 1);
    }
}

/** Modules of white around the code. */
const QUIET = 2;
