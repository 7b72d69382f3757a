import type { OrderState, RuleExplanation } from '../../../shared/contract/order.ts';
import { SPLIT_SCOPES, type SplitScope } from '../../../shared/contract/rule.ts';
import { SPLIT_PAYER } from '../../../shared/status.ts';
import { readLine } from '../settlement/closed.ts';
import { creationDay, promoterShare, shareBase } from '../settlement/line.ts';
import { type PayerState, payerBook } from '../settlement/payer.ts';
import { type DatedRule, ruleBook, scopeOf } from '../settlement/split-rule.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

type Looked = RuleExplanation['rules'][number];

/** A rule with what is told of it beside its share. */
interface ToldRule extends DatedRule {
  rule_id: number;
  source: string;
  checked_on: string | null;
}

export interface ExplainedShare {
  rule: RuleExplanation;
  /** What the rules as they stand now say the promoter is owed (fen); null without a promoter. */
  owed_fen: number | null;
}

/**
 * Why the promoter of a commission order is owed what they are owed: who pays, and of each scope the rule in force on
 * the day the order was created, narrowest first, as the settlement looks. The figure comes from the settlement itself.
 */
export function explainShare(reader: StoreReader, order: OrderState): ExplainedShare {
  const promoter = order.promoter_appid;
  const frozen = frozenRule(reader, order);
  if (promoter === null) return { rule: { payer: null, rules: [], base_fen: null, frozen }, owed_fen: null };
  const rules = reader.all<ToldRule>(sql`
    select rule_id, promoter_appid, product_id, ratio_ppm, from_day, to_day, source, checked_on from split_rule
    where (promoter_appid is null or promoter_appid = ${promoter})
      and (product_id is null or product_id = ${order.product_id}) and withdrawn_at is null`);
  const payers = payerBook(
    reader.all<Omit<PayerState, 'seen_at'>>(
      sql`select promoter_appid, payer from promoter where promoter_appid = ${promoter}`,
    ),
    reader.all<PayerState>(
      sql`select promoter_appid, seen_at, payer from promoter_state where promoter_appid = ${promoter}`,
    ),
  );
  const share = promoterShare(order, { rules: ruleBook(rules), payers });
  const paysItself = share.promoter_payer === SPLIT_PAYER.institution;
  const looked = lookedAt(rules, order);
  const first = paysItself ? looked.find(({ rule_id }) => rule_id !== null) : undefined;
  if (first) first.applies = true;
  const base_fen = paysItself ? shareBase(order) : null;
  return {
    rule: { payer: share.promoter_payer, rules: looked, base_fen, frozen },
    owed_fen: share.promoter_owed_fen,
  };
}

/** Of each scope the order has a part in, what is in force on its day; none applies yet. */
function lookedAt(rules: readonly ToldRule[], order: OrderState): Looked[] {
  const ofProducts: readonly SplitScope[] = ['promoter_product', 'product'];
  const scopes = SPLIT_SCOPES.filter((scope) => order.product_id !== null || !ofProducts.includes(scope));
  return scopes.map((scope) => {
    const ofScope = ruleBook(rules.filter((rule) => scopeOf(rule) === scope));
    const rule = ofScope.find(order.promoter_appid, order.product_id, creationDay(order));
    return {
      scope,
      rule_id: rule?.rule_id ?? null,
      ratio_ppm: rule?.ratio_ppm ?? null,
      from_day: rule?.from_day ?? null,
      to_day: rule?.to_day ?? null,
      source: rule?.source ?? null,
      checked_on: rule?.checked_on ?? null,
      applies: false,
    };
  });
}

/** The first line of a closing that counts; at a past moment, that counted then. */
function frozenRule(reader: StoreReader, { order_id, sku_id }: OrderState): RuleExplanation['frozen'] {
  const { asOf = Number.MAX_SAFE_INTEGER } = reader;
  const line = reader.get<{ period: string; line: string }>(sql`
    select c.period, l.line from closing_key k join closing_line l using (closing_id, seq)
      join settlement_closing c using (closing_id)
    where k.order_id = ${order_id} and k.sku_id = ${sku_id} and c.closed_at <= ${asOf}
      and not exists (select 1 from settlement_reopening r
        where r.closing_id = c.closing_id and r.reopened_at <= ${asOf})
    order by l.closing_id, l.seq limit 1`);
  return line ? { period: line.period, rule: readLine(line.line).rule } : null;
}
