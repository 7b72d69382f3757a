/**
 * Values that change at known instants. State at a time is a pure function of what happened up to it, so the clock can
 * be asked about any moment, in any order.
 */
export interface Change<T> {
  /** Unix seconds from which the value holds. */
  at: number;
  value: T;
}

/** The value that holds at an instant; undefined before the first change. */
export function valueAt<T>(changes: readonly Change<T>[], unix: number): T | undefined {
  for (let i = changes.length - 1; i >= 0; i--) {
    const change = changes[i] as Change<T>;
    if (change.at <= unix) return change.value;
  }
  return undefined;
}

/** Adds a change in order of time; a later addition for the same second wins. */
export function addChange<T>(changes: Change<T>[], at: number, value: T): void {
  let i = changes.length;
  while (i > 0 && (changes[i - 1] as Change<T>).at > at) i--;
  changes.splice(i, 0, { at, value });
}
