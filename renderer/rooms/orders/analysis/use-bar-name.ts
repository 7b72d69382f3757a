import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

type Bar = { from: number; to: number | null };
type Unit = 'hours' | 'days';

/** What a bar [from, to) is called, «2–4 小时», «60 天以上», and what stands below it, where days need no word. */
export function useBarName(): { barName: (bar: Bar, unit: Unit) => string; barMark: (bar: Bar, unit: Unit) => string } {
  const { t } = useTranslation('analysis');
  return useMemo(() => {
    const barName = (bar: Bar, unit: Unit) => {
      // Nobody counts a week in hours.
      const days = unit === 'hours' && bar.from >= 24;
      const size = days ? 24 : 1;
      const named = { from: bar.from / size, unit: t(`delays.${days ? 'days' : unit}_axis`) };
      return bar.to === null ? t('delays.from', named) : t('delays.between', { ...named, to: bar.to / size });
    };
    const barMark = (bar: Bar, unit: Unit) => {
      if (unit === 'hours') return barName(bar, unit);
      if (bar.to === null) return `≥ ${bar.from}`;
      return bar.to - bar.from === 1 ? String(bar.from) : `${bar.from}–${bar.to}`;
    };
    return { barName, barMark };
  }, [t]);
}
