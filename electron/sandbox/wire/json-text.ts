/**
 * JSON text as the platform writes and reads it. Ids have up to 19 digits and travel as bare integers at times, above
 * 2^53, where JSON.parse and JSON.stringify lose digits; here they stay text on our side and bare on the wire.
 */

const MARK = '\u0000bare:';
// JSON.stringify writes the NUL of the mark as the six characters \u0000.
const MARKED = /"\\u0000bare:(-?\d+)"/g;

/** An id to be written without quotes. */
export function bare(digits: string): string {
  return MARK + digits;
}

/** Like JSON.stringify, with the ids given to `bare` unquoted. */
export function writeJson(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes('\\u0000bare:') ? text.replace(MARKED, '$1') : text;
}

/** Like JSON.parse, with integers of 16 digits and more read as text. Throws SyntaxError as JSON.parse does. */
export function readJson(text: string): unknown {
  return JSON.parse(/\d{16}/.test(text) ? quoteLongIntegers(text) : text);
}

function quoteLongIntegers(text: string): string {
  // A string is taken whole first, so that digits inside one are left alone.
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  );
}
