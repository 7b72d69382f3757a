/** Red, green, blue from 0 to 255. */
export type Rgb = readonly [number, number, number];

export interface Palette {
  ground: string;
  /** Circles and panels just visible on the ground. */
  shade: string;
  /** In place of a picture that is missing. */
  panel: string;
  surface: string;
  ink: string;
  soft: string;
  accent: string;
  /** The other end of a band's gradient. */
  accentDeep: string;
  onAccent: string;
  /** Ground of the small signs. */
  tint: string;
}

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** Contrast of text that everybody can read. */
const READABLE = 4.5;
/** Where no picture gives a colour: a warm brown. */
const WARM: Rgb = [176, 104, 52];

export function cssColour([red, green, blue]: Rgb): string {
  return `#${[red, green, blue].map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

export function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const at = (i: 0 | 1 | 2) => one[i] * (1 - share) + other[i] * share;
  return [at(0), at(1), at(2)];
}

/** Ratio of relative luminances as WCAG has it, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colour, darkened until text in it can be read on the ground. */
export function readableOn(ground: Rgb, colour: Rgb): Rgb {
  let found = colour;
  for (let step = 1; step <= 20 && contrast(found, ground) < READABLE; step++) found = mix(colour, BLACK, step / 20);
  return found;
}

/** Averages are dull: the same colour, further from grey. */
function vivid(colour: Rgb): Rgb {
  const grey = (colour[0] + colour[1] + colour[2]) / 3;
  const away = (value: number) => Math.min(255, Math.max(0, grey + (value - grey) * 1.7));
  return [away(colour[0]), away(colour[1]), away(colour[2])];
}

/** Palette in a picture's own colour; every text colour is readable on every ground it stands on. */
export function warmPalette(dominant: Rgb | null): Palette {
  const colour = vivid(dominant ?? WARM);
  const ground = mix(colour, WHITE, 0.82);
  const accent = readableOn(ground, mix(colour, BLACK, 0.12));
  const ink = readableOn(ground, mix(colour, BLACK, 0.78));
  return {
    ground: cssColour(ground),
    shade: cssColour(mix(colour, WHITE, 0.7)),
    panel: cssColour(mix(colour, WHITE, 0.88)),
    surface: '#ffffff',
    ink: cssColour(ink),
    soft: cssColour(readableOn(ground, mix(ink, ground, 0.34))),
    accent: cssColour(accent),
    accentDeep: cssColour(mix(accent, BLACK, 0.2)),
    onAccent: '#ffffff',
    tint: '#ffffff',
  };
}

export const CLEAN: Palette = {
  ground: '#ffffff',
  shade: '#f4f4f2',
  panel: '#f4f4f2',
  surface: '#ffffff',
  ink: '#1d1d1f',
  soft: '#6b6b70',
  accent: '#c22e1c',
  accentDeep: '#a32415',
  onAccent: '#ffffff',
  tint: '#fbeeeb',
};

export const PRICE: Palette = {
  ground: '#fffaf6',
  shade: '#ffece0',
  panel: '#ffece0',
  surface: '#ffffff',
  ink: '#27160f',
  soft: '#7a5b4f',
  accent: '#cc1f16',
  accentDeep: '#a8101c',
  onAccent: '#ffffff',
  tint: '#fff0ea',
};

/**
 * The colour a picture is remembered by: of its pixels (RGBA bytes) the average of the coloured ones, the more the
 * stronger their colour. Null for a picture in greys.
 */
export function dominantColour(pixels: Uint8ClampedArray): Rgb | null {
  const sum = [0, 0, 0];
  let weight = 0;
  for (let i = 0; i + 3 < pixels.length; i += 4) {
    const [red, green, blue, alpha] = [pixels[i]!, pixels[i + 1]!, pixels[i + 2]!, pixels[i + 3]!];
    const chroma = Math.max(red, green, blue) - Math.min(red, green, blue);
    if (alpha < 128 || chroma < 24) continue;
    sum[0]! += red * chroma;
    sum[1]! += green * chroma;
    sum[2]! += blue * chroma;
    weight += chroma;
  }
  return weight < 24 * 8 ? null : [sum[0]! / weight, sum[1]! / weight, sum[2]! / weight];
}
