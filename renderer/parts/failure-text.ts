import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorParams } from '../../shared/contract/result.ts';

/** A failure as it comes in answers, jobs and rows; the code may be one this version does not know. */
export interface Failure {
  code: string;
  params: ErrorParams;
}

export interface FailureText {
  title: string;
  next: string;
}

function isFailure(error: unknown): error is Failure {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string' &&
    'params' in error
  );
}

/** Whatever was thrown by a call or answered by the bridge, as a failure with a code. */
export function failureOf(error: unknown): Failure {
  if (isFailure(error)) return { code: error.code, params: error.params };
  return { code: 'service.internal', params: { message: error instanceof Error ? error.message : String(error) } };
}

/** Where the text of a code is found and what it may name; `known` says whether a key has a text. */
export function failureKey(
  { code, params }: Failure,
  known: (key: string) => boolean,
): { key: string; params: Record<string, unknown> } {
  const http = /^network\.http_(\d+)$/.exec(code);
  if (http) return { key: 'network.http', params: { ...params, status: http[1] } };
  if (known(`${code}.title`)) return { key: code, params };
  const platform = /^platform\.(-?\d+)$/.exec(code);
  if (platform) return { key: 'platform.other', params: { ...params, errcode: platform[1] } };
  return { key: 'other', params };
}

/** Title and next step for a failure, in the language of the window. */
export function useFailureText(): (failure: Failure) => FailureText {
  const { t, i18n } = useTranslation('errors');
  return useCallback(
    (failure) => {
      const { key, params } = failureKey(failure, (wanted) => i18n.exists(`errors:${wanted}`));
      const text = t as unknown as (key: string, params: object) => string;
      return { title: text(`errors:${key}.title`, params), next: text(`errors:${key}.next`, params) };
    },
    [t, i18n],
  );
}
