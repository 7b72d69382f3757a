import type { StagedAction, StagedCost } from '../../../shared/contract/staging.ts';
import type { Context } from '../context.ts';
import { sql } from '../store/sql.ts';
import { executors } from './executors.ts';

/** What the rest of a batch costs; endpoints work side by side, so the slowest says how long. */
export function costOf(context: Context, batchId: number): StagedCost {
  const calls = callsOf(context, batchId);
  const total = [...calls.values()].reduce((sum, count) => sum + count, 0);
  if (!context.connected) return { calls: total, seconds: null };
  const platform = context.platform();
  let millis = 0;
  for (const [endpoint, count] of calls) millis = Math.max(millis, count * (platform.pace(endpoint) ?? 0));
  return { calls: total, seconds: millis === 0 ? null : Math.ceil(millis / 1000) };
}

/** How many calls the rest of a batch sends to which endpoint. */
export function callsOf(context: Context, batchId: number): Map<string, number> {
  const calls = new Map<string, number>();
  const groups = context.store.all<{ action: StagedAction; promoter_appid: string; changes: number }>(
    sql`select action, promoter_appid, count(*) as changes from staged_change
      where batch_id = ${batchId} and state in ('staged', 'asked') group by action, promoter_appid`,
  );
  for (const { changes, action, promoter_appid } of groups)
    for (const { endpoint, calls: each } of executors[action].cost(context, { promoter_appid }))
      calls.set(endpoint, (calls.get(endpoint) ?? 0) + each * changes);
  return calls;
}
