import { COMPARED, DIFFERENCE_REASONS, type Recomputation } from '../../../shared/contract/difference.ts';
import type { Rounding } from '../../../shared/contract/rule.ts';
import { addFen, type Fen } from '../../../shared/money.ts';
import type { Pace } from '../report/pace.ts';
import { holdSnapshot } from '../report/snapshot.ts';
import { moneyRules } from '../rule/money-rules.ts';
import type { StoreReader } from '../store/store.ts';
import { type Differing, type Explained, explainer } from './differing.ts';
import { eachFeeRow, rowsIn, type Scope } from './fee-row.ts';
import { type FeeRow, ourFigure, statedFigure } from './figures.ts';
import { isNearShare, RoundingTally } from './rounding-tally.ts';
import { lastDayOf } from './scope-day.ts';
import { TalentSample } from './talent-sample.ts';

/**
 * Works out every figure of the scope anew from the amounts of the replies, beside what the platform says: the net fee
 * with the reasons of its differences, every identity of the chain, and how amounts were rounded. Reads one state of the
 * books. Throws `period.invalid`, and `job.cancelled` when the pace says so.
 */
export function recompute(reader: StoreReader, scope: Scope, pace: Pace): Recomputation {
  const release = holdSnapshot(reader);
  try {
    pace.step('recompute', rowsIn(reader, scope));
    const sums = new Sums();
    eachFeeRow(reader, scope, { see: (row) => sums.see(row), did: (rows) => pace.did(rows) });
    pace.step('explain', sums.differing.length);
    const explain = explainer(reader, scope, 'service_amount');
    const explained = sums.differing.map((found) => {
      const one = explain(found);
      pace.did();
      return one;
    });
    pace.step('sample', null);
    const day = lastDayOf(reader, scope);
    const ruled = day === null ? null : (moneyRules(reader).rounding(day)?.rounding ?? null);
    return {
      period: scope,
      ...sums.totals(),
      reasons: byReason(explained),
      roundings: [...sums.roundings(ruled), sums.talents.finding(reader, ruled, () => pace.check())],
      identities: sums.identities(),
    };
  } finally {
    release();
  }
}

/** Everything one look at each row gives. */
class Sums {
  readonly differing: Differing[] = [];
  readonly talents = new TalentSample();
  readonly #gross = new RoundingTally('gross');
  readonly #fee = new RoundingTally('platform_fee');
  readonly #promoter = new RoundingTally('promoter');
  readonly #identities = COMPARED.map((of) => ({ of, holds: 0, differs: 0, open: 0, difference_fen: 0 }));
  #rows = 0;
  #platform = 0;
  #ours = 0;
  #withoutFigure = 0;
  #withoutFigureFen = 0;

  see(row: FeeRow): void {
    this.#rows += 1;
    for (const identity of this.#identities) {
      const stated = statedFigure(identity.of, row);
      const ours = ourFigure(identity.of, row);
      if (ours === null || stated === null) identity.open += 1;
      else if (ours === stated) identity.holds += 1;
      else {
        identity.differs += 1;
        identity.difference_fen = addFen(identity.difference_fen, stated - ours);
      }
      if (identity.of === 'service_amount') this.#net(row.id, ours, stated);
    }
    this.#tally(row);
    this.talents.see(row);
  }

  #net(id: number, ours: Fen | null, platform: Fen | null): void {
    if (ours === null || platform === null) {
      this.#withoutFigure += 1;
      this.#withoutFigureFen = addFen(this.#withoutFigureFen, platform ?? 0);
      return;
    }
    this.#ours = addFen(this.#ours, ours);
    this.#platform = addFen(this.#platform, platform);
    if (ours !== platform) this.differing.push({ id, ours_fen: ours, platform_fen: platform });
  }

  #tally(row: FeeRow): void {
    const { actual_payment_fen: payment, service_ratio_ppm: ratio, service_total_fen: whole } = row;
    if (payment !== null && ratio !== null && whole !== null) this.#gross.see(payment, ratio, whole);
    const fee = row.platform_amount_fen;
    if (fee && whole !== null) this.#fee.see(whole, PLATFORM_FEE, fee);
    const { promoter_ratio_ppm: part, promoter_amount_fen: share, agency_amount_fen: agency } = row;
    if (!share || part === null) return;
    // Of what the rate is taken only the amount tells; where neither comes near, it tells nothing of rounding either.
    if (agency !== null && isNearShare(agency, part, share)) this.#promoter.see(agency, part, share);
    else if (payment !== null && isNearShare(payment, part, share)) this.#promoter.see(payment, part, share);
  }

  totals() {
    return {
      rows: this.#rows,
      platform_fen: this.#platform,
      ours_fen: this.#ours,
      difference_fen: this.#platform - this.#ours,
      without_figure: this.#withoutFigure,
      without_figure_fen: this.#withoutFigureFen,
    };
  }

  roundings(ruled: Rounding | null) {
    return [this.#gross, this.#fee, this.#promoter].map((tally) => tally.finding(ruled));
  }

  identities() {
    return this.#identities;
  }
}

/** The documented part of the gross; where it is taken, the fee shows by itself whether it is another. */
const PLATFORM_FEE = 100_000;

function byReason(explained: readonly Explained[]): Recomputation['reasons'] {
  return DIFFERENCE_REASONS.flatMap((reason) => {
    const rows = explained.filter((one) => one.reason === reason);
    if (rows.length === 0) return [];
    return [
      {
        reason,
        rows: rows.length,
        difference_fen: rows.reduce((sum, one) => addFen(sum, one.difference_fen), 0),
        absolute_fen: rows.reduce((sum, one) => addFen(sum, Math.abs(one.difference_fen)), 0),
        accepted_rows: rows.filter((one) => one.accepted !== null).length,
      },
    ];
  });
}
