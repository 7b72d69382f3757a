/**
 * JSON of the platform with every integer exact: ids have 19 digits and sometimes arrive as bare integers above
 * 2^53, which JavaScript would round. Such a number becomes its own digits as text; all others stay numbers.
 * Throws SyntaxError like JSON.parse.
 */
export function parseExactJson(text: string): unknown {
  // Most replies have no long number outside quotes; only those that may have one pay for the reviver.
  return LONG_INTEGER.test(text) ? (parseWithSource(text, keepDigits) as unknown) : JSON.parse(text);
}

const LONG_INTEGER = /[:[,]\s*-?\d{16}/;

/** Engines of Node 21 and Chromium 114 on hand the reviver the source text of each primitive. */
type Reviver = (key: string, value: unknown, context?: { source?: string }) => unknown;
const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown;

const keepDigits: Reviver = (_key, value, context) => {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const source = context?.source;
  return source !== undefined && /^-?\d+$/.test(source) ? source : value;
};
