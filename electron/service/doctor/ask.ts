import { DeskError } from '../../../shared/contract/result.ts';

/** A check-up is waited for; a call that takes longer is no good sign anyway. */
const PATIENCE_MS = 20_000;

/** One call with an end: gives its failure, or null. Throws when the job is cancelled, and mistakes of the program. */
export async function ask(
  call: (signal: AbortSignal) => Promise<unknown>,
  signal: AbortSignal,
  patienceMs = PATIENCE_MS,
): Promise<DeskError | null> {
  const late = AbortSignal.timeout(patienceMs);
  try {
    await untilAborted(call(AbortSignal.any([signal, late])), late);
    return null;
  } catch (error) {
    signal.throwIfAborted();
    // The retry's waits end with an error of their own when the time is up.
    if (late.aborted) return new DeskError('network.timeout');
    if (error instanceof DeskError) return error;
    throw error;
  }
}

/** Some calls, such as that for the token, cannot be cut off; nobody waits for them any longer. */
function untilAborted<T>(work: Promise<T>, late: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    late.addEventListener('abort', () => reject(late.reason), { once: true });
    work.then(resolve, reject);
  });
}
