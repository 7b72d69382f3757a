import { useTranslation } from 'react-i18next';
import type { ReadHour } from '../../../../shared/contract/sync.ts';
import { formatInstant, HOUR_SECONDS } from '../../../../shared/time.ts';
import { formatCount } from '../../../parts/index.ts';
import { holeClock } from './holes.ts';

/** What is known of one hour: when it was read, how many rows it had then and has now, and what came late. */
export function HourTip({
  hour,
  x,
  y,
  below,
  byHour,
}: {
  hour: ReadHour;
  x: number;
  y: number;
  below: boolean;
  byHour: boolean;
}) {
  const { t } = useTranslation('completeness');
  const { from, to } = holeClock({ from: hour.hour_at, to: hour.hour_at + HOUR_SECONDS, hours: 1 });
  const state = hour.state === 'unread' && !byHour ? t('tip.not_read') : t(`tip.${hour.state}`);
  const facts: [string, string][] = [];
  if (hour.first_read_at !== null) facts.push([t('tip.first'), formatInstant(hour.first_read_at)]);
  if (hour.last_read_at !== null && hour.last_read_at !== hour.first_read_at)
    facts.push([t('tip.last'), formatInstant(hour.last_read_at)]);
  if (hour.state !== 'unread') {
    facts.push([t('tip.rows_then'), formatCount(hour.rows_then)], [t('tip.rows_now'), formatCount(hour.rows_now)]);
    if (byHour) facts.push([t('tip.late'), formatCount(hour.late)]);
  }
  return (
    <div className={`ld-heat-tip${below ? ' ld-heat-tip--below' : ''}`} style={{ left: x, top: y }} role="tooltip">
      <div className="ld-heat-tip__head">
        <strong>{t('tip.hour', { day: formatInstant(hour.hour_at).slice(0, 10), from, to })}</strong>
        <span className={hour.state === 'read' ? undefined : 'ld-heat-tip__warn'}>{state}</span>
      </div>
      {facts.length ? (
        <dl>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
}
