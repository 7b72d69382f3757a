/** Slices a window is kept in: the most of any window is true to a twentieth of its length. */
const SLICES = 20;

/** The most calls in any window of a length, wherever it begins. */
export class Pace {
  most = 0;
  private readonly slice: number;
  private readonly counts = new Array<number>(SLICES).fill(0);
  private current = 0;
  private sum = 0;

  /** `window` in milliseconds. */
  constructor(window: number) {
    this.slice = window / SLICES;
  }

  /** `at` in milliseconds, never before the last one. */
  count(at: number): void {
    const now = Math.floor(at / this.slice);
    const passed = Math.min(now - this.current, SLICES);
    for (let i = 1; i <= passed; i++) {
      const place = (now - passed + i) % SLICES;
      this.sum -= this.counts[place] as number;
      this.counts[place] = 0;
    }
    this.current = now;
    const place = now % SLICES;
    this.counts[place] = (this.counts[place] as number) + 1;
    this.sum++;
    this.most = Math.max(this.most, this.sum);
  }
}
