import { useTranslation } from 'react-i18next';
import { LEVELS } from './calendar.ts';

/** What the colours and marks of the calendar mean. */
export function HeatLegend() {
  const { t } = useTranslation('completeness');
  return (
    <div className="ld-heat-legend">
      <span>{t('level.few')}</span>
      {Array.from({ length: LEVELS }, (_, level) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps never change places
        <i key={level} className={`ld-heat__cell ld-heat__cell--${level + 1}`} />
      ))}
      <span>{t('level.many')}</span>
      <i className="ld-heat__cell ld-heat__cell--0" />
      <span>{t('legend.read')}</span>
      <i className="ld-heat__cell ld-heat__cell--unread" />
      <span>{t('legend.unread')}</span>
      <i className="ld-heat__cell ld-heat__cell--open" />
      <span>{t('legend.open')}</span>
      <i className="ld-heat__cell ld-heat__cell--3 ld-heat__cell--late" />
      <span>{t('legend.late')}</span>
      <span className="ld-heat-legend__end">{t('keys')}</span>
    </div>
  );
}
