import type { IncentiveEstimate } from '../../../shared/contract/rule.ts';
import type { Fen } from '../../../shared/money.ts';
import { shareOf } from '../../../shared/rate.ts';
import { dayOf, type Period } from '../../../shared/time.ts';
import { closedMonth } from '../settlement/closed.ts';
import { rangeOf, settledIn } from '../settlement/source.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { moneyRules } from './money-rules.ts';

/**
 * The incentive a month would earn: the whole settled base times the rate of the band it lies in, at most the band's
 * cap. The base is what buyers paid (actual_payment) for the sales settled in the month. The platform decides by its
 * own data, so this is an estimate. Throws `period.invalid`.
 */
export function incentiveEstimate(reader: StoreReader, { period }: { period: Period }): IncentiveEstimate {
  const lastDay = dayOf(rangeOf(period).to - 1);
  const closed = closedMonth(reader, period);
  const base = closed ? closed.totals.actual_payment_fen : presentPayment(reader, period);
  const bands = moneyRules(reader)
    .incentives(lastDay)
    .map(({ rule_id, band_from_fen, band_to_fen, ratio_ppm, cap_fen, source, checked_on }) => {
      const applies = band_from_fen <= base && (band_to_fen === null || base < band_to_fen);
      const amount_fen = applies ? capped(shareOf(base, ratio_ppm), cap_fen) : 0;
      return { rule_id, band_from_fen, band_to_fen, ratio_ppm, cap_fen, source, checked_on, amount_fen, applies };
    });
  return {
    period,
    closed: closed !== null,
    settled_base_fen: base,
    bands,
    amount_fen: bands.length === 0 ? null : bands.reduce((sum, { amount_fen }) => sum + amount_fen, 0),
  };
}

function presentPayment(reader: StoreReader, period: Period): Fen {
  const paid = sql`select sum(actual_payment_fen) from commission_order where ${settledIn(reader, period)}`;
  return reader.value<Fen | null>(paid) ?? 0;
}

function capped(amount: Fen, cap: Fen | null): Fen {
  return cap === null ? amount : Math.min(amount, cap);
}
