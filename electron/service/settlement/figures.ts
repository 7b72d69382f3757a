import type { ChannelSum, MerchantSum, PromoterSum } from '../../../shared/contract/settlement.ts';
import { SPLIT_PAYER } from '../../../shared/status.ts';
import type { Period } from '../../../shared/time.ts';
import { Fingerprint } from './fingerprint.ts';
import type { SettlementLine } from './line.ts';
import { GroupedSums, LineSum, type LineSums, OrderNumbers } from './sums.ts';

export interface PeriodFigures {
  period: Period;
  sums: LineSums;
  merchants: MerchantSum[];
  promoters: PromoterSum[];
  channels: ChannelSum[];
  /** Lines that correct closed months; in none of the sums above. */
  adjustments: LineSums;
  owed_without_rule: number;
  identity_differences: number;
  hash: string;
}

/** Everything the lines of a period say by themselves, in one pass over them in the order of `compareLines`. */
export class FigureBuilder {
  readonly #period: Period;
  readonly #orders = new OrderNumbers();
  readonly #total = new LineSum();
  readonly #groups: GroupedSums | null;
  readonly #adjustments = new LineSum();
  readonly #fingerprint: Fingerprint;
  #owedWithoutRule = 0;
  #identityDifferences = 0;

  /** Without groups where only the whole is asked for: they are a third of the work. */
  constructor(period: Period, { groups = true }: { groups?: boolean } = {}) {
    this.#period = period;
    this.#groups = groups ? new GroupedSums() : null;
    this.#fingerprint = new Fingerprint(period);
  }

  /** Throws `MoneyRangeError` for amounts that cannot be added; the hash takes them in all the same. */
  add(line: SettlementLine): void {
    this.#fingerprint.add(line);
    const order = this.#orders.of(line.order_id);
    if (line.kind === 'adjustment') {
      this.#adjustments.add(line, order);
      return;
    }
    this.#total.add(line, order);
    this.#groups?.add(line, order);
    if (line.promoter_payer === SPLIT_PAYER.institution && line.rule === null) this.#owedWithoutRule += 1;
    if (differsFromGross(line)) this.#identityDifferences += 1;
  }

  figures(): PeriodFigures {
    return {
      period: this.#period,
      sums: this.#total.sums,
      ...(this.#groups?.rows() ?? NO_GROUPS),
      adjustments: this.#adjustments.sums,
      owed_without_rule: this.#owedWithoutRule,
      identity_differences: this.#identityDifferences,
      hash: this.#fingerprint.digest(),
    };
  }
}

const NO_GROUPS = { merchants: [], promoters: [], channels: [] };

/**
 * Gross less the platform's fee is the net on a talent's own sale without a reseller or a promoter; with further
 * links in the chain the platform does not say what the gross holds, so nothing is concluded there.
 */
function differsFromGross(line: SettlementLine): boolean {
  const { service_total_fen: gross, platform_amount_fen: fee, service_amount_fen: net } = line;
  if (line.channel !== 'talent' || line.promoter_appid !== null) return false;
  if (line.sub_agency_amount_fen !== null || line.agency_amount_fen !== null) return false;
  return gross !== null && net !== null && gross - (fee ?? 0) !== net;
}

export function figuresOf(period: Period, lines: Iterable<SettlementLine>): PeriodFigures {
  const builder = new FigureBuilder(period);
  for (const line of lines) builder.add(line);
  return builder.figures();
}
