import type { RouteParsed } from '../../../shared/contract/routes.ts';
import type { ThreadFailure } from '../thread-failure.ts';
import type { ReadingName } from './readings.ts';

/** What a reading thread is asked: a route and its checked input. */
export type Question = { [Name in ReadingName]: { name: Name; input: RouteParsed<Name> } }[ReadingName];

/** What it says of each question, once. */
export type ThreadWord = { answer: unknown } | { failed: ThreadFailure };
