/**
 * A folded text as tokens of neighbouring characters, for the index of names: `茶叶罐` is `茶叶 叶罐 罐·`, each character by
 * its code point. A part of the text is then a phrase, whatever its length and script.
 */
export function pairsOf(folded: string): string {
  const codes = codesOf(folded);
  return codes.map((code, at) => `${code}x${codes[at + 1] ?? 'z'}`).join(' ');
}

/** The FTS5 query for any text that contains the word; the word is folded and not empty. */
export function pairQuery(word: string): string {
  const codes = codesOf(word);
  if (codes.length === 1) return `${codes[0]}x*`;
  return `"${codes
    .slice(0, -1)
    .map((code, at) => `${code}x${codes[at + 1]}`)
    .join(' ')}"`;
}

function codesOf(text: string): string[] {
  return [...text].map((character) => character.codePointAt(0)!.toString(16));
}
