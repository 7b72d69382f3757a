import type { OrderFilter } from '../../../shared/contract/order.ts';
import { period as periodText } from '../../../shared/contract/paging.ts';
import { COMMISSION_STATUS } from '../../../shared/status.ts';
import { ordersAddress } from '../orders/address.ts';
import { monthDays } from '../orders/date-preset.ts';

export const TABS = ['merchants', 'promoters', 'channels', 'adjustments', 'checks'] as const;
export type Tab = (typeof TABS)[number];

export function readTab(text: string | null): Tab {
  return TABS.find((tab) => tab === text) ?? 'merchants';
}

/** The period the address names, else the newest there is. */
export function readPeriod(text: string | null, known: readonly { period: string }[]): string | null {
  const parsed = periodText.safeParse(text);
  if (parsed.success) return parsed.data;
  return known.reduce<string | null>(
    (newest, { period }) => (newest !== null && newest > period ? newest : period),
    null,
  );
}

/** The rows behind a figure of a period: settled in that month, narrowed to one shop, promoter or channel. */
export function settledRows(period: string, narrow: Partial<OrderFilter> = {}): string {
  return ordersAddress({
    axis: 'settled',
    ...monthDays(period),
    commission_status: [COMMISSION_STATUS.settled],
    ...narrow,
  });
}

/** The rows behind the estimates beside it: paid in that month and not settled yet. */
export function unsettledRows(period: string): string {
  return ordersAddress({ axis: 'paid', ...monthDays(period), commission_status: [COMMISSION_STATUS.unsettled] });
}
