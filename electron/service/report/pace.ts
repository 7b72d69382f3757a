import { DeskError } from '../../../shared/contract/result.ts';

export interface WorkProgress {
  step: string;
  done: number;
  total: number | null;
}

const REPORT_EVERY_MS = 100;
const LOOK_EVERY_ROWS = 256;

/** Counts work, reports it at most ten times a second, and stops it when somebody asks for that. */
export class Pace {
  readonly #report: (progress: WorkProgress) => void;
  readonly #cancelled: () => boolean;
  #progress: WorkProgress = { step: 'read', done: 0, total: null };
  #reported = Number.NEGATIVE_INFINITY;

  constructor(report: (progress: WorkProgress) => void, cancelled: () => boolean) {
    this.#report = report;
    this.#cancelled = cancelled;
  }

  step(step: string, total: number | null): void {
    this.#progress = { step, done: 0, total };
    this.#look();
  }

  /** One more unit is done, or several at once. Throws `job.cancelled` when the work should stop. */
  did(units = 1): void {
    const before = this.#progress.done % LOOK_EVERY_ROWS;
    this.#progress.done += units;
    if (before + units >= LOOK_EVERY_ROWS) this.#look();
  }

  check(): void {
    if (this.#cancelled()) throw new DeskError('job.cancelled');
  }

  #look(): void {
    this.check();
    const now = performance.now();
    if (now - this.#reported < REPORT_EVERY_MS) return;
    this.#reported = now;
    this.#report({ ...this.#progress });
  }
}

/** For work nobody watches. */
export const unwatched = () =>
  new Pace(
    () => {},
    () => false,
  );
