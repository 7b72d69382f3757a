import type { OrderFilter } from '../../../../shared/contract/order.ts';

/** Paid and neither settled nor cancelled, paid between two days (both included; null: without an end). */
export function waitingFilter(
  statuses: readonly (number | null)[],
  { from, to }: { from: string | null; to: string | null },
): OrderFilter {
  return {
    axis: 'paid',
    commission_status: [...statuses],
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
}
