import type { DriftRow } from '../../../../shared/contract/sync.ts';

export interface EndpointFindings {
  endpoint: string;
  rows: DriftRow[];
  /** Not acknowledged yet. */
  open: number;
}

/** Findings by endpoint: those with open ones first, then by what was seen last. `openOnly` leaves the others out. */
export function findingsByEndpoint(rows: readonly DriftRow[], openOnly: boolean): EndpointFindings[] {
  const groups = new Map<string, DriftRow[]>();
  for (const row of rows) {
    if (openOnly && row.acknowledged_at !== null) continue;
    const group = groups.get(row.endpoint);
    if (group) group.push(row);
    else groups.set(row.endpoint, [row]);
  }
  const newest = (group: EndpointFindings) => Math.max(...group.rows.map((row) => row.last_seen_at));
  return [...groups]
    .map(([endpoint, found]) => ({
      endpoint,
      rows: found,
      open: found.filter((row) => row.acknowledged_at === null).length,
    }))
    .sort((one, other) => Number(other.open > 0) - Number(one.open > 0) || newest(other) - newest(one));
}

export function openIds(rows: readonly DriftRow[]): number[] {
  return rows.filter((row) => row.acknowledged_at === null).map((row) => row.drift_id);
}
