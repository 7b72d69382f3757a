/**
 * Platform time. It runs with the machine's clock plus an offset, so it can be moved or stopped without waiting, and
 * every reply's Date header carries it: sandbox time is what the platform's time is to its callers.
 */

export const HOUR = 3600;
export const DAY = 86_400;
/** The platform's civil time is UTC+8 and knows no summer time. */
const ZONE_OFFSET = 8 * HOUR;

/** Number of the civil day (UTC+8) an instant falls into; day 0 holds 1970-01-01 00:00 +08:00. */
export function dayOf(unix: number): number {
  return Math.floor((unix + ZONE_OFFSET) / DAY);
}

/** First second of a civil day (UTC+8), Unix seconds. */
export function startOfDay(day: number): number {
  return day * DAY - ZONE_OFFSET;
}

/** 0 = Sunday … 6 = Saturday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Day of the month, 1-31, in UTC+8. */
export function dateOf(day: number): number {
  return new Date((startOfDay(day) + ZONE_OFFSET) * 1000).getUTCDate();
}

/** `YYYY-MM-DD HH:MM:SS` in UTC+8: the one field of the platform that is a text (funds bookkeeping_time). */
export function civilText(unix: number): string {
  return new Date((unix + ZONE_OFFSET) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

export interface ClockStart {
  /** Seconds the sandbox is ahead of the machine. */
  offset: number;
  /** Unix seconds at which the clock stands still, or null while it runs. */
  frozenAt: number | null;
}

export class SandboxClock {
  private offset: number;
  private frozenAt: number | null;
  private readonly machine: () => number;
  /** Called after every move, not when time merely passes. */
  moved: () => void = () => {};

  constructor(start: ClockStart, machine: () => number = () => Date.now() / 1000) {
    this.machine = machine;
    this.offset = start.offset;
    this.frozenAt = start.frozenAt;
  }

  /** Whole Unix seconds: every event of a second has happened once the clock shows that second. */
  now(): number {
    return this.frozenAt ?? Math.floor(this.machine() + this.offset);
  }

  advance(seconds: number): void {
    this.set(this.now() + seconds);
  }

  set(unix: number): void {
    if (!Number.isSafeInteger(unix) || unix <= 0) throw new RangeError(`not a Unix time in whole seconds: ${unix}`);
    if (this.frozenAt !== null) this.frozenAt = unix;
    // A millisecond into the new second, so that rounding cannot show the second before it.
    this.offset = unix + 0.001 - this.machine();
    this.moved();
  }

  freeze(on: boolean): void {
    const now = this.now();
    this.frozenAt = on ? now : null;
    this.offset = now + 0.001 - this.machine();
    this.moved();
  }

  start(): ClockStart {
    return { offset: this.offset, frozenAt: this.frozenAt };
  }
}
