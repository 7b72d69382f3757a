import type { ErrorCode } from '../../shared/contract/error-code.ts';
import { DeskError, type ErrorParams } from '../../shared/contract/result.ts';

/** A failure as a thread says it: an error that crosses as such loses its code. */
export interface ThreadFailure {
  code: ErrorCode;
  params: ErrorParams;
  /** Where it happened, of failures nobody expected. */
  stack: string | null;
}

export function toThreadFailure(error: unknown): ThreadFailure {
  if (error instanceof DeskError) return { code: error.code, params: error.params, stack: null };
  const stack = error instanceof Error ? (error.stack ?? null) : String(error);
  return { code: 'service.internal', params: {}, stack };
}

export function fromThreadFailure({ code, params, stack }: ThreadFailure): DeskError {
  return new DeskError(code, params, stack === null ? {} : { cause: new Error(stack) });
}
