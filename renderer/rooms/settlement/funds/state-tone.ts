import type { FundsState } from '../../../../shared/contract/funds.ts';
import type { Tone } from '../../../parts/index.ts';

export const STATE_TONE: Record<FundsState, Tone> = {
  matched: 'ok',
  differs: 'bad',
  flow_missing: 'warn',
  order_missing: 'warn',
  accepted: 'info',
};
