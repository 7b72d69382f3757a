import { cleanText } from '../../settlement/clean-text.ts';

const PLAIN = /^[^&<>"\p{Cc}\p{Surrogate}\u2028\u2029\ufffe\uffff_]*$/u;

/**
 * Text for an element or an attribute. What XML cannot carry is dropped; `_x0041_` would be read as a letter by
 * Excel, so its first underscore is written as one.
 */
export function xmlText(text: string): string {
  if (text.length < 32_767 && PLAIN.test(text)) return text;
  return (cleanText(text) ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** How many half-width characters the text takes: 2 for Chinese characters and emoji. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}
