import type { Chance } from './chance.ts';
import type { SoakSandbox } from './sandbox.ts';

/** A process of ours is at its first call after about this long: some kills hit it while it opens its books. */
const START_MS = 600;
const AT_START = 0.1;

/**
 * When to kill a sync, so that it dies at work: after so many calls, from the first few on up to half of `work`, the
 * calls it is expected to make. Waiting for calls and not for time hits work on a slow machine as on a fast one.
 */
export async function killMoment(
  chance: Chance,
  sandbox: Pick<SoakSandbox, 'calls'>,
  work: number,
  monotonicMs: () => number = () => performance.now(),
): Promise<() => Promise<boolean>> {
  if (chance.chance(AT_START)) {
    const at = monotonicMs() + chance.between(0, START_MS);
    return async () => monotonicMs() >= at;
  }
  const until = (await sandbox.calls()) + chance.step(3, Math.max(work / 2, 10));
  return async () => (await sandbox.calls()) >= until;
}
