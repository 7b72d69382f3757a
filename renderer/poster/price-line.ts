import type { Fen } from '../../shared/money.ts';
import type { Ink, Shape } from './shape.ts';
import type { Font, Measure } from './wrap.ts';
import type { Align, Box } from './zones.ts';

const UNKNOWN = '价格见下单页';

/** Sizes of the parts of a price, of the size of its yuan. */
const SIGN = 0.54;
const FRACTION = 0.56;
const FROM = 0.34;

interface Piece {
  text: string;
  font: Font;
  width: number;
  gap: number;
}

/** A price as price tags have it: small sign, large yuan, smaller fen; made smaller until it fits the box's width. */
export function priceLine(
  price: { fen: Fen | null; from: boolean },
  place: { box: Box; size: number; align: Align; ink: Ink },
  measure: Measure,
): Shape[] {
  const { box, align, ink } = place;
  let size = place.size;
  let pieces = piecesOf(price, size, measure);
  const tooWide = widthOf(pieces) / box.width;
  if (tooWide > 1) {
    size = Math.floor(size / tooWide);
    pieces = piecesOf(price, size, measure);
  }
  // Figures reach from the baseline to seven tenths of their size.
  const y = Math.round(box.y + box.height / 2 + size * 0.36);
  let x = align === 'middle' ? box.x + (box.width - widthOf(pieces)) / 2 : box.x;
  return pieces.map(({ text, font, width, gap }) => {
    x += gap;
    const shape: Shape = { part: 'price', kind: 'text', text, x, y, width, font, ink };
    x += width;
    return shape;
  });
}

function piecesOf({ fen, from }: { fen: Fen | null; from: boolean }, size: number, measure: Measure): Piece[] {
  const piece = (text: string, part: number, gap = 0, weight: Font['weight'] = 600): Piece => {
    const font: Font = { size: Math.round(size * part), weight };
    return { text, font, width: measure(text, font), gap };
  };
  if (fen === null) return [piece(UNKNOWN, 0.44)];
  const yuan = String(Math.floor(fen / 100));
  const cents = fen % 100;
  const pieces = [piece('¥', SIGN), piece(yuan, 1, size * 0.06)];
  if (cents > 0) pieces.push(piece(`.${String(cents).padStart(2, '0')}`, FRACTION, size * 0.01));
  if (from) pieces.push(piece('起', FROM, size * 0.08));
  return pieces;
}

function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { width, gap }) => sum + width + gap, 0);
}
