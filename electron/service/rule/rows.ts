import { DeskError } from '../../../shared/contract/result.ts';
import {
  type IncentiveRule,
  type Rounding,
  RULE_STATES,
  type Rule,
  type RuleKind,
  type RuleOf,
  type RuleState,
} from '../../../shared/contract/rule.ts';
import type { Ppm } from '../../../shared/rate.ts';
import type { Day, Unix } from '../../../shared/time.ts';
import { name, type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

/** Splits stand in a table of their own; it is older than the other kinds. */
export function tableOf(kind: RuleKind): Sql {
  return name(kind === 'split' ? 'split_rule' : 'money_rule');
}

/** How a rule stands on a day, of one row of either table. */
export function stateOn(today: Day): Sql {
  const [in_force, coming, ended, withdrawn] = RULE_STATES;
  return sql`case when withdrawn_at is not null then ${withdrawn} when from_day > ${today} then ${coming}
    when to_day < ${today} then ${ended} else ${in_force} end`;
}

interface DatedRow {
  rule_id: number;
  kind: RuleKind;
  state: RuleState;
  from_day: Day;
  to_day: Day | null;
  source: string;
  checked_on: Day | null;
  note: string;
  set_by: string;
  set_at: Unix;
  withdrawn_at: Unix | null;
  withdrawn_by: string;
  withdrawn_reason: string;
}
interface SplitRow extends DatedRow {
  promoter_appid: string | null;
  promoter_name: string | null;
  product_id: string | null;
  product_title: string | null;
  ratio_ppm: Ppm;
}
interface MoneyRow extends DatedRow, Pick<IncentiveRule, 'band_from_fen' | 'band_to_fen' | 'cap_fen'> {
  ratio_ppm: Ppm;
  rounding: Rounding;
}
export type RuleRow = SplitRow | MoneyRow;

/** A select of `RuleRow`s with the names known now; to be narrowed by wrapping it. */
export function ruleRows(kind: RuleKind, today: Day): Sql {
  const common = sql`rule_id, ${stateOn(today)} as state, from_day, to_day, source, checked_on, note, set_by, set_at,
    withdrawn_at, withdrawn_by, withdrawn_reason`;
  if (kind === 'split')
    return sql`select ${kind} as kind, ${common}, promoter_appid, product_id, ratio_ppm,
      (select name from promoter where promoter.promoter_appid = split_rule.promoter_appid) as promoter_name,
      (select max(title) from product where product.product_id = split_rule.product_id) as product_title
      from split_rule`;
  return sql`select kind, ${common}, ratio_ppm, rounding, band_from_fen, band_to_fen, cap_fen
    from money_rule where kind = ${kind}`;
}

export function ruleOf(row: RuleRow): Rule {
  const { rule_id, state, from_day, to_day, source, checked_on, note, set_by, set_at } = row;
  const { withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason } = row;
  const withdrawn = at === null ? null : { at, by, reason };
  const dated = { rule_id, state, from_day, to_day, source, checked_on, note, set_by, set_at, withdrawn };
  if ('promoter_appid' in row) {
    const { promoter_appid, promoter_name, product_id, product_title, ratio_ppm } = row;
    return { kind: 'split', ...dated, promoter_appid, promoter_name, product_id, product_title, ratio_ppm };
  }
  if (row.kind === 'rounding') return { kind: 'rounding', ...dated, rounding: row.rounding };
  if (row.kind === 'platform_fee') return { kind: 'platform_fee', ...dated, ratio_ppm: row.ratio_ppm };
  const { ratio_ppm, band_from_fen, band_to_fen, cap_fen } = row;
  return { kind: 'incentive', ...dated, ratio_ppm, band_from_fen, band_to_fen, cap_fen };
}

/** One rule, withdrawn or not. Throws `rule.unknown`. */
export function readRule<Kind extends RuleKind>(
  reader: StoreReader,
  { kind, rule_id }: { kind: Kind; rule_id: number },
  today: Day,
): RuleOf<Kind> {
  const row = reader.get<RuleRow>(sql`select * from (${ruleRows(kind, today)}) where rule_id = ${rule_id}`);
  if (!row) throw new DeskError('rule.unknown', { kind, rule_id });
  return ruleOf(row) as RuleOf<Kind>;
}
