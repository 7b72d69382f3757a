import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrackMonth, Tracks } from '../../../../shared/contract/forecast.ts';
import type { OrderFilter } from '../../../../shared/contract/order.ts';
import { formatFen } from '../../../../shared/money.ts';
import { COMMISSION_STATUS } from '../../../../shared/status.ts';
import { navigate } from '../../../app/router/hash-location.ts';
import { ChartPanel } from '../../../parts/chart/ChartPanel.tsx';
import { useChartColours } from '../../../parts/chart/colours.ts';
import { EmptyState, formatCount, Panel } from '../../../parts/index.ts';
import { FigureTable } from '../../orders/analysis/FigureTable.tsx';
import { Figure } from '../../orders/analysis/RowsLink.tsx';
import { rowsAddress } from '../../orders/analysis/rows-address.ts';
import { monthDays } from '../../orders/date-preset.ts';
import { tracksOption } from './tracks-option.ts';
import { waitingFilter } from './waiting-rows.ts';

/** By month of payment: what was estimated, what came of it, and what still waits. */
export function TracksPanel({ tracks, note }: { tracks: Tracks; note: string }) {
  const { t, i18n } = useTranslation('forecast');
  const colours = useChartColours();
  const { months, waiting_statuses } = tracks;
  const option = useMemo(
    () =>
      tracksOption(
        months,
        {
          estimated: t('tracks.estimated'),
          settled: t('tracks.settled'),
          waiting: t('tracks.waiting'),
          variance: t('tracks.variance'),
          language: i18n.language,
        },
        colours,
      ),
    [months, colours, t, i18n.language],
  );
  const title = t('tracks.title');
  if (months.every(({ rows }) => rows === 0))
    return (
      <Panel title={title}>
        <EmptyState small title={t('tracks.none')} text={t('tracks.none_hint')} />
      </Panel>
    );
  const paid = (month: TrackMonth, status?: number): OrderFilter => ({
    axis: 'paid',
    ...monthDays(month.period),
    ...(status === undefined ? {} : { commission_status: [status] }),
  });
  const link = (text: string, rows: number, filter: OrderFilter, negative = false) => (
    <Figure text={text} negative={negative} rows={rows} filter={filter} asOf={null} />
  );
  return (
    <ChartPanel
      title={title}
      label={t('tracks.label', { from: months[0]!.period, to: months.at(-1)!.period })}
      note={note}
      option={option}
      height={300}
      hint={t('tracks.hint')}
      onPick={({ x }) => {
        const month = months[x];
        if (month && month.rows > 0) navigate(rowsAddress(paid(month), null));
      }}
      table={
        <FigureTable
          heads={[
            t('tracks.month'),
            t('tracks.rows'),
            t('tracks.estimated_rows'),
            t('tracks.estimated'),
            t('tracks.settled'),
            t('tracks.variance'),
            t('tracks.cancelled_rows'),
            t('tracks.cancelled'),
            t('tracks.waiting_rows'),
            t('tracks.waiting'),
          ]}
          rows={months.toReversed().map((month) => {
            const waiting = waitingFilter(waiting_statuses, monthDays(month.period));
            const settled = paid(month, COMMISSION_STATUS.settled);
            const cancelled = paid(month, COMMISSION_STATUS.cancelled);
            return {
              key: month.period,
              name: month.period,
              cells: [
                link(formatCount(month.rows), month.rows, paid(month)),
                formatCount(month.estimated_rows),
                link(formatFen(month.estimated_fen), month.estimated_rows, paid(month)),
                link(formatFen(month.settled_fen), month.settled_rows, settled),
                month.compared_rows === 0
                  ? '—'
                  : link(formatFen(month.variance_fen), month.compared_rows, settled, month.variance_fen < 0),
                link(formatCount(month.cancelled_rows), month.cancelled_rows, cancelled),
                link(formatFen(month.cancelled_estimate_fen), month.cancelled_rows, cancelled),
                link(formatCount(month.waiting_rows), month.waiting_rows, waiting),
                link(formatFen(month.waiting_fen), month.waiting_rows, waiting),
              ],
            };
          })}
        />
      }
    />
  );
}
