import type { ScheduleClock } from '../../../electron/service/background/schedule.ts';

/** A machine's two clocks and its timers, moved by hand. */
export class FakeClock implements ScheduleClock {
  #monotonic = 1000;
  #wall = 1_795_147_200;
  readonly #timers = new Set<{ at: number; run: () => void }>();

  monotonic = () => this.#monotonic;
  wall = () => this.#wall;

  after = (seconds: number, run: () => void) => {
    const timer = { at: this.#monotonic + seconds, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  /** The machine runs: both clocks go, timers fire in their order. */
  pass(seconds: number): void {
    const end = this.#monotonic + seconds;
    for (;;) {
      const [next] = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#timers.delete(next);
      this.#go(Math.max(next.at - this.#monotonic, 0));
      next.run();
    }
    this.#go(end - this.#monotonic);
  }

  /** The machine sleeps, as on Linux and macOS: only the wall clock goes, no timer fires. */
  sleep(seconds: number): void {
    this.#wall += seconds;
  }

  /** The same on Windows: the monotonic clock goes on, and what was due fires on wake. */
  sleepCounting(seconds: number): void {
    this.#go(seconds);
  }

  /** Somebody sets the machine's clock. */
  setForth(seconds: number): void {
    this.#wall += seconds;
  }

  #go(seconds: number): void {
    this.#monotonic += seconds;
    this.#wall += seconds;
  }
}
