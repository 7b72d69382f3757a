import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Forecast, ForecastWeek } from '../../../../shared/contract/forecast.ts';
import { formatFen, sumFen } from '../../../../shared/money.ts';
import { formatInstant } from '../../../../shared/time.ts';
import { navigate } from '../../../app/router/hash-location.ts';
import { ChartPanel } from '../../../parts/chart/ChartPanel.tsx';
import { useChartColours } from '../../../parts/chart/colours.ts';
import { EmptyState, formatCount, Panel } from '../../../parts/index.ts';
import { FigureTable } from '../../orders/analysis/FigureTable.tsx';
import { Figure } from '../../orders/analysis/RowsLink.tsx';
import { rowsAddress } from '../../orders/analysis/rows-address.ts';
import { cashOption } from './cash-option.ts';
import { waitingFilter } from './waiting-rows.ts';

/** Cash by the week it is expected in. */
export function CashPanel({ forecast }: { forecast: Forecast }) {
  const { t, i18n } = useTranslation('forecast');
  const colours = useChartColours();
  const { weeks, from } = forecast;
  const option = useMemo(
    () =>
      cashOption(
        weeks,
        {
          week: weekText,
          low: t('cash.low'),
          expected: t('cash.expected'),
          high: t('cash.high'),
          band: t('cash.band'),
          language: i18n.language,
        },
        colours,
      ),
    [weeks, colours, t, i18n.language],
  );
  const title = t('cash.title');
  if (weeks.length === 0)
    return (
      <Panel title={title}>
        <EmptyState
          small
          title={t(forecast.learned_rows === 0 ? 'cash.no_history' : 'cash.nothing_waits')}
          text={t(forecast.learned_rows === 0 ? 'cash.no_history_hint' : 'cash.nothing_waits_hint')}
        />
      </Panel>
    );
  const filterOf = ({ paid_from, paid_to }: ForecastWeek) =>
    waitingFilter(forecast.waiting_statuses, { from: paid_from, to: paid_to });
  const expected = sumFen(weeks.map(({ expected_fen }) => expected_fen));
  return (
    <ChartPanel
      title={title}
      label={t('cash.label', { weeks: weeks.length, expected: formatFen(expected) })}
      note={t('note', { known: from === null ? '—' : formatInstant(from), rows: formatCount(forecast.learned_rows) })}
      option={option}
      height={280}
      hint={t(forecast.learned_months < 2 ? 'cash.hint_chance' : 'cash.hint', { count: forecast.learned_months })}
      onPick={({ x }) => {
        const week = weeks[x];
        if (week && week.rows > 0) navigate(rowsAddress(filterOf(week), null));
      }}
      table={
        <FigureTable
          heads={[t('cash.week'), t('cash.low'), t('cash.expected'), t('cash.high'), t('cash.rows')]}
          rows={[
            ...weeks.map((week) => ({
              key: week.from_day,
              name: weekText(week),
              cells: [
                formatFen(week.low_fen),
                formatFen(week.expected_fen),
                formatFen(week.high_fen),
                <Figure
                  key="rows"
                  text={formatCount(week.rows)}
                  rows={week.rows}
                  filter={filterOf(week)}
                  asOf={null}
                />,
              ],
            })),
            {
              key: 'all',
              name: t('total'),
              cells: ['', formatFen(expected), '', formatCount(weeks.reduce((rows, week) => rows + week.rows, 0))],
            },
          ]}
        />
      }
    />
  );
}

/** The days without their year: a forecast ends within weeks. */
function weekText({ from_day, to_day }: ForecastWeek): string {
  return `${from_day.slice(5)} – ${to_day.slice(5)}`;
}
