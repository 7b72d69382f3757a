/**
 * An id where the documents ask for a number. As a number while that is exact, else as its digits: the platform
 * takes both, but a rounded id would name another thing.
 */
export function wireNumber(id: string): number | string {
  const value = Number(id);
  return Number.isSafeInteger(value) && String(value) === id ? value : id;
}
