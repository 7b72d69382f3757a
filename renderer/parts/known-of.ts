import type { Resource } from '../../shared/contract/sync.ts';
import { DAY_SECONDS, type Unix } from '../../shared/time.ts';

/** How far the kinds of data a page shows are read: `partial` when some of them never were. */
export interface KnownOf {
  kind: 'never' | 'partial' | 'fresh' | 'old';
  /** The oldest of them: what the page as a whole can be relied on for. */
  at: Unix | null;
}

/** Staff should know when what they look at is of yesterday. */
export function isOld(at: Unix | null, now: Unix): boolean {
  return at !== null && now - at > DAY_SECONDS;
}

export function knownOf(known: Record<Resource, Unix | null>, of: readonly Resource[], now: Unix): KnownOf {
  const instants = of.map((resource) => known[resource]).filter((at) => at !== null);
  if (instants.length === 0) return { kind: 'never', at: null };
  const at = Math.min(...instants);
  if (instants.length < of.length) return { kind: 'partial', at };
  return { kind: isOld(at, now) ? 'old' : 'fresh', at };
}
