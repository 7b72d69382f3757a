import { useTranslation } from 'react-i18next';
import { type Forecast, LEARNED_ENOUGH } from '../../../../shared/contract/forecast.ts';
import { formatPpm } from '../../../../shared/rate.ts';
import { dayOf } from '../../../../shared/time.ts';
import { formatCount, Money, StatCard } from '../../../parts/index.ts';
import { ordersAddress } from '../../orders/address.ts';
import { waitingFilter } from './waiting-rows.ts';

/** What the forecast is of, and what it was learned from. */
export function ForecastFacts({ forecast }: { forecast: Forecast }) {
  const { t } = useTranslation('forecast');
  const { from, waiting_rows, waiting_fen, overdue_rows, overdue_fen, waiting_statuses } = forecast;
  const waiting = (to: string | null) => ordersAddress(waitingFilter(waiting_statuses, { from: null, to }));
  const thin = forecast.learned_rows < LEARNED_ENOUGH;
  return (
    <div className="ld-forecast__facts">
      <StatCard
        label={t('fact.waiting')}
        value={<Money fen={waiting_fen} estimated={waiting_rows > 0} />}
        hint={t('fact.rows', { rows: formatCount(waiting_rows) })}
        {...(waiting_rows > 0 && from !== null ? { to: waiting(dayOf(from)) } : {})}
      />
      <StatCard
        label={t('fact.overdue')}
        value={<Money fen={overdue_fen} />}
        hint={t(overdue_rows > 0 ? 'fact.overdue_rows' : 'fact.overdue_none', { rows: formatCount(overdue_rows) })}
        tone={overdue_rows > 0 ? 'warn' : 'plain'}
        {...(overdue_rows > 0 ? { to: waiting(forecast.overdue_paid_to) } : {})}
      />
      <StatCard
        label={t('fact.delay')}
        value={forecast.median_days === null ? '—' : t('fact.days', { days: forecast.median_days })}
        hint={forecast.p90_days === null ? t('fact.unknown') : t('fact.p90', { days: forecast.p90_days })}
      />
      <StatCard
        label={t('fact.cancelled')}
        value={forecast.cancelled_ppm === null ? '—' : formatPpm(roundedToTenth(forecast.cancelled_ppm))}
        hint={t('fact.cancelled_hint')}
      />
      <StatCard
        label={t('fact.learned')}
        value={formatCount(forecast.learned_rows)}
        hint={t(thin ? 'fact.learned_thin' : 'fact.learned_months', { count: forecast.learned_months })}
        tone={thin ? 'warn' : 'plain'}
      />
    </div>
  );
}

/** To a tenth of a percent: nobody knows more of what is to come. */
function roundedToTenth(ppm: number): number {
  return Math.round(ppm / 1000) * 1000;
}
