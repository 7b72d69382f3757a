import type { ScheduleClock } from './schedule.ts';

export const systemClock: ScheduleClock = {
  monotonic: () => performance.now() / 1000,
  wall: () => Date.now() / 1000,
  after(seconds, run) {
    const timer = setTimeout(run, seconds * 1000);
    // The next sync is no reason to keep a program open.
    timer.unref();
    return () => clearTimeout(timer);
  },
};
