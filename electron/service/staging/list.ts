import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import type { Jobs } from '../job.ts';
import { readCursor } from '../store/keyset.ts';
import { nothing, sql } from '../store/sql.ts';
import { readBatches } from './batch.ts';

/** One page of batches: what is open first, then the newest. */
export function listBatches(
  context: Context,
  jobs: Jobs,
  { cursor, limit }: RouteParsed<'staging.list'>,
): RouteOutput<'staging.list'> {
  const { store } = context;
  const open = sql`(state in ('staged', 'applying', 'paused'))`;
  const after = readCursor(cursor, 2);
  const rows = readBatches(
    store,
    jobs,
    sql`${after ? sql`where (${open}, batch_id) < (${after[0]!}, ${after[1]!})` : nothing}
      order by ${open} desc, batch_id desc limit ${limit + 1}`,
  );
  const last = rows[limit - 1];
  const isOpen = (state: string) => (state === 'done' || state === 'discarded' ? 0 : 1);
  return {
    rows: rows.slice(0, limit),
    next_cursor: rows.length > limit && last ? JSON.stringify([isOpen(last.state), last.batch_id]) : null,
    total: store.value<number>(sql`select count(*) from staged_batch`) ?? 0,
  };
}
