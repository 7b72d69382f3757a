import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type Failure, type FailureText, failureKey } from '../../shared/error-text/failure-text.ts';

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
