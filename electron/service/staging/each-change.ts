import type { Context } from '../context.ts';

/** Turns of the event loop are given away so often, so that pages are answered while our own books change. */
const BREATHE_EVERY = 50;

/**
 * Works on places in their order, as many at once as the platform takes. The first failure ends it: nothing new is
 * begun, what is under way ends, then it is thrown.
 */
export async function eachChange(
  context: Context,
  places: readonly number[],
  signal: AbortSignal,
  work: (place: number) => Promise<void>,
): Promise<void> {
  const hands = context.connected ? context.platform().concurrency : 1;
  let next = 0;
  let failure: { thrown: unknown } | null = null;
  const hand = async () => {
    while (failure === null && next < places.length) {
      const index = next;
      next += 1;
      try {
        signal.throwIfAborted();
        await work(places[index]!);
        if (index % BREATHE_EVERY === 0) await new Promise((resolve) => setImmediate(resolve));
      } catch (error) {
        failure ??= { thrown: error };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(hands, places.length) }, hand));
  if (failure !== null) throw (failure as { thrown: unknown }).thrown;
}
