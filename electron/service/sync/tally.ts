import type { Resource, ResourceOutcome } from '../../../shared/contract/sync.ts';

/** Counts of one resource in one run. */
export type Tally = ResourceOutcome;

export function emptyTally(resource: Resource): Tally {
  return {
    resource,
    read: 0,
    inserted: 0,
    changed: 0,
    unchanged: 0,
    quarantined: 0,
    known_as_of: null,
    error_code: null,
  };
}

/** Counts one row; a reply older than what is known changed nothing. */
export function count(tally: Tally, recorded: 'inserted' | 'changed' | 'unchanged' | 'stale'): void {
  tally.read += 1;
  if (recorded === 'inserted') tally.inserted += 1;
  else if (recorded === 'changed') tally.changed += 1;
  else tally.unchanged += 1;
}
