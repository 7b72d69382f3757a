import type { Measures } from '../../../../shared/contract/analysis.ts';
import { formatFen } from '../../../../shared/money.ts';
import { formatCount } from '../../../parts/index.ts';

export type Measure = keyof Measures;

export const MEASURES = [
  'rows',
  'orders',
  'actual_payment_fen',
  'service_total_fen',
  'platform_amount_fen',
  'service_amount_fen',
  'promoter_amount_fen',
  'owed_fen',
  'net_fen',
  'difference_fen',
] as const satisfies readonly Measure[];

export const isMoney = (measure: Measure) => measure !== 'rows' && measure !== 'orders';

/** As it stands on screen: yuan with two digits, counts with separators. */
export function measureText(measure: Measure, value: number): string {
  return isMoney(measure) ? formatFen(value) : formatCount(value);
}

/** As it is pasted into a spreadsheet: a plain number. */
export function plainText(measure: Measure, value: number): string {
  return isMoney(measure) ? formatFen(value).replaceAll(',', '') : String(value);
}

const RANKS = ['rows', 'actual_payment_fen', 'service_amount_fen', 'net_fen'] as const;
const RANK_OF: Partial<Record<Measure, (typeof RANKS)[number]>> = {
  orders: 'rows',
  owed_fen: 'net_fen',
};

/** What the service picks the greatest members by: the measure shown, or the nearest to it that it ranks by. */
export function rankOf(measure: Measure): (typeof RANKS)[number] {
  return RANK_OF[measure] ?? RANKS.find((rank) => rank === measure) ?? 'service_amount_fen';
}
