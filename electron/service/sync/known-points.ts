import { DAY_SECONDS, HOUR_SECONDS } from '../../../shared/time.ts';
import { readSetting, writeSetting } from '../store/setting.ts';
import type { Store, StoreReader } from '../store/store.ts';

const SETTING = 'orders_known_points';
const KEPT = 31 * DAY_SECONDS;
/** Points this close to now all count; farther back one an hour, then one a day. */
const ALL = 2 * HOUR_SECONDS;
const HOURLY = 2 * DAY_SECONDS;

/**
 * Instants up to which everything was once known, newest first. The overlap is listed between them: a row that the list
 * places between two of them, where we know it to stand, and that was read after the later one, cannot have changed
 * without moving to another place. So it needs no call.
 */
export function knownPoints(reader: StoreReader): number[] {
  return JSON.parse(readSetting(reader, SETTING) ?? '[]') as number[];
}

/** Adds the newest point, and where the one before lies far back, some between them at growing distances. */
export function addKnownPoint(store: Store, known: number, coveredFrom: number): void {
  const before = knownPoints(store).filter((point) => point < known);
  const floor = before[0] ?? coveredFrom;
  const between: number[] = [];
  for (let age = HOUR_SECONDS; known - age > floor && age < KEPT; age *= 2) between.push(known - age);
  writeSetting(store, SETTING, JSON.stringify(thinned([known, ...between, ...before], known)));
}

function thinned(points: readonly number[], now: number): number[] {
  const kept: number[] = [];
  for (const point of points) {
    const age = now - point;
    const gap = age <= ALL ? 0 : age <= HOURLY ? HOUR_SECONDS : DAY_SECONDS;
    const last = kept.at(-1);
    if (age <= KEPT && (last === undefined || last - point >= gap)) kept.push(point);
  }
  return kept;
}
