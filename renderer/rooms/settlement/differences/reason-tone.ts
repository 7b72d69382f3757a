import type { DifferenceReason } from '../../../../shared/contract/difference.ts';
import type { Tone } from '../../../parts/index.ts';

/** Explained to the fen is quiet; what nobody can explain stands out. */
export const REASON_TONE: Record<DifferenceReason, Tone> = {
  rounding: 'quiet',
  partial_refund: 'info',
  fee_appeared: 'info',
  role: 'warn',
  rule_changed: 'warn',
  unexplained: 'bad',
};
