/** What happens next: entries come out by rising time. */
export interface Due<T> {
  /** Unix seconds */
  at: number;
  what: T;
}

export class DueHeap<T> {
  private entries: Due<T>[] = [];

  push(at: number, what: T): void {
    const entries = this.entries;
    const entry = { at, what };
    let i = entries.length;
    entries.push(entry);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = entries[parent] as Due<T>;
      if (above.at <= at) break;
      entries[i] = above;
      i = parent;
    }
    entries[i] = entry;
  }

  /** The earliest entry if its time has come. */
  popDue(now: number): Due<T> | undefined {
    const entries = this.entries;
    const first = entries[0];
    if (first === undefined || first.at > now) return undefined;
    const last = entries.pop() as Due<T>;
    if (entries.length > 0) this.sink(last);
    return first;
  }

  private sink(entry: Due<T>): void {
    const entries = this.entries;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= entries.length) break;
      const right = entries[child + 1];
      if (right !== undefined && right.at < (entries[child] as Due<T>).at) child++;
      const below = entries[child] as Due<T>;
      if (below.at >= entry.at) break;
      entries[i] = below;
      i = child;
    }
    entries[i] = entry;
  }
}
