import { EXCLUDE_REASONS, HOLD_REASONS, type ReviewReason } from '../../../../shared/contract/review.ts';

export type Asking = 'hold' | 'exclude';

/** The reasons of a hold or an exclusion, in the order of their number keys. */
export const REASONS: Readonly<Record<Asking, readonly ReviewReason[]>> = {
  hold: HOLD_REASONS,
  exclude: EXCLUDE_REASONS,
};
