/**
 * The platform's time, from the `Date` header of its replies. Windows of a sync end at the platform's now, so a
 * laptop with a wrong clock reads the right hours.
 */
export interface PlatformClock {
  /** Unix seconds; until the first reply the machine's own time, put right by what was last known of it. */
  now(): number;
  /**
   * A time the platform's clock has certainly reached, whatever the machine's clock was set to since the last reply;
   * null before the first. It may lag behind while the machine sleeps, which costs a sync nothing but a second look.
   */
  sure(): number | null;
  observe(dateHeader: string | undefined): void;
  /** Platform minus machine, seconds; null before the first reply. */
  skew(): number | null;
}

/** `lastSkew`: platform minus machine in an earlier run, seconds. */
export function platformClock(
  lastSkew = 0,
  machine: () => number = Date.now,
  monotonic: () => number = () => performance.now(),
): PlatformClock {
  let offset: number | null = null;
  let seen: { at: number; on: number } | null = null;
  return {
    sure: () => (seen === null ? null : Math.floor((seen.at + monotonic() - seen.on) / 1000)),
    now: () => Math.floor((machine() + (offset ?? lastSkew * 1000)) / 1000),
    observe: (header) => {
      const at = header ? Date.parse(header) : Number.NaN;
      if (!Number.isFinite(at)) return;
      offset = at - machine();
      seen = { at, on: monotonic() };
    },
    skew: () => (offset === null ? null : Math.round(offset / 1000)),
  };
}
