import { DeskError } from '../../../shared/contract/result.ts';
import {
  EXCLUDE_REASONS,
  HOLD_REASONS,
  type ReviewAction,
  type ReviewReason,
} from '../../../shared/contract/review.ts';
import { nothing, type Sql, sql } from '../store/sql.ts';

export interface Decision {
  action: ReviewAction;
  reason?: ReviewReason | undefined;
  note?: string | undefined;
}

export interface Decider {
  staff: string;
  /** Whether an approval needs a second person. */
  two_person: boolean;
}

/** Pieces of SQL over a row of `order_review` named `r`, all null where nobody has decided. */
export interface Transition {
  /** Whether the row gets another decision. */
  changes: Sql;
  state: Sql;
  reason: ReviewReason | null;
  note: string;
  /** Rows this very person approved first and that wait for another. */
  ownProposal: Sql;
}

const REASONS: Partial<Record<ReviewAction, readonly ReviewReason[]>> = {
  hold: HOLD_REASONS,
  exclude: EXCLUDE_REASONS,
};

/** Throws `review.reason_missing` for a hold or an exclusion without a reason of its own. */
export function checkReason({ action, reason }: Decision): void {
  const allowed = REASONS[action];
  if (allowed && (!reason || !allowed.includes(reason)))
    throw new DeskError('review.reason_missing', { action, ...(reason ? { reason } : {}) });
}

/**
 * What a decision makes of the state of a row. An approval or reopening of what already is so changes nothing, nor a
 * hold or exclusion with the same reason and no new words. With the two-person rule the first approval proposes and
 * another person's approves. Throws `review.staff_missing` when that rule does not know who asks. Without a reason,
 * as a preview asks before one is chosen, a hold changes what is not held.
 */
export function transition(decision: Decision, { staff, two_person }: Decider): Transition {
  const { action, reason } = decision;
  const note = decision.note ?? '';
  if (action === 'approve') {
    if (two_person && staff === '') throw new DeskError('review.staff_missing');
    const ownProposal = two_person ? sql`(r.state = 'proposed' and r.decided_by = ${staff})` : sql`0`;
    return {
      changes: sql`(coalesce(r.state, 'open') <> 'approved' and not coalesce(${ownProposal}, 0))`,
      state: two_person ? sql`case when r.state = 'proposed' then 'approved' else 'proposed' end` : sql`'approved'`,
      reason: null,
      note,
      ownProposal,
    };
  }
  if (action === 'reopen')
    return {
      changes: sql`coalesce(r.state, 'open') <> 'open'`,
      state: sql`'open'`,
      reason: null,
      note,
      ownProposal: sql`0`,
    };
  const state = action === 'hold' ? 'held' : 'excluded';
  const otherReason = reason ? sql`or r.reason is not ${reason}` : nothing;
  const otherNote = note ? sql`or r.note <> ${note}` : nothing;
  return {
    changes: sql`(r.state is not ${state} ${otherReason} ${otherNote})`,
    state: sql`${state}`,
    reason: reason ?? null,
    note,
    ownProposal: sql`0`,
  };
}
