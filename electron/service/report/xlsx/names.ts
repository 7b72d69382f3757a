/** 0 -> "A", 25 -> "Z", 26 -> "AA". */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

const LONGEST = 31;

/** Cuts to `length` UTF-16 units without leaving half a character. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/**
 * A name Excel takes: at most 31 characters, none of []:*?/\, no apostrophe at either end, not empty, and different
 * from the names already given, also by more than upper and lower case: the second becomes `name~2`.
 */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean = wanted
    .replace(/[[\]:*?/\\\p{Cc}]/gu, '')
    .trim()
    .replace(/^'+|'+$/g, '');
  const base = cut(clean, LONGEST) || '表';
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  if (!used.has(base.toLowerCase())) return base;
  for (let n = 2; ; n++) {
    const ending = `~${n}`;
    const name = cut(base, LONGEST - ending.length) + ending;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** The sheet's name as formulas and ranges write it. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
