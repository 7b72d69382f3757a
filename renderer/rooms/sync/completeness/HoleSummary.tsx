import { CheckCircleFilled, ExclamationCircleFilled, InfoCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReadHour, Resource } from '../../../../shared/contract/sync.ts';
import { dayOf } from '../../../../shared/time.ts';
import type { SyncControl } from '../../../app/client/index.ts';
import { useWord } from '../../../app/i18n/words.ts';
import { formatCount } from '../../../parts/index.ts';
import { isReadByHour } from './calendar.ts';
import { dayName } from './day-name.ts';
import { type Hole, holeClock, holesOf, openHours } from './holes.ts';

/** Holes named in words; the calendar below shows the rest. */
const NAMED = 3;

/** Says in words whether an hour is missing, and reads it. */
export function HoleSummary({
  hours,
  resource,
  sync,
}: {
  hours: readonly ReadHour[];
  resource: Resource;
  sync: SyncControl;
}) {
  const { t } = useTranslation('completeness');
  const word = useWord();
  if (!isReadByHour(resource)) {
    const read = hours.filter((hour) => hour.state !== 'unread').length;
    return (
      <p className="ld-holes ld-holes--plain">
        <InfoCircleOutlined />
        {t('whole', { resource: word('resource', resource) })} {t('whole_count', { count: read })}
      </p>
    );
  }
  const holes = holesOf(hours);
  const late = hours.reduce((sum, hour) => sum + Math.max(0, hour.late), 0);
  const open = openHours(hours);
  return (
    <div className={`ld-holes ld-holes--${holes.length ? 'some' : 'none'}`} role="status">
      {holes.length ? <ExclamationCircleFilled /> : <CheckCircleFilled />}
      <div className="ld-holes__text">
        <strong>{holes.length ? t('holes', { count: holes.length }) : t('no_hole')}</strong>
        {holes.slice(0, NAMED).map((hole) => (
          <HoleLine key={hole.from} hole={hole} resource={resource} sync={sync} />
        ))}
        {holes.length > NAMED ? <span>{t('holes_more', { count: holes.length - NAMED })}</span> : null}
        {open > 0 ? <span className="ld-soft">{t('open_hours', { count: open })}</span> : null}
        {late > 0 ? <span className="ld-soft">{t('late_rows', { rows: formatCount(late) })}</span> : null}
      </div>
    </div>
  );
}

function HoleLine({ hole, resource, sync }: { hole: Hole; resource: Resource; sync: SyncControl }) {
  const { t, i18n } = useTranslation('completeness');
  const { from, to, sameDay, toInstant } = holeClock(hole);
  const day = dayName(hole.from, i18n.language);
  return (
    <span className="ld-hole">
      {sameDay
        ? t('hole_day', { day, from, to, count: hole.hours })
        : t('hole_days', {
            from_day: day,
            from,
            to_day: dayName(toInstant, i18n.language),
            to,
            count: hole.hours,
          })}
      {/* Only orders can be read from a chosen day on. */}
      {resource === 'orders' ? (
        <Button
          size="small"
          disabled={sync.running || sync.starting}
          onClick={() => sync.start({ only: ['orders'], since: dayOf(hole.from) })}
        >
          {t('read_hole')}
        </Button>
      ) : null}
    </span>
  );
}
