/**
 * A table for pasting into a spreadsheet. Long numbers and texts that a spreadsheet would take for a formula are
 * written as text formulas (`="372…"`): otherwise the last digits of an order id become zeros, and a nickname that
 * begins with `=` becomes an error.
 */
export function tableText(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return [head, ...rows].map((row) => row.map(cellText).join('\t')).join('\r\n');
}

/** From here on a spreadsheet no longer keeps every digit, or shows the number as a power of ten. */
const LONG_NUMBER = /^\d{11,}$/;
const FORMULA_LIKE = /^[=+\-@]/;

export function cellText(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const line = value.replace(/[\t\r\n]+/g, ' ').trim();
  return LONG_NUMBER.test(line) || FORMULA_LIKE.test(line) ? `="${line.replaceAll('"', '""')}"` : line;
}
