import type { PartnershipDecision } from '../../../shared/contract/partnership.ts';
import type { Context } from '../context.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

export interface Wanted {
  shop_appid: string;
  decision: 'accept' | 'refuse';
  note: string;
}

/**
 * Notes what is about to be asked of the platform, before it is asked: whatever happens to the connection or to this
 * program, the decision stays visible until a sync has seen what became of it. Returns its number.
 */
export function openDecision(context: Context, wanted: Wanted): number {
  const { store } = context;
  return store.durably(() => {
    const { id } =
      store.run(sql`insert into partnership_decision (shop_appid, decided_at, staff, decision, note, outcome)
      values (${wanted.shop_appid}, ${context.now()}, ${context.staff()}, ${wanted.decision}, ${wanted.note}, 'unverified')`);
    auditDecision(context, wanted, { decision_id: id, outcome: 'asked' });
    return id;
  });
}

/** The number of the newest decision that was asked for and not yet answered; null: none. */
export function waitingDecision(
  store: StoreReader,
  { shop_appid, decision }: Pick<Wanted, 'shop_appid' | 'decision'>,
): number | null {
  return (
    store.value<number>(sql`select decision_id from partnership_decision
      where shop_appid = ${shop_appid} and decision = ${decision} and outcome = 'unverified'
      order by decision_id desc limit 1`) ?? null
  );
}

/** Notes what became of it. Call it with whatever else the answer changed in one `store.durably`. */
export function endDecision(
  context: Context,
  wanted: Wanted,
  decisionId: number,
  outcome: PartnershipDecision['outcome'],
  errorCode: string | null,
): void {
  context.store.run(sql`update partnership_decision set outcome = ${outcome}, error_code = ${errorCode}
    where decision_id = ${decisionId}`);
  auditDecision(context, wanted, { decision_id: decisionId, outcome, error_code: errorCode });
}

function auditDecision(context: Context, wanted: Wanted, facts: Record<string, unknown>): void {
  audit(context.store, {
    at: context.now(),
    staff: context.staff(),
    action: `partnership.${wanted.decision}`,
    detail: { shop_appid: wanted.shop_appid, note: wanted.note, ...facts },
  });
}
