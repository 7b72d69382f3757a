import { baseline, type Shape } from './shape.ts';
import { breakLines, type Font, type Measure, splitGraphemes } from './wrap.ts';
import type { Box } from './zones.ts';

/** Where nothing of a name can be drawn. */
const NAMELESS = '推客';

interface Names {
  promoter: string;
  shop: string;
}

/** Who recommends: a round initial, the name, the shop; lying beside it or standing below it. */
export function promoterSign(
  names: Names,
  { box, standing }: { box: Box; standing: boolean },
  measure: Measure,
): Shape[] {
  const name = names.promoter || NAMELESS;
  return standing ? standingSign(name, names.shop, box, measure) : lyingSign(name, names.shop, box, measure);
}

function lyingSign(name: string, shop: string, box: Box, measure: Measure): Shape[] {
  const left = box.x + box.height + box.height * 0.24;
  const width = box.x + box.width - left;
  const first: Font = { size: Math.round(box.height * 0.42), weight: 600 };
  const second: Font = { size: Math.round(box.height * 0.32), weight: 400 };
  const both = shop ? `为你推荐 · ${shop}` : '为你推荐';
  // Half a shop's name helps nobody.
  const below = measure(both, second) > width && shop ? shop : both;
  return [
    ...initial(name, { ...box, width: box.height }, measure),
    line(name, first, { x: left, y: box.y, width, height: box.height * 0.54 }, 'ink', measure),
    line(below, second, { x: left, y: box.y + box.height * 0.56, width, height: box.height * 0.44 }, 'soft', measure),
  ];
}

function standingSign(name: string, shop: string, box: Box, measure: Measure): Shape[] {
  const round = Math.round(box.height * 0.42);
  const at = (top: number, height: number): Box => ({
    ...box,
    y: box.y + box.height * top,
    height: box.height * height,
  });
  const name_font: Font = { size: Math.round(box.height * 0.125), weight: 600 };
  const small: Font = { size: Math.round(box.height * 0.09), weight: 400 };
  return [
    ...initial(name, { x: box.x + (box.width - round) / 2, y: box.y, width: round, height: round }, measure),
    centred(name, name_font, at(0.5, 0.16), 'ink', measure),
    centred('为你推荐', small, at(0.68, 0.12), 'soft', measure),
    ...(shop ? [centred(shop, small, at(0.82, 0.12), 'soft', measure)] : []),
  ];
}

function initial(name: string, circle: Box, measure: Measure): Shape[] {
  const font: Font = { size: Math.round(circle.height * 0.5), weight: 600 };
  // A letter stands for a name better than whatever pictograph it begins with.
  const text = (splitGraphemes(name).find((one) => /^[\p{L}\p{N}]$/u.test(one)) ?? NAMELESS[0]!).toUpperCase();
  const width = measure(text, font);
  return [
    { part: 'ground', kind: 'fill', box: circle, radius: circle.height / 2, ink: 'accent' },
    {
      part: 'promoter',
      kind: 'text',
      text,
      x: circle.x + (circle.width - width) / 2,
      y: baseline(circle.y, circle.height, font.size),
      width,
      font,
      ink: 'onAccent',
    },
  ];
}

function line(text: string, font: Font, box: Box, ink: 'ink' | 'soft', measure: Measure): Shape {
  const shown = breakLines(text, font, box.width, 1, measure).lines[0] ?? '';
  const width = Math.min(measure(shown, font), box.width);
  return {
    part: 'promoter',
    kind: 'text',
    text: shown,
    x: box.x,
    y: baseline(box.y, box.height, font.size),
    width,
    font,
    ink,
  };
}

function centred(text: string, font: Font, box: Box, ink: 'ink' | 'soft', measure: Measure): Shape {
  const shape = line(text, font, box, ink, measure);
  return shape.kind === 'text' ? { ...shape, x: box.x + (box.width - shape.width) / 2 } : shape;
}
