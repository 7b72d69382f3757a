import { POSTER_SIZES, type PosterContent } from '../../shared/poster.ts';
import { setSigns, signShapes } from './benefit-signs.ts';
import { priceLine } from './price-line.ts';
import { promoterSign } from './promoter-sign.ts';
import { baseline, type Ink, type Shape } from './shape.ts';
import { breakLines, type Font, fitText, type Measure } from './wrap.ts';
import { type Align, type Box, ZONES, type Zones } from './zones.ts';

export interface Layout {
  width: number;
  height: number;
  /** From the ground up. */
  shapes: Shape[];
}

const GAP = 18;
const SIGN_SIZES = [30, 27, 24, 21];
const BAND_SIGN_SIZES = [32, 28, 24];
const TITLE_LEADING = 1.32;
const OPENING = /^[（【「『《〈“]/u;

/** Where everything of a poster stands. Pure: the same content and the same widths give the same poster. */
export function layOut(content: PosterContent, measure: Measure): Layout {
  const zones = ZONES[content.look][content.size];
  return {
    ...POSTER_SIZES[content.size],
    shapes: [
      ...grounds(content, zones),
      { part: 'picture', kind: 'picture', box: zones.picture, radius: zones.radius },
      ...stack(content, zones, measure),
      ...(zones.price === null
        ? []
        : priceLine(
            { fen: content.price_fen, from: content.price_from },
            {
              box: bandPrice(content, zones.price, zones.band),
              size: Math.round(zones.price.height * 0.98),
              align: 'start',
              ink: 'onAccent',
            },
            measure,
          )),
      ...ownBenefits(content.benefits, zones, measure),
      ...promoterSign({ promoter: content.promoter_name, shop: content.shop_name }, zones.promoter, measure),
      { part: 'code', kind: 'code', box: zones.code },
      ...lines(
        'call',
        content.call,
        zones.call.box,
        callFont(content.call, zones, measure),
        zones.call.align,
        1,
        'ink',
        measure,
      ),
      ...lines(
        'note',
        content.note,
        zones.note.box,
        { size: 22, weight: 400 },
        'start',
        zones.note.lines,
        'soft',
        measure,
      ),
    ],
  };
}

/** Without benefits below it the price takes the middle of the band. */
function bandPrice({ benefits }: PosterContent, box: Box, band: Box | null): Box {
  return band && benefits.length === 0 ? { ...box, y: band.y + (band.height - box.height) / 2 } : box;
}

function callFont(call: string, { call: { box, size } }: Zones, measure: Measure): Font {
  const wide = measure(call, { size, weight: 600 }) / box.width;
  return { size: wide > 1 ? Math.floor(size / wide) : size, weight: 600 };
}

function grounds({ look, size }: PosterContent, { band, card, frame, picture, radius }: Zones): Shape[] {
  const { width, height } = POSTER_SIZES[size];
  const shapes: Shape[] = [
    { part: 'ground', kind: 'fill', box: { x: 0, y: 0, width, height }, radius: 0, ink: 'ground' },
  ];
  if (look === 'warm') {
    const side = width * 1.06;
    const centre = { x: picture.x + picture.width / 2, y: picture.y + picture.height / 2 };
    shapes.push({
      part: 'ground',
      kind: 'fill',
      box: { x: centre.x - side / 2, y: centre.y - side / 2, width: side, height: side },
      radius: side / 2,
      ink: 'shade',
    });
  }
  if (band) shapes.push({ part: 'ground', kind: 'fill', box: band, radius: 0, ink: 'accent', fade: 'accentDeep' });
  if (card) shapes.push({ part: 'ground', kind: 'fill', box: card, radius: 32, ink: 'surface' });
  if (frame) {
    const box = {
      x: picture.x - frame,
      y: picture.y - frame,
      width: picture.width + 2 * frame,
      height: picture.height + 2 * frame,
    };
    shapes.push({ part: 'ground', kind: 'fill', box, radius: radius + frame, ink: 'surface' });
  }
  return shapes;
}

/** Title, benefits and price below one another; the price stands at the end of the box, so that it is always found there. */
function stack(content: PosterContent, zones: Zones, measure: Measure): Shape[] {
  const { box, align, title, lines: most, price } = zones.stack;
  const signs =
    zones.benefits === null
      ? setSigns(
          content.benefits,
          {
            width: box.width,
            height: box.height - price - 2 * GAP - title.at(-1)! * TITLE_LEADING,
            sizes: SIGN_SIZES,
            direction: 'row',
          },
          measure,
        )
      : null;
  const below = (signs ? signs.height + GAP : 0) + (price ? price + GAP : 0);
  const set = fitText(
    content.title,
    { sizes: title, weight: 600, leading: TITLE_LEADING },
    { width: box.width, height: box.height - below, lines: most },
    measure,
  );
  const tall = set.lines.length * set.lineHeight;
  // In the middle everything stands together; else a price keeps to the foot of the box.
  const spare = align === 'middle' || price === 0 ? Math.max(0, (box.height - tall - below) / 2) : 0;
  const top = box.y + spare;
  const shapes = set.lines.map((text, i) =>
    textLine(
      'title',
      text,
      { ...box, y: top + i * set.lineHeight, height: set.lineHeight },
      set.font,
      align,
      'ink',
      measure,
    ),
  );
  if (signs) shapes.push(...signShapes(signs, { box, y: top + tall + GAP, align, ground: 'tint', ink: 'accent' }));
  if (price)
    shapes.push(
      ...priceLine(
        { fen: content.price_fen, from: content.price_from },
        { box: { ...box, y: box.y + box.height - spare - price, height: price }, size: price, align, ink: 'accent' },
        measure,
      ),
    );
  return shapes;
}

function ownBenefits(words: readonly string[], { benefits, band }: Zones, measure: Measure): Shape[] {
  if (benefits === null) return [];
  const { box, direction } = benefits;
  const signs = setSigns(words, { ...box, sizes: band ? BAND_SIGN_SIZES : SIGN_SIZES, direction }, measure);
  if (!signs) return [];
  const y = band ? box.y + Math.max(0, (box.height - signs.height) / 2) : box.y;
  return signShapes(signs, { box, y, align: 'start', ground: band ? 'onAccent' : 'tint', ink: 'accent' });
}

function lines(
  part: 'call' | 'note',
  text: string,
  box: Box,
  font: Font,
  align: Align,
  most: number,
  ink: Ink,
  measure: Measure,
): Shape[] {
  const height = most === 1 ? box.height : Math.round(font.size * 1.4);
  return breakLines(text, font, box.width, most, measure).lines.map((line, i) =>
    textLine(part, line, { ...box, y: box.y + i * height, height }, font, align, ink, measure),
  );
}

function textLine(
  part: 'title' | 'call' | 'note',
  text: string,
  box: Box,
  font: Font,
  align: Align,
  ink: Ink,
  measure: Measure,
): Shape {
  const width = Math.min(measure(text, font), box.width);
  // The left half of an opening bracket is empty: it hangs out, so that the lines look even.
  const hung = OPENING.test(text) ? font.size * 0.46 : 0;
  const x = align === 'middle' ? box.x + (box.width - width) / 2 : box.x - hung;
  return { part, kind: 'text', text, x, y: baseline(box.y, box.height, font.size), width, font, ink };
}
