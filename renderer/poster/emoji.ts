import type { PosterContent } from '../../shared/poster.ts';
import { faceOf } from './fonts.ts';
import { splitGraphemes } from './wrap.ts';

/** What the bundled face has for certain. */
const BUNDLED = /^[\p{Script=Han}\p{Script=Latin}\p{Nd}\p{P}\p{Zs}]+$/u;

/** The content without characters no face of this machine has: they would be drawn as empty boxes. */
export function drawable(content: PosterContent, canDraw: (character: string) => boolean): PosterContent {
  const plain = (text: string) =>
    splitGraphemes(text)
      .filter((grapheme) => BUNDLED.test(grapheme) || canDraw(String.fromCodePoint(grapheme.codePointAt(0)!)))
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
  return {
    ...content,
    title: plain(content.title),
    benefits: content.benefits.map(plain).filter(Boolean),
    shop_name: plain(content.shop_name),
    promoter_name: plain(content.promoter_name),
  };
}

/** Asks this machine's faces, once a character: what none has looks like a character that never exists. */
export function drawableCharacters(): (character: string) => boolean {
  const known = new Map<string, boolean>();
  const missing = picture('\u{10fffd}');
  return (character) => {
    let can = known.get(character);
    if (can === undefined) {
      can = picture(character) !== missing;
      known.set(character, can);
    }
    return can;
  };
}

function picture(text: string): string {
  const context = new OffscreenCanvas(32, 32).getContext('2d', { willReadFrequently: true })!;
  context.font = faceOf({ size: 24, weight: 400 });
  context.fillText(text, 2, 26);
  return context.getImageData(0, 0, 32, 32).data.join();
}
