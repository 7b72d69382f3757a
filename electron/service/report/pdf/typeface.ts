import type { EmbeddedFont } from './embedded-font.ts';

/** Stands for a character the font has not, such as an emoji: something was there. */
export const PLACEHOLDER = '□';
const CUT = '…';

/** Text as a content stream takes it, and how wide it is at size 1. */
export interface SetText {
  hex: string;
  width: number;
}

interface Glyph {
  hex: string;
  width: number;
}

const REMEMBERED = 20_000;

/** One weight of the font in one document. Characters are set one by one: figures and Chinese need nothing else. */
export class Typeface {
  readonly font: EmbeddedFont;
  readonly #glyphs = new Map<string, Glyph>();
  readonly #texts = new Map<string, SetText>();
  #missing = false;

  constructor(font: EmbeddedFont) {
    this.font = font;
  }

  /** Whether a placeholder was needed so far. */
  get missing(): boolean {
    return this.#missing;
  }

  set(text: string): SetText {
    let known = this.#texts.get(text);
    if (known === undefined) {
      known = this.#compose(text, Number.POSITIVE_INFINITY);
      if (this.#texts.size >= REMEMBERED) this.#texts.clear();
      this.#texts.set(text, known);
    }
    return known;
  }

  /** The same, cut with … where it would be wider than that; `width` at size 1. */
  fit(text: string, width: number): SetText {
    const whole = text.length > LONG ? null : this.set(text);
    return whole !== null && whole.width <= width ? whole : this.#compose(text, width);
  }

  #compose(text: string, most: number): SetText {
    const cut = this.#glyph(CUT);
    let hex = '';
    let width = 0;
    /** Where the text can end so that the sign of a cut still fits. */
    let end = { hex: '', width: 0 };
    for (const character of text) {
      const glyph = this.#glyph(character);
      hex += glyph.hex;
      width += glyph.width;
      if (width > most + ROUNDING) return { hex: end.hex + cut.hex, width: end.width + cut.width };
      if (width + cut.width <= most) end = { hex, width };
    }
    return { hex, width };
  }

  #glyph(character: string): Glyph {
    let glyph = this.#glyphs.get(character);
    if (glyph === undefined) {
      glyph = this.#made(character);
      this.#glyphs.set(character, glyph);
    }
    return glyph;
  }

  #made(character: string): Glyph {
    // Joiners and selectors only change what stands beside them.
    if (INVISIBLE.test(character)) return { hex: '', width: 0 };
    const known = this.font.font.hasGlyphForCodePoint(character.codePointAt(0)!);
    if (!known) this.#missing = true;
    const [glyphs, positions] = this.font.encode(known ? character : PLACEHOLDER);
    return {
      hex: glyphs.join(''),
      width: positions.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) / 1000,
    };
  }
}

/** Longer ones are cut in any case and not worth remembering. */
const LONG = 200;
const ROUNDING = 1e-6;
const INVISIBLE = /^[\p{Cf}\p{Mn}]$/u;
