/**
 * Indents JSON text without parsing it: ids have up to 20 digits and would lose the last ones as numbers. Text that
 * is not well formed comes out with odd breaks and nothing lost.
 */
export function prettyJson(text: string): string {
  let out = '';
  let depth = 0;
  let inString = false;
  const line = () => `\n${'  '.repeat(depth)}`;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if (inString) {
      out += char;
      if (char === '\\') {
        at += 1;
        out += text[at] ?? '';
      } else if (char === '"') inString = false;
    } else if (char === '"') {
      inString = true;
      out += char;
    } else if (char === '{' || char === '[') {
      const empty = /^\s*[}\]]/.exec(text.slice(at + 1, at + 40));
      if (empty) {
        out += char + empty[0].trim();
        at += empty[0].length;
      } else {
        depth += 1;
        out += char + line();
      }
    } else if (char === '}' || char === ']') {
      depth = Math.max(0, depth - 1);
      out += line() + char;
    } else if (char === ',') out += char + line();
    else if (char === ':') out += ': ';
    else if (!/\s/.test(char)) out += char;
  }
  return out;
}
