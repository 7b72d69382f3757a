import type { DriftRow } from '../../../shared/contract/sync.ts';
import { audit } from '../store/audit.ts';
import { isIn, sql } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';

/** Samples are long; who has so many findings reads the first of them first. */
const MOST = 500;

/** Newest first; those nobody acknowledged before the others. */
export function driftRows(reader: StoreReader): DriftRow[] {
  return reader.all<DriftRow>(sql`select drift_id, endpoint, kind, path, expected, found, first_seen_at, last_seen_at,
      times, sample, acknowledged_at, acknowledged_by
    from schema_drift order by acknowledged_at is not null, first_seen_at desc, drift_id desc limit ${MOST}`);
}

/** Findings nobody has acknowledged. */
export function driftCount(reader: StoreReader): number {
  return reader.value<number>(sql`select count(*) from schema_drift where acknowledged_at is null`) ?? 0;
}

/** Takes findings off the report's open part; they stay there when seen again. Gives how many were open. */
export function acknowledgeDrift(store: Store, driftIds: readonly number[], staff: string, now: number): number {
  return store.durably(() => {
    const open = store.all<Pick<DriftRow, 'drift_id' | 'endpoint' | 'kind' | 'path' | 'found'>>(
      sql`select drift_id, endpoint, kind, path, found from schema_drift
        where ${isIn('drift_id', driftIds)} and acknowledged_at is null order by drift_id`,
    );
    if (open.length === 0) return 0;
    store.run(sql`update schema_drift set acknowledged_at = ${now}, acknowledged_by = ${staff}
      where ${isIn(
        'drift_id',
        open.map((row) => row.drift_id),
      )}`);
    audit(store, { at: now, staff, action: 'sync.acknowledge_drift', detail: { findings: open } });
    return open.length;
  });
}
