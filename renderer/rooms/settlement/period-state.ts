import type { PeriodSummary } from '../../../shared/contract/settlement.ts';
import type { Tone } from '../../parts/index.ts';

export const STATE_TONE: Record<PeriodSummary['state'], Tone> = { open: 'info', reopened: 'warn', closed: 'ok' };
