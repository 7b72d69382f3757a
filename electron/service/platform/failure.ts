import { DeskError, type ErrorParams } from '../../../shared/contract/result.ts';

/** The platform answered with an errcode other than 0. */
export function platformFailure(code: number, endpoint: string, message: string): DeskError {
  const params: ErrorParams = { endpoint, message: message.slice(0, 400) };
  // 40164 names the address that is missing in the allow-list; staff have to copy it.
  if (code === 40164) params.address = /invalid ip\s+([0-9a-fA-F.:]+)/.exec(message)?.[1] ?? '';
  return new DeskError(`platform.${code}`, params);
}

export function platformCode(error: unknown): number | null {
  if (!(error instanceof DeskError)) return null;
  const match = /^platform\.(-?\d+)$/.exec(error.code);
  return match ? Number(match[1]) : null;
}

/** What undici and the sockets below it throw, as codes that staff get an explanation for. */
export function networkFailure(error: unknown, baseUrl: string): DeskError {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const params: ErrorParams = { base_url: baseUrl, reason: error instanceof Error ? error.message || code : code };
  if (/TIMEOUT/.test(code)) return new DeskError('network.timeout', params, { cause: error });
  return new DeskError('network.unreachable', params, { cause: error });
}
