import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { spanOf } from './span.ts';

/** «24 小时»: a length of time in words. */
export function useSpan(): (seconds: number) => string {
  const { t } = useTranslation('sync');
  return useCallback(
    (seconds) => {
      const { unit, count } = spanOf(seconds);
      return t(`span.${unit}`, { count });
    },
    [t],
  );
}
