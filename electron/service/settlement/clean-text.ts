/** What no cell and no line of text can carry: control characters, noncharacters, halves of surrogate pairs. */
const UNFIT = /[\p{Cc}\p{Surrogate}\u2028\u2029\ufffe\uffff]/u;
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const DROPPED = /[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu;

/** Longest text of a cell, in UTF-16 units; a longer one makes Excel call the file damaged. */
const CELL_LIMIT = 32_767;

/**
 * Text from outside as one line every kind of file can carry unchanged: breaks and tabs become a space, what
 * cannot be written is dropped, nothing left is null. So a line reads back from a workbook as it went in.
 */
export function cleanText(text: string | null): string | null {
  if (text === null || text === '') return null;
  const short = text.length > CELL_LIMIT ? text.slice(0, CELL_LIMIT) : text;
  if (!UNFIT.test(short)) return short;
  return short.replace(BREAKS, ' ').replace(DROPPED, '') || null;
}
