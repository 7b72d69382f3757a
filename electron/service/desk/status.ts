import type { DeskStatus } from '../../../shared/contract/desk.ts';
import { PARTNERSHIP_STATUS } from '../../../shared/status.ts';
import type { Context } from '../context.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { orderCursor } from '../sync/window.ts';

export function deskStatus(context: Context, baseUrl: string, version: string): DeskStatus {
  const { store, institution } = context;
  return {
    institution: { name: institution.name, app_id: institution.appId, demo: institution.demo },
    connected: context.connected,
    base_url: baseUrl,
    known_as_of: orderCursor(store).known_as_of,
    ...lastContact(store),
    staff: context.staff(),
    counts: counts(store, context.now()),
    version,
  };
}

type Contact = Pick<DeskStatus, 'last_reached_at' | 'last_failure'>;

/**
 * The ledger knows. A business code (10024006: no such order) is an answer too; what counts as a failure is what
 * keeps everything from working: no network, credentials refused, quota used up.
 */
function lastContact(reader: StoreReader): Contact {
  const reached = reader.get<{ call_id: number; at: number }>(
    sql`select call_id, at from request_ledger where outcome = 'ok' or outcome glob 'platform.100*' order by call_id desc limit 1`,
  );
  // Only a failure that nothing good followed: order of calls, since a clock may have been set in between.
  const failed = reader.get<{ at: number; outcome: string; endpoint: string }>(
    sql`select at, outcome, endpoint from request_ledger
      where call_id > ${reached?.call_id ?? 0} order by call_id desc limit 1`,
  );
  return {
    last_reached_at: reached?.at ?? null,
    last_failure: failed
      ? { at: Math.max(failed.at, reached?.at ?? 0), code: failed.outcome, params: { endpoint: failed.endpoint } }
      : null,
  };
}

function counts(reader: StoreReader, now: number): DeskStatus['counts'] {
  return reader.get<DeskStatus['counts']>(sql`select
    -- Rows are never deleted, so the highest id is the count; counting a million rows for every page would not do.
    (select coalesce(max(id), 0) from commission_order) as orders,
    (select count(*) from product where product_status = 5 and plan_status = 1 and not_seen_since is null
      and coalesce(plan_start_at, 0) <= ${now} and (plan_end_at is null or plan_end_at > ${now})) as promotable_products,
    (select count(*) from listing) as listings,
    (select count(*) from promoter where not_seen_since is null) as promoters,
    (select count(*) from shop where status = ${PARTNERSHIP_STATUS.accepted}) as partnerships,
    (select count(*) from shop where status = ${PARTNERSHIP_STATUS.invited} and not_seen_since is null) as open_invitations`)!;
}
