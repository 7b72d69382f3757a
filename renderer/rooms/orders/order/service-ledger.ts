import type { OrderState } from '../../../../shared/contract/order.ts';
import { type Fen, MoneyRangeError, sumFen } from '../../../../shared/money.ts';
import { type Ppm, shareOf } from '../../../../shared/rate.ts';

/** A line of the sum that our figure is. Amounts handed on and fees are negative. */
export interface LedgerLine {
  term: 'gross' | 'platform_fee' | 'to_reseller' | 'agency' | 'to_promoter';
  fen: Fen;
  /** Of the gross: what it is the rate of. */
  of: { base: Fen; ratio: Ppm } | null;
}

/**
 * How `expected_fen` comes about, by the institution's place in the chain. Null when there is no figure of ours, or when
 * the lines would not add up to it: a sum that explains another number explains nothing.
 */
export function serviceLedger(order: OrderState): LedgerLine[] | null {
  if (order.expected_fen === null) return null;
  const lines = linesOf(order);
  return lines !== null && sumFen(lines.map((line) => line.fen)) === order.expected_fen ? lines : null;
}

function linesOf(order: OrderState): LedgerLine[] | null {
  const gross = grossLine(order);
  const fee = line('platform_fee', minus(order.platform_amount_fen));
  const reseller = order.sub_agency_appid === null ? [] : [line('to_reseller', minus(order.sub_agency_amount_fen))];
  const agency = [line('agency', order.agency_amount_fen ?? 0), line('to_promoter', minus(order.promoter_amount_fen))];
  switch (order.role) {
    case 'head':
      return gross && [gross, fee, ...reseller];
    case 'both':
      return gross && [gross, fee, ...reseller, ...agency];
    case 'promoter_agency':
      return [agency[0]!, fee, agency[1]!];
    default:
      return null;
  }
}

function grossLine({ actual_payment_fen: base, service_ratio_ppm: ratio }: OrderState): LedgerLine | null {
  if (base === null || ratio === null) return null;
  try {
    return { term: 'gross', fen: shareOf(base, ratio), of: { base, ratio } };
  } catch (error) {
    if (error instanceof MoneyRangeError) return null;
    throw error;
  }
}

function line(term: LedgerLine['term'], fen: Fen): LedgerLine {
  return { term, fen, of: null };
}

function minus(fen: Fen | null): Fen {
  return fen ? -fen : 0;
}
