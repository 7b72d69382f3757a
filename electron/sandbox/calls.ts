/** How often each endpoint was called and how it went: for tests that check a caller's manners. */
export class Calls {
  private readonly counts = new Map<string, Map<string, number>>();
  total = 0;

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

  clear(): void {
    this.counts.clear();
    this.total = 0;
  }
}
