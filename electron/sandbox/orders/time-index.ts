/**
 * Order lines by a time, for lists that page through a range of it. Lines move (their update time grows), so an entry
 * is left behind as stale and skipped; the stale ones are swept out before they outnumber the others.
 */
import type { Line } from './line.ts';

interface Entry {
  at: number;
  line: Line;
}

export interface LineKey {
  orderId: string;
  skuId: string;
}

/** Order inside the lists: time, then order number, then SKU, ids compared as text. */
export function compareKeys(aAt: number, a: LineKey, bAt: number, b: LineKey): number {
  if (aAt !== bAt) return aAt - bAt;
  if (a.orderId !== b.orderId) return a.orderId < b.orderId ? -1 : 1;
  if (a.skuId === b.skuId) return 0;
  return a.skuId < b.skuId ? -1 : 1;
}

export interface Position extends LineKey {
  at: number;
}

let changes = 0;

export class TimeIndex {
  /** Another number after every change, also of another index: places are good under the same number only. */
  version = 0;
  private entries: Entry[] = [];
  private stale = 0;
  readonly timeOf: (line: Line) => number;

  constructor(timeOf: (line: Line) => number) {
    this.timeOf = timeOf;
  }

  /** Takes lines in at the time they have now. `moved` of them stood here at another time before. */
  add(lines: readonly Line[], moved: number): void {
    if (lines.length === 0) return;
    this.version = ++changes;
    const fresh = lines.map((line) => ({ at: this.timeOf(line), line }));
    fresh.sort((a, b) => compareKeys(a.at, a.line, b.at, b.line));
    this.stale += moved;
    const first = fresh[0] as Entry;
    const last = this.entries[this.entries.length - 1];
    if (last === undefined || compareKeys(last.at, last.line, first.at, first.line) < 0) {
      for (const entry of fresh) this.entries.push(entry);
    } else if (fresh.length <= 8) {
      // A line that becomes visible late stands before others that are long there.
      for (const entry of fresh) this.entries.splice(this.lowerBound(entry.at, entry.line), 0, entry);
    } else {
      this.entries = merge(this.entries, fresh);
    }
    if (this.stale > 1000 && this.stale * 2 > this.entries.length) this.sweep();
  }

  /** Lines of the range (both ends included) after a position, in order, until `take` says it has enough. */
  scan(start: number, end: number, after: Position | undefined, take: (line: Line) => boolean): void {
    this.walk(this.placeOf(start, after), end, take);
  }

  /** Place of the first line of a range that starts at an instant, or of the first after a position in it. */
  placeOf(start: number, after?: Position): number {
    const first = this.lowerBound(start);
    return after === undefined ? first : Math.max(first, this.lowerBound(after.at, after, true));
  }

  /** Lines from a place on, each with its own, until a time has passed or `take` says it has enough. */
  walk(place: number, end: number, take: (line: Line, place: number) => boolean): void {
    for (let i = place; i < this.entries.length; i++) {
      const entry = this.entries[i] as Entry;
      if (entry.at > end) return;
      if (entry.at === this.timeOf(entry.line) && !take(entry.line, i)) return;
    }
  }

  /** Lines before a place, the nearest first, back to a time or until `take` says it has enough. */
  walkBack(place: number, start: number, take: (line: Line) => boolean): void {
    for (let i = place - 1; i >= 0; i--) {
      const entry = this.entries[i] as Entry;
      if (entry.at < start) return;
      if (entry.at === this.timeOf(entry.line) && !take(entry.line)) return;
    }
  }

  private lowerBound(at: number, key?: LineKey, beyond = false): number {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const entry = this.entries[middle] as Entry;
      const order = key === undefined ? entry.at - at : compareKeys(entry.at, entry.line, at, key);
      if (order < 0 || (beyond && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private sweep(): void {
    this.entries = this.entries.filter((entry) => entry.at === this.timeOf(entry.line));
    this.stale = 0;
  }
}

function merge(a: readonly Entry[], b: readonly Entry[]): Entry[] {
  const out: Entry[] = [];
  let j = 0;
  for (const entry of a) {
    for (
      let next = b[j];
      next !== undefined && compareKeys(next.at, next.line, entry.at, entry.line) < 0;
      next = b[++j]
    ) {
      out.push(next);
    }
    out.push(entry);
  }
  for (; j < b.length; j++) out.push(b[j] as Entry);
  return out;
}
