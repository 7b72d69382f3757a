import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { sql } from '../store/sql.ts';
import { endBatch, openBatch } from './batch.ts';
import { decisionOf, decisionsOf, decisionText } from './entry.ts';
import { showStates } from './row-state.ts';
import { readRules } from './rules.ts';
import { countTarget, rowsOf } from './target.ts';
import { checkReason, transition } from './transition.ts';

/**
 * One decision on all rows of the target, as one batch. Throws `review.reason_missing`, `review.staff_missing`,
 * `order.unknown`; nothing is changed then.
 */
export function decide(context: Context, input: RouteParsed<'review.decide'>): RouteOutput<'review.decide'> {
  const { store } = context;
  checkReason(input);
  const staff = context.staff();
  const { two_person } = readRules(store);
  const { changes, state, reason, note } = transition(input, { staff, two_person });
  const at = context.now();
  const head = { at, staff, action: input.action, detail: { fact: 'decision', reason, note } } as const;
  const done = store.durably(() => {
    const rows = countTarget(store, input.target);
    const batchId = openBatch(store, head);
    const { changes: changed } = store.run(sql`insert into review_entry (batch_id, order_id, sku_id, before, after)
      select ${batchId}, o.order_id, o.sku_id, ${decisionText},
        ${decisionOf({ state, reason: sql`${reason}`, note, at, by: staff, batch: batchId })}
      from ${rowsOf(input.target)} o left join order_review r on r.order_id = o.order_id and r.sku_id = o.sku_id
      where ${changes}`);
    for (const step of decisionsOf(batchId)) store.run(step);
    showStates(store, batchId);
    return { batch_id: endBatch(store, batchId, changed, head), changed, unchanged: rows - changed };
  });
  if (done.changed > 0) context.changed('reviews');
  return done;
}

/** What `decide` would do, without doing it. Throws `review.staff_missing`, `order.unknown`. */
export function previewDecision(context: Context, input: RouteParsed<'review.preview'>): RouteOutput<'review.preview'> {
  const { store } = context;
  const { two_person } = readRules(store);
  const { changes, ownProposal } = transition(input, { staff: context.staff(), two_person });
  countTarget(store, input.target);
  const states = store.all<RouteOutput<'review.preview'>['by_state'][number] & Sums>(sql`select
      coalesce(r.state, 'open') as state, count(*) as rows, coalesce(sum(${changes}), 0) as changing,
      coalesce(sum(o.actual_payment_fen), 0) as actual_payment_fen,
      coalesce(sum(o.service_amount_fen), 0) as service_amount_fen,
      coalesce(sum(o.net_fen), 0) as net_fen, coalesce(sum(${ownProposal}), 0) as own_proposals
    from ${rowsOf(input.target)} o left join order_review r on r.order_id = o.order_id and r.sku_id = o.sku_id
    group by 1 order by 2 desc`);
  const sum = (of: 'rows' | keyof Sums) => states.reduce((total, one) => total + one[of], 0);
  return {
    rows: sum('rows'),
    changing: sum('changing'),
    by_state: states.map(({ state, rows }) => ({ state, rows })),
    actual_payment_fen: sum('actual_payment_fen'),
    service_amount_fen: sum('service_amount_fen'),
    net_fen: sum('net_fen'),
    own_proposals: sum('own_proposals'),
  };
}

type Sums = Record<'changing' | 'actual_payment_fen' | 'service_amount_fen' | 'net_fen' | 'own_proposals', number>;
