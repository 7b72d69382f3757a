import type { ReviewRules } from '../../../shared/contract/review.ts';

/** The rules as a form: values stay while their rule is off. Yuan, days, orders, percentage points; null is empty. */
export interface RulesDraft {
  difference: boolean;
  yuan: number | null;
  refund: boolean;
  buyer: boolean;
  orders: number | null;
  days: number | null;
  rate: boolean;
  points: number | null;
  twoPerson: boolean;
}

const FEN = 100;
const PPM_OF_POINT = 10_000;

/** Values proposed where a rule was never set: 1 yuan, 3 orders in 7 days, 5 points. */
export function draftOf(rules: ReviewRules): RulesDraft {
  return {
    difference: rules.difference_fen !== null,
    yuan: (rules.difference_fen ?? FEN) / FEN,
    refund: rules.refund_open,
    buyer: rules.self_purchase !== null,
    orders: rules.self_purchase?.orders ?? 3,
    days: rules.self_purchase?.days ?? 7,
    rate: rules.rate_jump_ppm !== null,
    points: (rules.rate_jump_ppm ?? 5 * PPM_OF_POINT) / PPM_OF_POINT,
    twoPerson: rules.two_person,
  };
}

/** The draft as rules; what is empty becomes 0, which no rule takes. */
export function rulesOf(draft: RulesDraft): ReviewRules {
  return {
    difference_fen: draft.difference ? Math.round((draft.yuan ?? 0) * FEN) : null,
    refund_open: draft.refund,
    self_purchase: draft.buyer ? { orders: draft.orders ?? 0, days: draft.days ?? 0 } : null,
    rate_jump_ppm: draft.rate ? Math.round((draft.points ?? 0) * PPM_OF_POINT) : null,
    two_person: draft.twoPerson,
  };
}
