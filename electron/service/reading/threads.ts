import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import { systemClock } from '../background/system-clock.ts';
import { type After, lane } from './lane.ts';
import type { Question } from './question.ts';
import type { ReadingName } from './readings.ts';
import { type StartThread, threadOver } from './thread.ts';

/**
 * Slow pages; sums, facets and analysis; past moments. None of them waits for another. To each what it may keep of the
 * file in memory, KiB: sums over some ten thousand rows, which lie one to a page, are asked again with every change of
 * a filter, and reading their pages anew costs three times the adding. Slow pages end after fifty rows.
 */
const CACHES = { rows: 8192, figures: 57_344, past: 16_384 } as const;
export type LaneName = keyof typeof CACHES;

/** Answers questions that may take long away from the rows and the sync. */
export interface ReadingThreads {
  /** Rejects with a `DeskError`: the answer's own, or one of the lane's (see `Lane`). */
  ask<Name extends ReadingName>(lane: LaneName, name: Name, input: RouteParsed<Name>): Promise<RouteOutput<Name>>;
  close(): Promise<void>;
}

export interface ReadingOptions {
  start?: StartThread;
  after?: After;
}

export function readingThreads(
  dataDir: string,
  { start, after = systemClock.after }: ReadingOptions = {},
): ReadingThreads {
  const laneOf = (name: LaneName) => lane(start ?? threadOver({ dataDir, cache: CACHES[name] }), after);
  const lanes = { rows: laneOf('rows'), figures: laneOf('figures'), past: laneOf('past') };
  return {
    ask: <Name extends ReadingName>(to: LaneName, name: Name, input: RouteParsed<Name>) =>
      lanes[to].ask({ name, input } as Question) as Promise<RouteOutput<Name>>,
    async close() {
      await Promise.all(Object.values(lanes).map((each) => each.close()));
    },
  };
}
