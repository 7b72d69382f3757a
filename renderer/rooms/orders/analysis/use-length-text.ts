import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { DAY_SECONDS, HOUR_SECONDS } from '../../../../shared/time.ts';

/** Seconds as staff read a wait. A bound one second below a full hour or day is the end of the bar before it. */
export function useLengthText(): (seconds: number) => string {
  const { t } = useTranslation('analysis');
  return useCallback(
    (seconds) => {
      const near = (seconds + 1) % HOUR_SECONDS === 0 ? seconds + 1 : seconds;
      const days = near % DAY_SECONDS === 0 && near !== 0;
      const length = near / (days ? DAY_SECONDS : HOUR_SECONDS);
      return t(days ? 'delays.days' : 'delays.hours', { count: Number(length.toFixed(1)) });
    },
    [t],
  );
}
