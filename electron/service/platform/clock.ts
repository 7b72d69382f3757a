/**
 * The platform's time, from the `Date` header of its replies. Windows of a sync end at the platform's now, so a
 * laptop with a wrong clock reads the right hours.
 */
export interface PlatformClock {
  /** Unix seconds; until the first reply the machine's own time, put right by what was last known of it. */
  now(): number;
  observe(dateHeader: string | undefined): void;
  /** Platform minus machine, seconds; null before the first reply. */
  skew(): number | null;
}

/** `lastSkew`: platform minus machine in an earlier run, seconds. */
export function platformClock(lastSkew = 0, machine: () => number = Date.now): PlatformClock {
  let offset: number | null = null;
  return {
    now: () => Math.floor((machine() + (offset ?? lastSkew * 1000)) / 1000),
    observe: (header) => {
      const at = header ? Date.parse(header) : Number.NaN;
      if (Number.isFinite(at)) offset = at - machine();
    },
    skew: () => (offset === null ? null : Math.round(offset / 1000)),
  };
}
