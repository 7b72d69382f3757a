// biome-ignore-all lint/a11y/useSemanticElements: cells are placed by a css grid, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the keys move over the cells; rows and headings take none
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadHour } from '../../../../shared/contract/sync.ts';
import { startOfDay } from '../../../../shared/time.ts';
import { formatCount } from '../../../parts/index.ts';
import { type CalendarDay, HOURS_A_DAY, heatLevel } from './calendar.ts';
import { weekdayName } from './day-name.ts';

interface RowProps {
  day: CalendarDay;
  index: number;
  scale: number;
  byHour: boolean;
  /** The one cell the tab key reaches. */
  place: number;
}

function cellClass(hour: ReadHour | null, scale: number, byHour: boolean): string {
  if (hour === null) return 'ld-heat__cell ld-heat__cell--none';
  if (hour.state === 'unread') return `ld-heat__cell ld-heat__cell--${byHour ? 'unread' : 'none'}`;
  if (!byHour) return 'ld-heat__cell ld-heat__cell--3';
  const level = heatLevel(hour.rows_now, scale);
  const open = hour.state === 'open' ? ' ld-heat__cell--open' : '';
  return `ld-heat__cell ld-heat__cell--${level}${open}${hour.late > 0 ? ' ld-heat__cell--late' : ''}`;
}

function Row({ day, index, scale, byHour, place }: RowProps) {
  const { t, i18n } = useTranslation('completeness');
  const start = startOfDay(day.day) ?? 0;
  const weekday = weekdayName(start, i18n.language);
  return (
    <div role="row" className="ld-heat__row">
      <span role="rowheader" className="ld-heat__day">
        {day.day.slice(5)} <span className="ld-faint">{weekday}</span>
      </span>
      {day.hours.map((hour, at) => {
        const here = index * HOURS_A_DAY + at;
        return (
          <span
            key={here}
            role="gridcell"
            data-place={here}
            tabIndex={here === place ? 0 : -1}
            className={cellClass(hour, scale, byHour)}
            aria-label={
              hour
                ? `${day.day} ${String(at).padStart(2, '0')}:00 ${t(`tip.${hour.state}`)} ${hour.rows_now}`
                : undefined
            }
          />
        );
      })}
      <span role="gridcell" tabIndex={-1} className="ld-heat__sum">
        {byHour ? formatCount(day.rows) : day.read || null}
      </span>
      <span role="gridcell" tabIndex={-1} className="ld-heat__sum ld-bad-text">
        {byHour && day.unread > 0 ? day.unread : null}
      </span>
    </div>
  );
}

const has = (place: number, index: number) => Math.floor(place / HOURS_A_DAY) === index;

/** A day's hours; drawn again only when it has the keyboard's cell or loses it. */
export const HeatRow = memo(
  Row,
  (before, now) =>
    before.day === now.day &&
    before.scale === now.scale &&
    before.byHour === now.byHour &&
    before.index === now.index &&
    (before.place === now.place || (!has(before.place, now.index) && !has(now.place, now.index))),
);
