import type { ErrorCode } from './error-code.ts';

/** Facts for the message, such as the platform's address or the file's name; never a secret. */
export type ErrorParams = Record<string, string | number | null>;

export interface DeskFailure {
  code: ErrorCode;
  params: ErrorParams;
}

/** Every answer across the port. Nothing is thrown across it. */
export type Result<T> = { ok: true; data: T } | { ok: false; error: DeskFailure };

/** An expected failure inside the service, turned into a `Result` at the border. */
export class DeskError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: { cause?: unknown }) {
    super(describe(code, params), options);
    this.name = 'DeskError';
    this.code = code;
    this.params = params;
  }
}

function describe(code: ErrorCode, params: ErrorParams): string {
  const facts = Object.entries(params).map(([key, value]) => `${key}=${value}`);
  return facts.length ? `${code} (${facts.join(', ')})` : code;
}

/** The data of an answer, or its failure thrown: for callers that have one place to catch. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.data;
  throw new DeskError(result.error.code, result.error.params);
}
