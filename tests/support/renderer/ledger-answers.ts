import type { EndpointUse, LedgerRow } from '../../../shared/contract/sync.ts';
import type { Answers } from './answers.ts';
import { HOUR, NOW } from './invented.ts';

const use = (endpoint: string, calls: number, more: Partial<EndpointUse> = {}): EndpointUse => ({
  endpoint,
  calls,
  failed: 0,
  millis_avg: 40 + (calls % 61),
  calls_today: Math.floor(calls / 3),
  busiest_minute: Math.min(480, Math.ceil(calls / 17)),
  daily_limit: null,
  daily_remain: null,
  call_count: null,
  refresh_seconds: null,
  limits_asked_at: null,
  learned_per_minute: null,
  limited_at: null,
  ...more,
});

const asked = { limits_asked_at: NOW - 2 * HOUR };
const detail = '/channels/ec/league/headsupplier/order/get';
const uses = (usedUp: boolean): EndpointUse[] => [
  use(detail, usedUp ? 149_402 : 8421, {
    failed: usedUp ? 214 : 3,
    calls_today: usedUp ? 50_000 : 2807,
    daily_limit: 50_000,
    daily_remain: usedUp ? 0 : 47_193,
    call_count: 600,
    refresh_seconds: 60,
    learned_per_minute: 480,
    limited_at: NOW - 20 * 60,
    ...asked,
  }),
  use('/channels/ec/league/headsupplier/order/list/get', 283, {
    daily_limit: 10_000,
    daily_remain: 9906,
    call_count: 300,
    refresh_seconds: 60,
    ...asked,
  }),
  use('/channels/ec/league/headsupplier/product/promotable/list/get', 612, {
    calls_today: 204,
    daily_limit: 240,
    daily_remain: 36,
    ...asked,
  }),
  use('/channels/ec/league/headsupplier/shop/list/get', 2),
  use('/channels/ec/promoter/get_bind_sharer_list', 15, { failed: 1 }),
  use('/cgi-bin/stable_token', 1),
];

function calls(): LedgerRow[] {
  return Array.from({ length: 100 }, (_, index) => ({
    at: NOW - 13 * 60 - index,
    endpoint: index % 7 ? detail : '/channels/ec/league/headsupplier/order/list/get',
    outcome: index === 4 ? '45011' : index === 11 ? 'network.timeout' : index === 23 ? '-1' : 'ok',
    millis: index === 11 ? 15_004 : 38 + ((index * 31) % 190),
    rid: index === 11 ? null : `6921${index.toString(16).padStart(4, '0')}-3b2f1c9a-51a0c7d${index % 10}`,
    try_number: index === 4 ? 2 : 1,
  }));
}

export const ledgerAnswers: Answers = {
  'sync.ledger': ({ input, scenario }) => {
    if (scenario === 'empty' || scenario === 'fresh') return { rows: [], by_endpoint: [] };
    const { failed_only: failedOnly } = input as { failed_only?: boolean };
    const rows = calls();
    return {
      rows: failedOnly ? rows.filter((row) => row.outcome !== 'ok') : rows,
      by_endpoint: uses(scenario === 'quota'),
    };
  },
};
