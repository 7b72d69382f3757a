import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../shared/contract/desk.ts';
import { addressOf } from '../../app/router/address.ts';
import { Count, formatCount, Money, StatCard } from '../../parts/index.ts';
import { ordersAddress } from '../orders/address.ts';
import { monthDays } from './month-days.ts';

/** What waits for staff today, and the month's money. Each figure opens its rows. */
export function TodayStats({ overview, invitations }: { overview: Overview; invitations: number }) {
  const { t } = useTranslation('overview');
  const { month } = overview;
  const plans = overview.plans_ending_count;
  const listed = overview.plans_ending.filter((plan) => plan.listed).length;
  const range = monthDays(month.period);
  return (
    <div className="ld-stats">
      <StatCard
        label={t('stat.invitations')}
        value={<Count of={invitations} />}
        hint={invitations ? t('stat.invitations_hint') : t('stat.invitations_none')}
        tone={invitations ? 'warn' : 'plain'}
        to={addressOf('partnerships', { status: 1 })}
      />
      <StatCard
        label={t('stat.plans_ending')}
        value={<Count of={plans} />}
        hint={plans ? t('stat.plans_ending_hint', { count: listed }) : t('stat.plans_none')}
        tone={listed ? 'warn' : 'plain'}
        to={addressOf('products', { sort: 'plan_end.asc' })}
      />
      <StatCard
        label={t('stat.quarantined')}
        value={<Count of={overview.quarantined} />}
        hint={overview.quarantined ? t('stat.quarantined_hint') : t('stat.quarantined_none')}
        to={addressOf('sync', { tab: 'quarantine' })}
      />
      <StatCard
        label={t('stat.settled', { period: month.period })}
        value={<Money fen={month.settled_fen} sign />}
        hint={t('stat.settled_hint', { count: month.settled_rows, rows: formatCount(month.settled_rows) })}
        to={ordersAddress({ commission_status: [100], axis: 'settled', ...range })}
      />
      <StatCard
        label={t('stat.unsettled', { period: month.period })}
        value={<Money fen={month.unsettled_fen} sign estimated />}
        hint={t('stat.unsettled_hint', { count: month.unsettled_rows, rows: formatCount(month.unsettled_rows) })}
        to={ordersAddress({ commission_status: [20], axis: 'paid', ...range })}
      />
    </div>
  );
}
