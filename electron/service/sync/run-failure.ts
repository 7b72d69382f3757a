import { DeskError } from '../../../shared/contract/result.ts';
import { platformCode } from '../platform/failure.ts';

/** Credentials or address refused, whatever the endpoint (part 1.6 of the platform's common codes). */
const ACCOUNT_WIDE: ReadonlySet<number> = new Set([
  40001, 40002, 40013, 40014, 40125, 40164, 40243, 41001, 41002, 42001, 45035, 61004,
]);
/** The account lacks the capability (48001, 48004) or has its promoter function switched off (10071049). */
const NOT_GRANTED: ReadonlySet<number> = new Set([48001, 48004, 10_071_049]);

/** Failures no other resource would be spared: the account, the network, our own books. */
export function endsRun(error: unknown): boolean {
  const code = platformCode(error);
  if (code !== null) return ACCOUNT_WIDE.has(code);
  return error instanceof DeskError && /^(network|store|credentials|job)\./.test(error.code);
}

/** An account without promoters is no failed sync; the resource says why it is empty. */
export function isNotGranted(error: unknown): boolean {
  return NOT_GRANTED.has(platformCode(error) ?? 0);
}
