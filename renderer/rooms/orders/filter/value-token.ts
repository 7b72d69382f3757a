import type { ListValue } from './fields.ts';

/**
 * A value of a list as text, for addresses and selects: null is `-`. A text of nothing but dashes gets one more, so
 * that it cannot be taken for null.
 */
export function valueToken(value: ListValue): string {
  if (value === null) return '-';
  return typeof value === 'string' && /^-+$/.test(value) ? `${value}-` : String(value);
}

export function textOfToken(token: string): string | null {
  if (token === '-') return null;
  return /^-+$/.test(token) ? token.slice(1) : token;
}

/** Undefined when the token is no code. */
export function codeOfToken(token: string): number | null | undefined {
  if (token === '-') return null;
  return /^-?\d{1,7}$/.test(token) ? Number(token) + 0 : undefined;
}
