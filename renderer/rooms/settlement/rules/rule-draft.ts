import type { RouteInput } from '../../../../shared/contract/routes.ts';
import type { Rounding, Rule, RuleKind, SplitScope } from '../../../../shared/contract/rule.ts';
import { formatFen, parseFen } from '../../../../shared/money.ts';
import type { Ppm } from '../../../../shared/rate.ts';
import type { Day } from '../../../../shared/time.ts';

/** What staff have entered of a rule; amounts as they are typed, in yuan. */
export interface RuleDraft {
  kind: RuleKind;
  promoter: string | null;
  product: string | null;
  ratio: Ppm | null;
  rounding: Rounding;
  band_from: string;
  band_to: string;
  cap: string;
  from_day: Day;
  to_day: Day | null;
  source: string;
  checked_on: Day | null;
  note: string;
  /** The form was opened on a rule that this one is to follow. */
  succeeds: boolean;
}

export function emptyDraft(kind: RuleKind, today: Day): RuleDraft {
  return {
    kind,
    promoter: null,
    product: null,
    ratio: null,
    rounding: 'floor',
    band_from: '',
    band_to: '',
    cap: '',
    from_day: today,
    to_day: null,
    source: '',
    checked_on: today,
    note: '',
    succeeds: false,
  };
}

/** The same rule from today on, to be given another share. */
export function draftAfter(rule: Rule, today: Day): RuleDraft {
  const draft = { ...emptyDraft(rule.kind, today), source: rule.source, succeeds: true };
  if (rule.kind === 'split')
    return { ...draft, promoter: rule.promoter_appid, product: rule.product_id, ratio: rule.ratio_ppm };
  if (rule.kind === 'rounding') return { ...draft, rounding: rule.rounding };
  if (rule.kind === 'platform_fee') return { ...draft, ratio: rule.ratio_ppm };
  const yuan = (fen: number | null) => (fen === null ? '' : formatFen(fen));
  const { band_from_fen, band_to_fen, cap_fen, ratio_ppm } = rule;
  return {
    ...draft,
    ratio: ratio_ppm,
    band_from: yuan(band_from_fen),
    band_to: yuan(band_to_fen),
    cap: yuan(cap_fen),
  };
}

export function scopeOfDraft({ promoter, product }: RuleDraft): SplitScope {
  if (promoter !== null) return product === null ? 'promoter' : 'promoter_product';
  return product === null ? 'default' : 'product';
}

export type DraftProblem = 'ratio' | 'band_from' | 'band_to' | 'cap' | 'band_empty' | 'days_reversed';

export function problemsOf(draft: RuleDraft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (draft.kind !== 'rounding' && draft.ratio === null) problems.push('ratio');
  if (draft.to_day !== null && draft.to_day < draft.from_day) problems.push('days_reversed');
  if (draft.kind !== 'incentive') return problems;
  const from = amountOf(draft.band_from);
  const to = amountOf(draft.band_to);
  if (from === null) problems.push('band_from');
  if (draft.band_to !== '' && to === null) problems.push('band_to');
  if (draft.cap !== '' && amountOf(draft.cap) === null) problems.push('cap');
  if (from !== null && to !== null && to <= from) problems.push('band_empty');
  return problems;
}

function amountOf(yuan: string): number | null {
  const fen = parseFen(yuan);
  return fen !== null && fen >= 0 ? fen : null;
}

/** Null while something is missing or wrong. */
export function newRuleOf(draft: RuleDraft): RouteInput<'rule.add'> | null {
  if (problemsOf(draft).length > 0) return null;
  const { kind, from_day, to_day, source, checked_on, note, succeeds } = draft;
  const dated = { from_day, to_day, source, checked_on, note, succeeds };
  if (kind === 'rounding') return { kind, rounding: draft.rounding, ...dated };
  const ratio_ppm = draft.ratio!;
  if (kind === 'platform_fee') return { kind, ratio_ppm, ...dated };
  if (kind === 'split') return { kind, promoter_appid: draft.promoter, product_id: draft.product, ratio_ppm, ...dated };
  const [band_from_fen, band_to_fen, cap_fen] = [draft.band_from, draft.band_to, draft.cap].map(amountOf);
  return { kind, ratio_ppm, band_from_fen: band_from_fen!, band_to_fen: band_to_fen!, cap_fen: cap_fen!, ...dated };
}
