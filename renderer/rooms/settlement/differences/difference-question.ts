import {
  COMPARED,
  type Compared,
  DIFFERENCE_REASONS,
  type DifferenceReason,
} from '../../../../shared/contract/difference.ts';

export const STATES = ['open', 'accepted'] as const;
export type State = (typeof STATES)[number];

export interface DifferenceQuestion {
  of: Compared;
  reason?: DifferenceReason;
  accepted?: boolean;
}

/** What the address narrows the month to; what it does not know is left out. */
export function readDifferences(params: URLSearchParams): DifferenceQuestion {
  const reason = DIFFERENCE_REASONS.find((one) => one === params.get('reason'));
  const state = STATES.find((one) => one === params.get('state'));
  return {
    of: COMPARED.find((one) => one === params.get('of')) ?? 'service_amount',
    ...(reason ? { reason } : {}),
    ...(state ? { accepted: state === 'accepted' } : {}),
  };
}

export const TABS = ['rows', 'checks'] as const;
export type Tab = (typeof TABS)[number];

export function readTab(params: URLSearchParams): Tab {
  return TABS.find((one) => one === params.get('tab')) ?? 'rows';
}
