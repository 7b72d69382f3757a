import { baseline, type Ink, type Shape } from './shape.ts';
import type { Font, Measure } from './wrap.ts';
import type { Align, Box } from './zones.ts';

interface Sign {
  text: string;
  width: number;
  /** The word is not squeezed. */
  whole: boolean;
}

export interface Signs {
  rows: Sign[][];
  font: Font;
  /** Height of one sign and of all rows. */
  tall: number;
  height: number;
}

const GAP = 14;

/** Sets staff's words as small signs, in rows no wider than `width`: the largest size that needs the fewest rows. */
export function setSigns(
  words: readonly string[],
  room: { width: number; height: number; sizes: readonly number[]; direction: 'row' | 'column' },
  measure: Measure,
): Signs | null {
  if (words.length === 0) return null;
  let best: Signs | undefined;
  for (const size of room.sizes) {
    const set = rowsAt(words, size, room, measure);
    const fits = set.height <= room.height && set.rows.flat().every(({ whole }) => whole);
    if (fits && (best === undefined || set.rows.length < best.rows.length)) best = set;
  }
  return best ?? rowsAt(words, room.sizes.at(-1)!, room, measure);
}

function rowsAt(
  words: readonly string[],
  size: number,
  { width, direction }: { width: number; direction: 'row' | 'column' },
  measure: Measure,
): Signs {
  const font: Font = { size, weight: 600 };
  const tall = Math.round(size * 1.62);
  const rows: Sign[][] = [];
  let used = 0;
  for (const text of words) {
    const wanted = Math.ceil(measure(text, font) + size * 1.2);
    const sign = { text, width: Math.min(wanted, width), whole: wanted <= width };
    const row = rows.at(-1);
    if (row && direction === 'row' && used + GAP + sign.width <= width) {
      row.push(sign);
      used += GAP + sign.width;
    } else {
      rows.push([sign]);
      used = sign.width;
    }
  }
  return { rows, font, tall, height: rows.length * (tall + GAP) - GAP };
}

/** Draws the signs from `y` on. */
export function signShapes(
  { rows, font, tall }: Signs,
  place: { box: Box; y: number; align: Align; ground: Ink; ink: Ink },
): Shape[] {
  const { box, align, ground, ink } = place;
  return rows.flatMap((row, line) => {
    const y = Math.round(place.y + line * (tall + GAP));
    const wide = row.reduce((sum, { width }) => sum + width + GAP, -GAP);
    let x = align === 'middle' ? box.x + (box.width - wide) / 2 : box.x;
    return row.flatMap(({ text, width }): Shape[] => {
      const inner = width - font.size * 1.2;
      const left = x;
      x += width + GAP;
      return [
        {
          part: 'ground',
          kind: 'fill',
          box: { x: left, y, width, height: tall },
          radius: tall / 2,
          ink: ground,
        },
        {
          part: 'benefit',
          kind: 'text',
          text,
          x: left + font.size * 0.6,
          y: baseline(y, tall, font.size),
          width: inner,
          font,
          ink,
        },
      ];
    });
  });
}
