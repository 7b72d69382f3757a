import { DeskError } from '../../../shared/contract/result.ts';
import type { Resource } from '../../../shared/contract/sync.ts';
import { platformCode } from '../platform/failure.ts';

/** Credentials or address refused, whatever the endpoint (part 1.6 of the platform's common codes). */
const ACCOUNT_WIDE: ReadonlySet<number> = new Set([
  40001, 40002, 40013, 40014, 40125, 40164, 40243, 41001, 41002, 42001, 45035, 61004,
]);
/** The account lacks the capability (48001, 48004) or has its promoter function switched off (10071049). */
const NOT_GRANTED: ReadonlySet<number> = new Set([48001, 48004, 10_071_049]);

/** Beside the business: no order, product or partner is missing when they cannot be read. */
const BESIDE: ReadonlySet<Resource> = new Set(['funds', 'live_notices']);

/** Failures no other resource would be spared: our own books, the account, the network. */
export function endsRun(error: unknown, resource: Resource): boolean {
  if (error instanceof DeskError && /^(store|job)\./.test(error.code)) return true;
  if (BESIDE.has(resource)) return false;
  const code = platformCode(error);
  if (code !== null) return ACCOUNT_WIDE.has(code);
  return error instanceof DeskError && /^(network|credentials)\./.test(error.code);
}

/** What leaves the run a good one: the resource says why it is empty or old. */
export function isBearable(error: unknown, resource: Resource): boolean {
  return BESIDE.has(resource) || NOT_GRANTED.has(platformCode(error) ?? 0);
}
