/** How often each endpoint was called and how it went, and at what pace: for tests that check a caller's manners. */
import { Pace } from './pace.ts';

export class Calls {
  private readonly counts = new Map<string, Map<string, number>>();
  private second = new Pace(1000);
  private minute = new Pace(60_000);
  private open = 0;
  private mostOpen = 0;
  total = 0;

  /** A call came in; the answer is to be called once it is over. `at` is the machine's time, milliseconds. */
  begin(at = performance.now()): () => void {
    this.second.count(at);
    this.minute.count(at);
    this.open++;
    this.mostOpen = Math.max(this.mostOpen, this.open);
    return () => {
      this.open--;
    };
  }

  count(path: string, outcome: string): void {
    this.total++;
    let outcomes = this.counts.get(path);
    if (outcomes === undefined) {
      outcomes = new Map();
      this.counts.set(path, outcomes);
    }
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }

  /** path -> outcome (`ok`, an errcode, or what HTTP did) -> number of calls. */
  list(): Record<string, Record<string, number>> {
    return Object.fromEntries([...this.counts].map(([path, outcomes]) => [path, Object.fromEntries(outcomes)]));
  }

  /** Most calls in any second and any minute of the machine's time, and at once. */
  peaks(): { second: number; minute: number; concurrent: number } {
    return { second: this.second.most, minute: this.minute.most, concurrent: this.mostOpen };
  }

  clear(): void {
    this.counts.clear();
    this.total = 0;
    this.second = new Pace(1000);
    this.minute = new Pace(60_000);
    this.mostOpen = this.open;
  }
}
