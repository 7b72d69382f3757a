import type { Translation } from '../../../../shared/error-text/translation.ts';
import type { overview as zh } from '../zh/overview.ts';

export const overview: Translation<typeof zh> = {
  title: 'Overview',
  today: '{{day}}',
  stat: {
    invitations: 'Open invitations',
    invitations_hint: 'Shops await an answer',
    plans_ending: 'Plans ending in 7 days',
    plans_ending_hint_one: '{{count}} of them is listed',
    plans_ending_hint_other: '{{count}} of them are listed',
    quarantined: 'Orders without details',
    quarantined_hint: 'Not given by the platform now; retried',
    quarantined_none: 'All details have been read',
    settled: 'Settled fees, {{period}}',
    settled_hint_one: '{{rows}} row',
    settled_hint_other: '{{rows}} rows',
    unsettled: 'Unsettled estimate, {{period}}',
    unsettled_hint_one: '{{rows}} row, may still change',
    unsettled_hint_other: '{{rows}} rows, may still change',
    invitations_none: 'No invitation is waiting',
    plans_none: 'No plan ends within a week',
  },
  chart: {
    title: 'Sales of 30 days (by day of payment)',
    label: '{{metric}} on each of the last 30 days, by channel',
    metric: { actual_payment_fen: 'Paid', service_amount_fen: 'Service fee', rows: 'Rows' },
    empty: 'No paid commission order in 30 days',
    day_total: 'Total',
  },
  promoters: {
    title: 'Top promoters of 30 days',
    all: 'All promoters',
    empty: 'No promoter sale in 30 days',
  },
  invitations: {
    title: 'Invitations waiting for an answer',
    all: 'All invitations',
    empty: 'No invitation is waiting',
  },
  plans: {
    title: 'Plans ending soon',
    all: 'Products',
    empty: 'No plan ends within a week',
    listed: 'Listed',
    not_listed: 'Not listed',
  },
  start: {
    connect_title: 'Connect your institution first',
    connect_text:
      'With AppID and AppSecret, League Desk reads shops, products, promoters and commission orders onto this machine, where they stay available offline.',
    connect: 'Open settings',
    sync_title: 'No data yet',
    sync_text:
      'The first sync reads the commission orders of 180 days and may take some minutes. Stop it at any time; whatever was read is saved.',
    sync: 'Start a sync',
    syncing_title: 'The first sync is running',
    syncing_text: 'What is read appears here bit by bit; the other rooms can be opened now.',
  },
};
