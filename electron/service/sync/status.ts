import { RESOURCES, type Resource, type SyncRun, type SyncStatus } from '../../../shared/contract/sync.ts';
import { driftCount } from '../drift/list.ts';
import { sql } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';
import { queuedKeys } from './key-queue.ts';
import { latenessSeen, overlapOf } from './lateness.ts';
import { quarantined } from './quarantine.ts';
import { orderCursor, plannedRange } from './window.ts';

/** Other readers of the platform keep their place in the same table; they are no resources. */
export function knownAsOf(reader: StoreReader): Record<Resource, number | null> {
  const rows = reader.all<{ resource: Resource; known_as_of: number | null }>(
    sql`select resource, known_as_of from sync_cursor`,
  );
  const known = Object.fromEntries(RESOURCES.map((resource) => [resource, null])) as Record<Resource, number | null>;
  for (const row of rows) if (row.resource in known) known[row.resource] = row.known_as_of;
  return known;
}

/** For resources that are read as a whole, not by windows. */
export function setKnownAsOf(store: Store, resource: Resource, at: number): void {
  store.run(sql`insert into sync_cursor (resource, known_as_of) values (${resource}, ${at})
    on conflict (resource) do update set known_as_of = excluded.known_as_of`);
}

export function syncRuns(reader: StoreReader, limit: number): SyncRun[] {
  return reader
    .all<Omit<SyncRun, 'resources'> & { outcome: string }>(
      sql`select run_id, started_at, ended_at, state, error_code, outcome, trigger from sync_run order by run_id desc limit ${limit}`,
    )
    .map(({ outcome, ...run }) => ({ ...run, resources: JSON.parse(outcome) }));
}

export function syncStatus(
  reader: StoreReader,
  now: number,
  running: SyncStatus['running'],
  clockSkew: number | null,
): SyncStatus {
  return {
    running,
    known_as_of: knownAsOf(reader),
    last_run: syncRuns(reader, 1)[0] ?? null,
    queued_keys: queuedKeys(reader),
    quarantined: quarantined(reader),
    clock_skew: clockSkew,
    overlap: overlapOf(reader, now),
    lateness: latenessSeen(reader, now),
    covered_from: orderCursor(reader).covered_from,
    backfill_from: plannedRange(reader, 'created').first,
    drift: driftCount(reader),
  };
}
