import { DeskError } from '../../../shared/contract/result.ts';
import { platformCode } from '../platform/failure.ts';

/**
 * Whether a failed detail call speaks of this one key (the run goes on, the key waits in quarantine) or of the whole
 * account or network (the run stops, all keys stay queued). 10024xxx and 10071xxx are business codes of one thing.
 */
export function failsThisKeyOnly(error: unknown): error is DeskError {
  const code = platformCode(error);
  return code !== null && ((code >= 10_024_000 && code < 10_025_000) || (code >= 10_071_000 && code < 10_072_000));
}

/** Failures that may be the key's (-1 is also seen for bad parameters) or everyone's: many in a row are everyone's. */
export function mayFailThisKeyOnly(error: unknown): error is DeskError {
  if (platformCode(error) === -1) return true;
  return error instanceof DeskError && (error.code === 'network.not_json' || /^network\.http_5/.test(error.code));
}

export const MANY_IN_A_ROW = 20;
