export { parseExactJson } from '../../../shared/exact-json.ts';

/** Digits that JSON.stringify writes as a bare integer, exact at any length; engines of Node 21 and Chromium 114 on. */
export function exactNumber(digits: string): unknown {
  return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(digits);
}
