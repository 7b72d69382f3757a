import type { PayoutBatch, PayoutItem } from '../../../../shared/contract/payout.ts';
import type { Tone } from '../../../parts/index.ts';

export const BATCH_TONE: Record<PayoutBatch['state'], Tone> = {
  draft: 'warn',
  approved: 'info',
  paid: 'ok',
  partly_paid: 'warn',
  failed: 'bad',
  cancelled: 'quiet',
};

export const ITEM_TONE: Record<PayoutItem['state'], Tone> = {
  waiting: 'info',
  paid: 'ok',
  partly_paid: 'warn',
  failed: 'bad',
};
