import type { RuleKind, RuleOf } from '../../../shared/contract/rule.ts';
import type { Day } from '../../../shared/time.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { type RuleRow, ruleOf, ruleRows } from './rows.ts';

/** A rule by itself: how it stands today is asked of nobody here. */
type Dated<Kind extends RuleKind> = Omit<RuleOf<Kind>, 'state'>;

/** The rules that are no promoter's split, without the withdrawn ones; a day is one of UTC+8. */
export interface MoneyRules {
  /** Null when nobody set one for the day. */
  platformFee(day: Day): Dated<'platform_fee'> | null;
  /** Null when nobody set one for the day. */
  rounding(day: Day): Dated<'rounding'> | null;
  /** Bands, lowest first. */
  incentives(day: Day): Dated<'incentive'>[];
}

/** Read once and asked often: there are a few dozen at most. */
export function moneyRules(reader: StoreReader): MoneyRules {
  const fees = standing(reader, 'platform_fee');
  const roundings = standing(reader, 'rounding');
  const bands = standing(reader, 'incentive').sort((a, b) => a.band_from_fen - b.band_from_fen);
  return {
    platformFee: (day) => fees.find((rule) => holdsOn(rule, day)) ?? null,
    rounding: (day) => roundings.find((rule) => holdsOn(rule, day)) ?? null,
    incentives: (day) => bands.filter((rule) => holdsOn(rule, day)),
  };
}

/** The day by which the rows' own state is told; it is dropped. */
const ANY_DAY: Day = '2000-01-01';

function standing<Kind extends RuleKind>(reader: StoreReader, kind: Kind): Dated<Kind>[] {
  return reader
    .all<RuleRow>(sql`select * from (${ruleRows(kind, ANY_DAY)}) where withdrawn_at is null`)
    .map(ruleOf)
    .map(({ state: _, ...rule }) => rule as unknown as Dated<Kind>);
}

function holdsOn({ from_day, to_day }: { from_day: Day; to_day: Day | null }, day: Day): boolean {
  return from_day <= day && (to_day === null || day <= to_day);
}
