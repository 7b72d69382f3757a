import type { RouteParsed } from '../../../shared/contract/routes.ts';
import { RULE_STATES, type RulePage, type RuleState, type SplitScope } from '../../../shared/contract/rule.ts';
import type { Day } from '../../../shared/time.ts';
import { contains, keysetPage } from '../store/keyset.ts';
import { name, type Sql, sql, where } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { type RuleRow, ruleOf, ruleRows } from './rows.ts';

type Input = RouteParsed<'rule.list'>;

/** One page of the rules of a kind; `today` is the platform's day, by which their states are told. */
export function listRules(reader: StoreReader, input: Input, today: Day): RulePage {
  const { kind, state, sort, direction, cursor, limit } = input;
  const rows = ruleRows(kind, today);
  const conditions = [
    state === undefined ? sql`state <> ${'withdrawn' satisfies RuleState}` : sql`state = ${state}`,
    ...(kind === 'split' ? splitConditions(input) : []),
  ];
  const found = sql`select * from (${rows}) ${where(conditions)}`;
  const page = keysetPage<RuleRow>(reader, {
    rows: sql`select *, ${name(sort)} as sort_value from (${found})`,
    keys: ['rule_id'],
    direction,
    cursor,
    limit,
  });
  const counted = reader.all<{ state: RuleState; rules: number }>(
    sql`select state, count(*) as rules from (${rows}) group by state`,
  );
  const counts = Object.fromEntries(RULE_STATES.map((one) => [one, 0])) as RulePage['counts'];
  for (const { state: one, rules } of counted) counts[one] = rules;
  return {
    rows: page.rows.map(ruleOf),
    next_cursor: page.next_cursor,
    total: reader.value<number>(sql`select count(*) from (${found})`)!,
    today,
    counts,
  };
}

function splitConditions({ scope, promoter_appid, product_id, search }: Input): Sql[] {
  return [
    ...(scope === undefined ? [] : [OF_SCOPE[scope]]),
    ...(promoter_appid === undefined ? [] : [sql`promoter_appid = ${promoter_appid}`]),
    ...(product_id === undefined ? [] : [sql`product_id = ${product_id}`]),
    ...(search ? [contains(SEARCHED, search)] : []),
  ];
}

const SEARCHED = ['promoter_appid', 'promoter_name', 'product_id', 'product_title'].map(name);

const OF_SCOPE: Record<SplitScope, Sql> = {
  promoter_product: sql`promoter_appid is not null and product_id is not null`,
  promoter: sql`promoter_appid is not null and product_id is null`,
  product: sql`promoter_appid is null and product_id is not null`,
  default: sql`promoter_appid is null and product_id is null`,
};
