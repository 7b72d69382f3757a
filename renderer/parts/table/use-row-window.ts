import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** Rows drawn beyond either edge, so that a fast finger does not see the ground before the next frame. */
const BEYOND = 4;
/** The window moves in steps of so many rows: most scroll events then change nothing at all. */
const STEP = 4;

export interface RowWindow {
  /** Rows to draw, [from, to). */
  from: number;
  to: number;
}

interface Metrics {
  scroll: RefObject<HTMLDivElement | null>;
  count: number;
  rowHeight: number;
  /** Height of what sticks above and below the rows. */
  above: number;
  below: number;
  /** Told at every move: the first and the last row in sight. */
  onMove: (first: number, last: number) => void;
}

/** As many rows wherever it stands, where there are so many: what leaves at one end makes room for what comes. */
export function rowWindow(top: number, height: number, rowHeight: number, count: number): RowWindow {
  const drawn = drawnRows(height, rowHeight);
  const first = Math.floor(top / rowHeight / STEP) * STEP - BEYOND;
  const from = Math.max(0, Math.min(first, count - drawn));
  return { from, to: Math.min(count, from + drawn) };
}

function drawnRows(height: number, rowHeight: number): number {
  return Math.ceil(height / rowHeight) + 1 + STEP + 2 * BEYOND;
}

/** Which of the rows, all of one height, are near the eye; drawn again only when the window moved by a step. */
export function useRowWindow(metrics: Metrics) {
  const now = useRef(metrics);
  now.current = metrics;
  const { scroll, count, rowHeight } = metrics;
  const [shown, setShown] = useState({ top: 0, height: 800 });

  useLayoutEffect(() => {
    const element = scroll.current;
    if (!element) return;
    const measure = () => {
      const { rowHeight: height, count: all, above, below, onMove } = now.current;
      const seen = { top: element.scrollTop, height: element.clientHeight };
      const first = Math.floor(seen.top / height);
      onMove(first, Math.min(all - 1, Math.ceil((seen.top + seen.height - above - below) / height)));
      setShown((before) => {
        const a = rowWindow(before.top, before.height, height, all);
        const b = rowWindow(seen.top, seen.height, height, all);
        return a.from === b.from && a.to === b.to ? before : seen;
      });
    };
    let shifted = -1;
    // Pinned columns show their edge only while others lie behind them.
    const shift = () => {
      shifted = element.scrollLeft;
      element.toggleAttribute('data-shifted-start', shifted > 0);
      element.toggleAttribute('data-shifted-end', element.scrollWidth - element.clientWidth - shifted > 1);
    };
    // Drawn within the event, so that the rows are there in the same frame.
    const onScroll = () => {
      if (element.scrollLeft !== shifted) shift();
      flushSync(measure);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    const resized = new ResizeObserver(() => {
      shift();
      measure();
    });
    resized.observe(element);
    if (element.firstElementChild) resized.observe(element.firstElementChild);
    return () => {
      element.removeEventListener('scroll', onScroll);
      resized.disconnect();
    };
  }, [scroll]);

  /** Brings a row into sight, between what sticks above and below. */
  const scrollTo = useCallback((index: number) => {
    const { scroll: at, rowHeight: height, above, below } = now.current;
    const element = at.current;
    if (!element) return;
    const top = index * height;
    const room = element.clientHeight - above - below;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + height > element.scrollTop + room) element.scrollTop = top + height - room;
  }, []);

  return {
    ...rowWindow(shown.top, shown.height, rowHeight, count),
    slots: drawnRows(shown.height, rowHeight),
    scrollTo,
  };
}
