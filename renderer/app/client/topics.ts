import type { Topic } from '../../../shared/contract/events.ts';
import type { RouteName } from '../../../shared/contract/routes.ts';

type RoutePrefix =
  | RouteName
  | `${'partnership' | 'product' | 'listing' | 'promoter' | 'poster' | 'order' | 'review' | 'analysis' | 'view' | 'settlement' | 'report' | 'rule' | 'difference' | 'forecast' | 'funds' | 'import' | 'payee' | 'clawback' | 'payout' | 'audit' | 'sync' | 'background' | 'staging'}.`;

/** Which answers are stale when a topic of the store changed. A prefix ending in a dot means all routes of a room. */
const STALE: Record<Topic, readonly RoutePrefix[]> = {
  partnerships: ['audit.', 'partnership.', 'listing.list', 'desk.overview', 'desk.status'],
  products: ['audit.', 'product.', 'poster.', 'listing.list', 'partnership.get', 'desk.overview', 'desk.status'],
  listings: [
    'audit.',
    'listing.',
    'poster.',
    'product.list',
    'product.get',
    'product.alerts',
    'promoter.get',
    'desk.overview',
    'desk.status',
  ],
  promoters: ['promoter.', 'poster.', 'listing.list', 'settlement.period', 'desk.status'],
  orders: [
    'order.',
    'review.',
    'analysis.',
    'promoter.',
    'partnership.get',
    'settlement.',
    'difference.',
    'forecast.',
    'funds.',
    'report.recipients',
    'desk.overview',
    'desk.status',
  ],
  // What is held or excluded is not paid: decisions move the open months, too.
  reviews: ['audit.', 'order.', 'review.', 'settlement.', 'report.recipients', 'desk.overview'],
  views: ['audit.', 'view.'],
  settlement: [
    'audit.',
    'settlement.',
    'report.',
    'promoter.',
    'difference.',
    'funds.',
    'payee.',
    'payout.',
    'clawback.',
    'desk.overview',
  ],
  rules: ['audit.', 'rule.', 'settlement.', 'promoter.', 'order.', 'listing.list', 'report.recipients'],
  funds: ['audit.', 'funds.', 'import.', 'difference.', 'settlement.period'],
  payees: ['audit.', 'payee.', 'payout.', 'clawback.', 'promoter.', 'report.recipients'],
  reports: ['audit.', 'report.'],
  // The end of a run sets the time of the next, and may mend what needed a person.
  sync: ['sync.', 'background.', 'desk.status'],
  background: ['background.'],
  status: ['desk.status', 'sync.status', 'background.get'],
  staging: ['staging.', 'audit.'],
};

/** Whether an answer of the route may have changed with one of the topics. */
export function isStale(route: string, topics: Iterable<Topic>): boolean {
  for (const topic of topics) {
    for (const prefix of STALE[topic] ?? []) {
      if (prefix.endsWith('.') ? route.startsWith(prefix) : route === prefix) return true;
    }
  }
  return false;
}
