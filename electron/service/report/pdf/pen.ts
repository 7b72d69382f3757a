import type { Weight } from './fonts.ts';
import type { Typeface } from './typeface.ts';

/** Red, green, blue in hex. */
export type Colour = `#${string}`;

export const COLOUR = {
  ink: '#1f2933',
  soft: '#5f6b7a',
  faint: '#9aa5b1',
  line: '#d5dbe1',
  band: '#f2f5f8',
  accent: '#17476b',
  negative: '#c0282d',
  warning: '#8a5a00',
  warning_band: '#fff6df',
  watermark: '#e9edf1',
  white: '#ffffff',
} as const satisfies Record<string, Colour>;

export interface TextStyle {
  size: number;
  weight?: Weight;
  colour?: Colour;
  /** Where `x` is: at the left of the text, its right or its middle. */
  align?: 'left' | 'right' | 'center';
  /** Cut with … where the text would be wider. */
  width?: number;
}

/** Points with two digits: a hundredth of a point is nothing anybody sees. */
function points(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function fill(colour: Colour): string {
  const part = (at: number) => points(Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return `${part(1)} ${part(3)} ${part(5)}`;
}

/** Writes operators of a page. Places are in points from its upper left corner, of texts those of their baseline. */
export class Pen {
  readonly #faces: Record<Weight, Typeface>;
  /** Of the page, in points. */
  height = 0;
  #content = '';

  constructor(faces: Record<Weight, Typeface>) {
    this.#faces = faces;
  }

  /** What was written since the last time. */
  take(): string {
    const content = this.#content;
    this.#content = '';
    return content;
  }

  /** Adds operators as they are. */
  put(content: string): void {
    this.#content += content;
  }

  /** Sets one line; gives the width it takes. */
  text(x: number, y: number, text: string, style: TextStyle): number {
    const { size, weight = 'regular', colour = COLOUR.ink, align = 'left', width } = style;
    const face = this.#faces[weight];
    const { hex, width: unit } = width === undefined ? face.set(text) : face.fit(text, width / size);
    const wide = unit * size;
    const left = align === 'left' ? x : align === 'right' ? x - wide : x - wide / 2;
    if (hex !== '')
      this.#content += `BT ${fill(colour)} rg /${face.font.id} ${points(size)} Tf ${points(left)} ${points(this.height - y)} Td <${hex}> Tj ET\n`;
    return wide;
  }

  rect(x: number, y: number, width: number, height: number, colour: Colour): void {
    this.#content += `${fill(colour)} rg ${points(x)} ${points(this.height - y - height)} ${points(width)} ${points(height)} re f\n`;
  }

  line(x: number, y: number, to: number, colour: Colour, thick = 0.5): void {
    this.rect(x, y - thick / 2, to - x, thick, colour);
  }

  /** A text across the page, from lower left to upper right around its middle. */
  across(x: number, y: number, text: string, size: number, colour: Colour): void {
    const { hex, width } = this.#faces.bold.set(text);
    const half = (width * size) / 2;
    const turn = Math.SQRT1_2;
    const [left, low] = [x - half * turn, this.height - y - half * turn];
    this.#content += `BT ${fill(colour)} rg /${this.#faces.bold.font.id} ${points(size)} Tf ${turn.toFixed(5)} ${turn.toFixed(5)} -${turn.toFixed(5)} ${turn.toFixed(5)} ${points(left)} ${points(low)} Tm <${hex}> Tj ET\n`;
  }

  width(text: string, size: number, weight: Weight = 'regular'): number {
    return this.#faces[weight].set(text).width * size;
  }
}
