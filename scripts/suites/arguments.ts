import { SetupFailure } from '../runtime/failure.ts';

/** `--only a,b` chooses suites; anything else goes to vitest, such as a word of a test file's name. */
export function parseTestArguments(
  given: readonly string[],
  known: readonly string[],
): { only: string[]; rest: string[] } {
  const place = given.indexOf('--only');
  if (place < 0) return { only: [...known], rest: [...given] };
  const only = (given[place + 1] ?? '').split(',').filter(Boolean);
  const unknown = only.filter((name) => !known.includes(name));
  if (only.length === 0 || unknown.length > 0) {
    throw new SetupFailure(
      `There is no suite "${unknown.join(', ')}".`,
      `--only takes one or more of ${known.join(',')}`,
    );
  }
  return { only, rest: [...given.slice(0, place), ...given.slice(place + 2)] };
}
