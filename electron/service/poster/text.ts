/** Joins emoji of several parts; every other format character is taken out. */
const JOINER = '\u200d';

/**
 * A merchant's or promoter's words as a poster can show them: one line, without control characters, half characters,
 * and the marks that turn the direction of what follows.
 */
export function posterText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\p{Cf}\p{Surrogate}\p{Co}]/gu, (mark) => (mark === JOINER ? mark : ''))
    .replace(/\s+/g, ' ')
    .trim();
}
