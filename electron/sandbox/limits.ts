/**
 * Call limits per path and day (UTC+8) and per minute. The platform does not publish them; the numbers here are wide,
 * can be narrowed through the scenario door, and are what `openapi/quota/get` answers.
 */
import { dateOf, dayOf } from './clock.ts';
import { refusal } from './wire/refusal.ts';

export interface Limit {
  daily: number;
  perMinute: number;
}

const WIDE: Limit = { daily: 5_000_000, perMinute: 1_000_000 };
/** The one documented limit. */
const STABLE_TOKEN: Limit = { daily: 500_000, perMinute: 10_000 };
const RESETS_A_MONTH = 10;

interface Use {
  day: number;
  today: number;
  minute: number;
  inMinute: number;
}

export class Limits {
  private readonly limits = new Map<string, Limit>([['/cgi-bin/stable_token', STABLE_TOKEN]]);
  private readonly uses = new Map<string, Use>();
  private resets = 0;
  private resetMonth = -1;

  limitOf(path: string): Limit {
    return this.limits.get(path) ?? WIDE;
  }

  set(path: string, limit: Partial<Limit>): void {
    this.limits.set(path, { ...this.limitOf(path), ...limit });
  }

  usedToday(path: string, now: number): number {
    const use = this.uses.get(path);
    return use !== undefined && use.day === dayOf(now) ? use.today : 0;
  }

  /** Counts a call, or throws the platform's refusal. */
  take(path: string, now: number): void {
    const day = dayOf(now);
    const minute = Math.floor(now / 60);
    let use = this.uses.get(path);
    if (use === undefined) {
      use = { day, today: 0, minute, inMinute: 0 };
      this.uses.set(path, use);
    }
    if (use.day !== day) use.today = 0;
    if (use.minute !== minute) use.inMinute = 0;
    use.day = day;
    use.minute = minute;
    const limit = this.limitOf(path);
    if (use.today >= limit.daily) throw refusal(45009);
    if (use.inMinute >= limit.perMinute) throw refusal(45011);
    use.today++;
    use.inMinute++;
  }

  /** clear_quota: ten times a month. */
  reset(now: number): void {
    const month = dayOf(now) - dateOf(dayOf(now));
    if (month !== this.resetMonth) this.resets = 0;
    this.resetMonth = month;
    if (this.resets >= RESETS_A_MONTH) throw refusal(48006);
    this.resets++;
    this.uses.clear();
  }
}
