/** What no cell and no line of text can carry: control characters, noncharacters, halves of surrogate pairs. */
const UNFIT = /[\p{Cc}\p{Surrogate}\u2028\u2029\ufffe\uffff]/u;
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const DROPPED = /[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu;

/**
 * Text from outside as one line every kind of file can carry unchanged: breaks and tabs become a space, what
 * cannot be written is dropped, nothing left is null. So a line reads back from a workbook as it went in.
 */
export function cleanText(text: string | null): string | null {
  if (text === null || text === '') return null;
  if (!UNFIT.test(text)) return text;
  return text.replace(BREAKS, ' ').replace(DROPPED, '') || null;
}
