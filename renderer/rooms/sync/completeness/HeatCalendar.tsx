// biome-ignore-all lint/a11y/useSemanticElements: cells are placed by a css grid, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the keys move over the cells; rows and headings take none
import { type FocusEvent, type KeyboardEvent, type MouseEvent, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadHour } from '../../../../shared/contract/sync.ts';
import type { Day } from '../../../../shared/time.ts';
import { calendarDays, HOURS_A_DAY, heatScale, nextCell } from './calendar.ts';
import { HeatRow } from './HeatRow.tsx';
import { HourTip } from './HourTip.tsx';

const HOURS = Array.from({ length: HOURS_A_DAY }, (_, hour) => hour);

interface Pointed {
  hour: ReadHour;
  /** Middle of the cell's top edge, in pixels of the calendar. */
  x: number;
  y: number;
  below: boolean;
}

/**
 * A row a day, a cell an hour. One tip serves all cells, for mouse and keyboard alike: hundreds of tips of their own
 * would make the page slow.
 */
export function HeatCalendar({
  label,
  hours,
  from,
  to,
  byHour,
}: {
  label: string;
  hours: readonly ReadHour[];
  from: Day;
  to: Day;
  byHour: boolean;
}) {
  const { t } = useTranslation('completeness');
  const days = useMemo(() => calendarDays(hours, from, to), [hours, from, to]);
  const scale = useMemo(() => heatScale(hours), [hours]);
  const grid = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(0);
  const [pointed, setPointed] = useState<Pointed | null>(null);

  const point = useCallback(
    (target: EventTarget) => {
      const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-place]') : null;
      const at = cell ? Number(cell.dataset.place) : Number.NaN;
      const hour = days[Math.floor(at / HOURS_A_DAY)]?.hours[at % HOURS_A_DAY];
      if (!cell || !hour) return setPointed(null);
      setPointed({
        hour,
        x: cell.offsetLeft + cell.offsetWidth / 2,
        y: cell.offsetTop,
        below: at < 8 * HOURS_A_DAY,
      });
    },
    [days],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextCell(event.key, place, days.length);
    if (next === null) return;
    event.preventDefault();
    setPlace(next);
    grid.current?.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus();
  };
  const onFocus = (event: FocusEvent) => {
    const at = Number((event.target as HTMLElement).dataset.place);
    if (Number.isInteger(at)) setPlace(at);
    point(event.target);
  };

  return (
    <div className="ld-heat">
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-rowcount={days.length + 1}
        className="ld-heat__grid"
        onMouseOver={(event: MouseEvent) => point(event.target)}
        onMouseLeave={() => setPointed(null)}
        onFocus={onFocus}
        onBlur={() => setPointed(null)}
        onKeyDown={onKeyDown}
      >
        <div role="row" className="ld-heat__row ld-heat__row--head">
          <span role="columnheader">{t('day')}</span>
          {HOURS.map((hour) => (
            <span key={hour} role="columnheader" className="ld-heat__hour">
              {String(hour).padStart(2, '0')}
            </span>
          ))}
          <span role="columnheader" className="ld-heat__sum">
            {byHour ? t('rows') : t('times')}
          </span>
          <span role="columnheader" className="ld-heat__sum">
            {byHour ? t('missing') : null}
          </span>
        </div>
        {days.map((day, index) => (
          <HeatRow key={day.day} day={day} index={index} scale={scale} byHour={byHour} place={place} />
        ))}
      </div>
      {pointed ? <HourTip {...pointed} byHour={byHour} /> : null}
    </div>
  );
}
