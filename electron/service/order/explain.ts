import type { OrderState, RuleExplanation } from '../../../shared/contract/order.ts';
import { SPLIT_PAYER } from '../../../shared/status.ts';
import { creationDay, promoterShare, shareBase } from '../settlement/line.ts';
import { type PayerState, payerBook } from '../settlement/payer.ts';
import { type DatedRule, ruleBook } from '../settlement/split-rule.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

type Scope = RuleExplanation['rules'][number]['scope'];

/** Narrowest first, in the order in which the settlement looks. */
const SCOPES: Record<Scope, { promoter: boolean; product: boolean }> = {
  promoter_product: { promoter: true, product: true },
  promoter: { promoter: true, product: false },
  product: { promoter: false, product: true },
  default: { promoter: false, product: false },
};

export interface ExplainedShare {
  rule: RuleExplanation;
  /** What the rules as they stand now say the promoter is owed (fen); null without a promoter. */
  owed_fen: number | null;
}

/**
 * Why the promoter of a commission order is owed what they are owed: who pays, and of each scope the rule in force on
 * the day the order was created. The figure comes from the settlement itself.
 */
export function explainShare(reader: StoreReader, order: OrderState): ExplainedShare {
  const promoter = order.promoter_appid;
  if (promoter === null) return { rule: { payer: null, rules: [], base_fen: null }, owed_fen: null };
  const rules = reader.all<DatedRule>(sql`select promoter_appid, product_id, ratio_ppm, from_day from split_rule
    where (promoter_appid is null or promoter_appid = ${promoter})
      and (product_id is null or product_id = ${order.product_id}) order by set_at, rule_id`);
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
  const looked = (Object.keys(SCOPES) as Scope[])
    .filter((scope) => order.product_id !== null || !SCOPES[scope].product)
    .map((scope) => ({ scope, rule: inForce(rules, scope, order) }));
  const first = paysItself ? looked.find(({ rule }) => rule !== null) : undefined;
  return {
    rule: {
      payer: share.promoter_payer,
      rules: looked.map((one) => ({
        scope: one.scope,
        ratio_ppm: one.rule?.ratio_ppm ?? null,
        from_day: one.rule?.from_day ?? null,
        applies: one === first,
      })),
      base_fen: paysItself ? shareBase(order) : null,
    },
    owed_fen: share.promoter_owed_fen,
  };
}

function inForce(rules: readonly DatedRule[], scope: Scope, order: OrderState): DatedRule | null {
  const { promoter, product } = SCOPES[scope];
  const ofScope = rules.filter(
    (rule) => (rule.promoter_appid !== null) === promoter && (rule.product_id !== null) === product,
  );
  return ruleBook(ofScope).find(order.promoter_appid, order.product_id, creationDay(order));
}
