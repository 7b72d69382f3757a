import type { Balance, Flow } from '../platform/endpoints/funds.ts';
import { sql } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';

export type Recorded = 'inserted' | 'changed' | 'unchanged';

/** Adds a row when the balance differs from the last one. `seenAt` is when the platform gave it, Unix seconds. */
export function recordBalance(store: Store, balance: Balance, seenAt: number): Recorded {
  const last = store.get<Balance>(
    sql`select available_fen, pending_fen from funds_balance order by seen_at desc limit 1`,
  );
  if (last?.available_fen === balance.available_fen && last?.pending_fen === balance.pending_fen) return 'unchanged';
  // Two balances within one second: the later one is the one that lasted.
  store.run(sql`insert or replace into funds_balance (seen_at, available_fen, pending_fen)
    values (${seenAt}, ${balance.available_fen}, ${balance.pending_fen})`);
  return last ? 'changed' : 'inserted';
}

/** The ids, of those given, that the books have no row for. */
export function unknownFlows(store: Store, ids: readonly string[]): string[] {
  const known = store.prepare('select 1 from funds_flow where flow_id = ?');
  return ids.filter((id) => known.get(id) === undefined);
}

/** Writes one flow; `changed` when only its id was known so far. Call it inside a transaction. */
export function recordFlow(store: Store, flow: Flow, raw: string, seenAt: number): Recorded {
  const known = store.prepare('select raw from funds_flow where flow_id = ?').get(flow.flow_id) as
    | { raw: string }
    | undefined;
  if (known && known.raw !== '') return 'unchanged';
  store
    .prepare(`insert into funds_flow (flow_id, funds_type, amount_fen, balance_fen, booked_at, remark, order_id,
        withdraw_id, first_seen_at, raw)
      values (@flow_id, @funds_type, @amount_fen, @balance_fen, @booked_at, @remark, @order_id, @withdraw_id, @seenAt, @raw)
      on conflict (flow_id) do update set funds_type = excluded.funds_type, amount_fen = excluded.amount_fen,
        balance_fen = excluded.balance_fen, booked_at = excluded.booked_at, remark = excluded.remark,
        order_id = excluded.order_id, withdraw_id = excluded.withdraw_id, raw = excluded.raw`)
    .run({ ...flow, seenAt, raw });
  return known ? 'changed' : 'inserted';
}

/**
 * Keeps the id of a flow whose detail the platform does not give now: a row without figures and with an empty raw
 * reply, so that later runs ask again although its time is no longer listed.
 */
export function recordUnreadFlow(store: Store, flowId: string, seenAt: number): void {
  store.prepare(`insert or ignore into funds_flow (flow_id, first_seen_at, raw) values (?, ?, '')`).run(flowId, seenAt);
}

/** Flows of which nothing but the id is known. Booked never, so the index of booking time finds them. */
export function unreadFlows(reader: StoreReader): string[] {
  return reader
    .all<{ flow_id: string }>(sql`select flow_id from funds_flow where booked_at is null and raw = '' order by flow_id`)
    .map((row) => row.flow_id);
}

/** Flows that cannot be counted: only the id is known, or the reply gave no amount. */
export function unreadFlowCount(reader: StoreReader): number {
  return reader.value<number>(sql`select count(*) from funds_flow where amount_fen is null`) ?? 0;
}
