import type { EndpointUse } from '../../../../shared/contract/sync.ts';

export interface Quota {
  rest: number;
  limit: number;
  /** Used share in whole percent. */
  percent: number;
  tone: 'ok' | 'warn' | 'bad';
}

/**
 * A day's allowance and what is left of it; null where the platform has not said. What was left when it was asked
 * may have been used since, so our own count of today's calls is believed where it is higher.
 */
export function quotaOf(use: Pick<EndpointUse, 'daily_limit' | 'daily_remain' | 'calls_today'>): Quota | null {
  const { daily_limit: limit, daily_remain: told } = use;
  if (limit === null || limit <= 0) return null;
  const counted = Math.max(0, limit - use.calls_today);
  const rest = told === null ? counted : Math.max(0, Math.min(told, counted));
  const percent = Math.min(100, Math.round(((limit - rest) / limit) * 100));
  return { rest, limit, percent, tone: rest === 0 ? 'bad' : percent >= 80 ? 'warn' : 'ok' };
}
