import type { RouteParsed } from '../../../shared/contract/routes.ts';
import { SPLIT_SCOPES, type SplitScope, type WhatIf } from '../../../shared/contract/rule.ts';
import { type Ppm, shareOf } from '../../../shared/rate.ts';
import { SPLIT_PAYER } from '../../../shared/status.ts';
import { creationDay, type SettlementLine, shareBase } from '../settlement/line.ts';
import { type RuleBook, scopeKey, scopeOf, scopeOfText } from '../settlement/split-rule.ts';
import { LineSum, OrderNumbers } from '../settlement/sums.ts';

/** Other splits than those that held. Of two for one scope the later counts. */
export type Imagination = Pick<RouteParsed<'rule.what_if'>, 'splits' | 'institution_pays_all'>;

/**
 * The sale lines of a period as they are beside what they would be. Pure: the lines stay as they are. An imagined split
 * stands in for the rule of its scope on every line, so one that is narrower still goes first, and a line nothing was
 * imagined for keeps the rule it was frozen with. `rules` is asked only for promoters the platform pays, when the
 * institution is to pay them too.
 */
export function whatIf(
  lines: Iterable<SettlementLine>,
  imagination: Imagination,
  rules: RuleBook,
): Omit<WhatIf, 'period' | 'closed'> {
  const imagine = imaginedBy(imagination, rules);
  const orders = new OrderNumbers();
  const real = new LineSum();
  const imagined = new LineSum();
  const promoters = new Map<string, WhatIf['promoters'][number]>();
  const without_rule = { real: 0, imagined: 0 };
  let changed_rows = 0;
  for (const line of lines) {
    const other = imagine(line);
    const order = orders.of(line.order_id);
    real.add(line, order);
    imagined.add(other, order);
    if (lacksRule(line)) without_rule.real += 1;
    if (lacksRule(other)) without_rule.imagined += 1;
    if (SHARE.some((key) => line[key] !== other[key])) changed_rows += 1;
    if (line.promoter_appid !== null) addTo(promoters, line.promoter_appid, line, other);
  }
  const differing = [...promoters.values()].filter((one) => difference(one) !== 0);
  differing.sort(
    (a, b) => Math.abs(difference(b)) - Math.abs(difference(a)) || (a.promoter_appid < b.promoter_appid ? -1 : 1),
  );
  return { real: real.sums, imagined: imagined.sums, changed_rows, without_rule, promoters: differing };
}

const SHARE = ['promoter_owed_fen', 'promoter_platform_fen', 'service_amount_fen', 'net_fen'] as const;

function imaginedBy({ splits, institution_pays_all }: Imagination, rules: RuleBook) {
  const ratios = new Map(splits.map((one) => [scopeKey(one.promoter_appid, one.product_id), one.ratio_ppm]));
  return (line: SettlementLine): SettlementLine => {
    if (line.promoter_appid === null) return line;
    if (line.promoter_payer === SPLIT_PAYER.institution) {
      const ratio = imaginedRatio(ratios, line, scopeOfText(line.rule));
      return ratio === null ? line : owing(line, ratio);
    }
    if (line.promoter_payer !== SPLIT_PAYER.platform || !institution_pays_all) return line;
    const rule = rules.find(line.promoter_appid, line.product_id, creationDay(line));
    const ratio = imaginedRatio(ratios, line, rule && scopeOf(rule)) ?? rule?.ratio_ppm ?? null;
    return owing(handedOver(line), ratio);
  };
}

/** The imagined ratio that goes before a rule of the scope `used`, or stands in for it; null when there is none. */
function imaginedRatio(
  ratios: ReadonlyMap<string, Ppm>,
  { promoter_appid, product_id }: SettlementLine,
  used: SplitScope | null,
): Ppm | null {
  for (const scope of SPLIT_SCOPES) {
    const ofPromoter = scope === 'promoter_product' || scope === 'promoter';
    const ofProduct = scope === 'promoter_product' || scope === 'product';
    const ratio =
      ofProduct && product_id === null
        ? undefined
        : ratios.get(scopeKey(ofPromoter ? promoter_appid : null, ofProduct ? product_id : null));
    if (ratio !== undefined) return ratio;
    if (scope === used) return null;
  }
  return null;
}

/** As the platform would settle it if it paid the promoter nothing: the institution gets that part, too. */
function handedOver(line: SettlementLine): SettlementLine {
  const part = line.promoter_platform_fen;
  return {
    ...line,
    promoter_payer: SPLIT_PAYER.institution,
    promoter_platform_fen: 0,
    service_amount_fen: part === null ? line.service_amount_fen : (line.service_amount_fen ?? 0) + part,
  };
}

/** What is withheld from a promoter stays withheld. */
function owing(line: SettlementLine, ratio: Ppm | null): SettlementLine {
  const owed = ratio === null || line.withheld !== null ? 0 : shareOf(shareBase(line), ratio);
  const nothingToNet = line.service_amount_fen === null && !owed;
  return {
    ...line,
    promoter_ratio_ppm: ratio,
    promoter_owed_fen: owed,
    net_fen: nothingToNet ? null : (line.service_amount_fen ?? 0) - owed,
  };
}

function lacksRule({ promoter_payer, promoter_ratio_ppm }: SettlementLine): boolean {
  return promoter_payer === SPLIT_PAYER.institution && promoter_ratio_ppm === null;
}

function addTo(
  promoters: Map<string, WhatIf['promoters'][number]>,
  promoter_appid: string,
  line: SettlementLine,
  other: SettlementLine,
): void {
  const found = promoters.get(promoter_appid) ?? {
    promoter_appid,
    promoter_name: null,
    rows: 0,
    real_platform_fen: 0,
    real_owed_fen: 0,
    imagined_platform_fen: 0,
    imagined_owed_fen: 0,
  };
  promoters.set(promoter_appid, found);
  found.promoter_name = line.promoter_name ?? found.promoter_name;
  found.rows += 1;
  found.real_platform_fen += line.promoter_platform_fen ?? 0;
  found.real_owed_fen += line.promoter_owed_fen ?? 0;
  found.imagined_platform_fen += other.promoter_platform_fen ?? 0;
  found.imagined_owed_fen += other.promoter_owed_fen ?? 0;
}

function difference(one: WhatIf['promoters'][number]): number {
  return one.imagined_platform_fen + one.imagined_owed_fen - one.real_platform_fen - one.real_owed_fen;
}
