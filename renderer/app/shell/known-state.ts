import type { DeskStatus } from '../../../shared/contract/desk.ts';
import { DAY_SECONDS, type Unix } from '../../../shared/time.ts';

/** How fresh the data is: `offline` when the last try to reach the platform failed. */
export type KnownState = { kind: 'never' | 'fresh' | 'old' | 'offline'; at: Unix | null };

export function knownState(
  status: Pick<DeskStatus, 'known_as_of' | 'last_reached_at' | 'last_failure'>,
  now: Unix,
): KnownState {
  const { known_as_of: at, last_reached_at: reached, last_failure: failure } = status;
  // An answer with an errcode is a platform that was reached; only a network failure means it was not.
  const unreachable = failure?.code.startsWith('network.') ?? false;
  if (failure && unreachable && (reached === null || failure.at > reached)) return { kind: 'offline', at };
  if (at === null) return { kind: 'never', at };
  return { kind: now - at > DAY_SECONDS ? 'old' : 'fresh', at };
}
