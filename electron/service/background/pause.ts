/** Minutes after the first, second, … failed run; from then on each is twice the one before. */
const STEPS = [1, 2, 5, 10, 20] as const;
/** A pause is drawn between so much less and so much more, so that many desks do not come back in one second. */
const JITTER = 0.2;

/**
 * Seconds from the end of the `failures`-th failed run in a row (1 or more) to the next try; never more than two of
 * the regular distances of `everyMinutes`. `random` gives 0 <= x < 1.
 */
export function pauseAfter(failures: number, everyMinutes: number, random: () => number): number {
  const last = STEPS.length - 1;
  const step = Math.max(failures, 1) - 1;
  // The exponent is held so that a week of failures stays a number.
  const minutes = step <= last ? STEPS[step]! : STEPS[last]! * 2 ** Math.min(step - last, 20);
  const drawn = minutes * 60 * (1 - JITTER + 2 * JITTER * random());
  return Math.min(drawn, everyMinutes * 2 * 60);
}
