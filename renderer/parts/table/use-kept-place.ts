import { type RefObject, useLayoutEffect, useRef } from 'react';

interface Listing {
  scroll: RefObject<HTMLDivElement | null>;
  question: string | undefined;
  start: 'first' | 'last';
  stale: boolean;
  count: number;
  keyAt: (index: number) => string | undefined;
  rowHeight: number;
  /** Rows come before the first one. */
  hasPrevious: boolean;
}

/**
 * Keeps the eye on the row it is on: rows that come before it (pages read backwards, a sync) move the scroll along.
 * Another question begins at its start once its own rows are there. At the very top new rows simply come in.
 */
export function useKeptPlace(listing: Listing): void {
  const { scroll, question, start, stale, count, keyAt, rowHeight, hasPrevious } = listing;
  const before = useRef({ question, seen: 0, key: keyAt(0), rowHeight, hasPrevious });

  // At every drawing: cheap unless rows moved, and nothing else knows all that may move them.
  useLayoutEffect(() => {
    const element = scroll.current;
    if (!element || stale) return;
    const last = before.current;
    if (last.question !== question) {
      element.scrollTop = start === 'last' ? element.scrollHeight : 0;
    } else if (last.rowHeight !== rowHeight) {
      element.scrollTop = (element.scrollTop / last.rowHeight) * rowHeight;
    } else if (last.key !== undefined && keyAt(last.seen) !== last.key) {
      const atTop = element.scrollTop < rowHeight && !last.hasPrevious;
      const place = atTop ? -1 : placeOf(last.key, count, keyAt);
      if (place >= 0) element.scrollTop += (place - last.seen) * rowHeight;
    }
    const seen = Math.max(0, Math.min(count - 1, Math.floor(element.scrollTop / rowHeight)));
    before.current = { question, seen, key: keyAt(seen), rowHeight, hasPrevious };
  });
}

/** Where a row is now; -1 when it is gone. */
export function placeOf(key: string, count: number, keyAt: (index: number) => string | undefined): number {
  for (let index = 0; index < count; index += 1) if (keyAt(index) === key) return index;
  return -1;
}
