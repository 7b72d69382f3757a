/**
 * Text as it is searched: full- and half-width alike, digits without circles or accents, lower case. NFKD takes
 * compatibility forms apart, marks that then stand alone go.
 */
export function foldText(text: string): string {
  return PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase();
}

/** What folding leaves as it is: ASCII and the common ideographs, which is nearly everything. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a range of plain characters
const PLAIN = /^[\u0000-\u007f\u4e00-\u9fff]*$/;
