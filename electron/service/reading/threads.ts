import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import { systemClock } from '../background/system-clock.ts';
import { type After, lane } from './lane.ts';
import type { Question } from './question.ts';
import type { ReadingName } from './readings.ts';
import { type StartThread, threadOver } from './thread.ts';

/** Slow pages; sums, facets and analysis; past moments. None of them waits for another. */
export const LANES = ['rows', 'figures', 'past'] as const;
export type LaneName = (typeof LANES)[number];

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
  { start = threadOver(dataDir), after = systemClock.after }: ReadingOptions = {},
): ReadingThreads {
  const lanes = { rows: lane(start, after), figures: lane(start, after), past: lane(start, after) };
  return {
    ask: <Name extends ReadingName>(to: LaneName, name: Name, input: RouteParsed<Name>) =>
      lanes[to].ask({ name, input } as Question) as Promise<RouteOutput<Name>>,
    async close() {
      await Promise.all(Object.values(lanes).map((each) => each.close()));
    },
  };
}
