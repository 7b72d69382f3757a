/**
 * Access tokens by the two documented ways, which do not disturb each other: `/cgi-bin/token` replaces its token on
 * every call, `/cgi-bin/stable_token` keeps giving the same one. Tokens live in memory only.
 */
import { DAY, dayOf } from './clock.ts';
import { mix, Random } from './random.ts';
import { refusal } from './wire/refusal.ts';

/** Seconds. */
const LIFE = 7200;
/** Old and new token both work for this long when one replaces the other. */
const OVERLAP = 300;
const FORCED_A_DAY = 20;
const FORCED_APART = 30;

interface Token {
  text: string;
  /** Good until then, Unix seconds. */
  until: number;
  /** Taken back before its time (force mode, killed elsewhere). */
  killed: boolean;
}

export interface Grant {
  access_token: string;
  expires_in: number;
}

export class Tokens {
  /** New tokens given by stable_token since they were last counted: in the normal way, and by force. */
  readonly given = { renewed: 0, forced: 0 };
  private readonly seed: number;
  private readonly known = new Map<string, Token>();
  private plain: Token | undefined;
  private stable: Token | undefined;
  private count = 0;
  private forcedAt = 0;
  private forcedDay = 0;
  private forcedToday = 0;

  constructor(seed: number) {
    this.seed = seed;
  }

  grantPlain(now: number): Grant {
    if (this.plain !== undefined) this.plain.until = Math.min(this.plain.until, now + OVERLAP);
    this.plain = this.issue(now);
    return { access_token: this.plain.text, expires_in: LIFE };
  }

  grantStable(now: number, force: boolean): Grant {
    const forced = force && this.force(now);
    const current = this.stable;
    if (current !== undefined && !current.killed && current.until - now > OVERLAP) {
      return { access_token: current.text, expires_in: current.until - now };
    }
    // Renewed five minutes before its end; the old one is left to run out.
    this.stable = this.issue(now);
    this.given[forced ? 'forced' : 'renewed']++;
    return { access_token: this.stable.text, expires_in: LIFE };
  }

  clearGiven(): void {
    this.given.renewed = 0;
    this.given.forced = 0;
  }

  /** Throws the platform's refusal unless the token is good now. */
  check(text: string | null, now: number): void {
    if (text === null || text === '') throw refusal(41001);
    const token = this.known.get(text);
    if (token === undefined || token.killed) throw refusal(40001);
    if (now >= token.until) throw refusal(42001);
  }

  /** As if somebody else with the same credentials had refreshed by force. */
  killAll(): void {
    for (const token of this.known.values()) token.killed = true;
  }

  /** Takes the present token back, and says whether it did. */
  private force(now: number): boolean {
    if (dayOf(now) !== this.forcedDay) this.forcedToday = 0;
    this.forcedDay = dayOf(now);
    // Too soon after the last one: no refresh, the present token is given again.
    if (Math.abs(now - this.forcedAt) < FORCED_APART) return false;
    if (this.forcedToday >= FORCED_A_DAY) throw refusal(45009);
    this.forcedAt = now;
    this.forcedToday++;
    if (this.stable !== undefined) this.stable.killed = true;
    return true;
  }

  private issue(now: number): Token {
    const random = new Random(mix(this.seed, 'token', this.count++));
    const token: Token = { text: `${random.int(60, 99)}_${random.hex(134)}`, until: now + LIFE, killed: false };
    for (const [text, old] of this.known) if (old.until < now - DAY) this.known.delete(text);
    this.known.set(token.text, token);
    return token;
  }
}
