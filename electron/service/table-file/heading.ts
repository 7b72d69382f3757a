/** Titles, filters and empty lines stand above the headings of some exports; not more than this. */
export const HEAD_ROWS = 50;

/** A heading as it is compared: without spaces, brackets and what stands in them, width and case. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|\[.*?\]|【.*?】/g, '')
    .replace(/[\s_\-:*#.'"\u200b\ufeff]/g, '');
}

/** Place of the heading with the best name, the best first; else of the first one that is like it; else null. */
export function bestHeading(
  headings: readonly string[],
  names: readonly string[],
  like: (plain: string) => boolean = () => false,
): number | null {
  const plain = headings.map(plainHeading);
  for (const name of names) {
    const at = plain.indexOf(name);
    if (at >= 0) return at;
  }
  const at = plain.findIndex((name) => name !== '' && like(name));
  return at < 0 ? null : at;
}

/** A, B, … as spreadsheets call a column without a name. */
export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}
