import { createHash } from 'node:crypto';
import { DeskError } from '../../../shared/contract/result.ts';
import {
  STAGED_STATES,
  type StagedAction,
  type StagedBatch,
  type StagedState,
} from '../../../shared/contract/staging.ts';
import type { Context } from '../context.ts';
import type { Jobs } from '../job.ts';
import { audit } from '../store/audit.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';

type Head = Omit<StagedBatch, 'undone_by' | 'rows' | 'counts' | 'blocked' | 'actions' | 'job_id'>;

const heads: Sql = sql`select batch_id, kind, title, state, pause_reason, made_at, made_by, checked_at, started_at,
  started_by, ended_at, undoes, products, promoters from staged_batch`;

/** One batch with what became of its changes. Throws `staging.unknown`. */
export function readBatch(reader: StoreReader, jobs: Pick<Jobs, 'list'>, batchId: number): StagedBatch {
  return told(reader, jobs, readHead(reader, batchId));
}

export function readHead(reader: StoreReader, batchId: number): Head {
  const head = reader.get<Head>(sql`${heads} where batch_id = ${batchId}`);
  if (!head) throw new DeskError('staging.unknown', { batch_id: batchId });
  return head;
}

/** Batches narrowed and ordered by `rest`. */
export function readBatches(reader: StoreReader, jobs: Pick<Jobs, 'list'>, rest: Sql): StagedBatch[] {
  return reader.all<Head>(sql`${heads} ${rest}`).map((head) => told(reader, jobs, head));
}

function told(reader: StoreReader, jobs: Pick<Jobs, 'list'>, head: Head): StagedBatch {
  const { batch_id } = head;
  const counts = Object.fromEntries(STAGED_STATES.map((state) => [state, 0])) as Record<StagedState, number>;
  const actions: Partial<Record<StagedAction, number>> = {};
  let [rows, blocked] = [0, 0];
  const groups = reader.all<{ state: StagedState; action: StagedAction; blocked: number; rows: number }>(
    sql`select state, action, blocked is not null as blocked, count(*) as rows from staged_change
      where batch_id = ${batch_id} group by 1, 2, 3`,
  );
  for (const group of groups) {
    rows += group.rows;
    counts[group.state] += group.rows;
    actions[group.action] = (actions[group.action] ?? 0) + group.rows;
    if (group.blocked && group.state === 'staged') blocked += group.rows;
  }
  return {
    ...head,
    undone_by:
      reader.value<number | null>(sql`select max(batch_id) from staged_batch
        where undoes = ${batch_id} and state <> 'discarded'`) ?? null,
    rows,
    counts,
    blocked,
    actions,
    job_id: workingJob(jobs, batch_id),
  };
}

const working = new Map<string, number>();

/** Notes which batch a job works on, for as long as the job runs. */
export function noteJob(jobId: string, batchId: number): void {
  working.set(jobId, batchId);
}

export function forgetJob(jobId: string): void {
  working.delete(jobId);
}

function workingJob(jobs: Pick<Jobs, 'list'>, batchId: number): string | null {
  const running = jobs.list().find((job) => job.state === 'running' && working.get(job.job_id) === batchId);
  return running?.job_id ?? null;
}

/** Begins a batch that changes are laid down in. Call it inside a transaction. */
export function openBatch(
  context: Context,
  head: { kind: StagedBatch['kind']; title: string; undoes?: number },
): number {
  const { store } = context;
  return store.run(sql`insert into staged_batch (kind, title, state, undoes, made_at, made_by)
    values (${head.kind}, ${head.title}, 'staged', ${head.undoes ?? null}, ${context.now()}, ${context.staff()})`).id;
}

/** Counts what a batch is about, after changes were laid down or taken out. Call it inside a transaction. */
export function countSubjects(store: Store, batchId: number): void {
  store.run(sql`update staged_batch set
      products = (select count(distinct nullif(product_id, '')) from staged_change where batch_id = ${batchId}),
      promoters = (select count(distinct nullif(promoter_appid, '')) from staged_change where batch_id = ${batchId})
    where batch_id = ${batchId}`);
}

/** Line of a batch in the audit log, with a hash of its changes and how they stand. Call it inside a transaction. */
export function auditBatch(context: Context, batchId: number, deed: string): void {
  const { store } = context;
  const counts = store.all<{ state: string; rows: number }>(
    sql`select state, count(*) as rows from staged_change where batch_id = ${batchId} group by state order by state`,
  );
  audit(store, {
    at: context.now(),
    staff: context.staff(),
    action: `staging.${deed}`,
    detail: {
      batch_id: batchId,
      ...Object.fromEntries(counts.map(({ state, rows }) => [state, rows])),
      changes_sha256: changesHash(store, batchId),
    },
  });
}

/** SHA-256 over a line of every change and its state, by place: fields with TAB between them, LF at the end. */
function changesHash(store: Store, batchId: number): string {
  const hash = createHash('sha256');
  const lines = store.each<{ line: string }>(sql`select concat_ws(char(9), place, action, shop_appid, product_id,
      plan_type, head_supplier_appid, promoter_appid, wanted, state) || char(10) as line
    from staged_change where batch_id = ${batchId} order by place`);
  for (const { line } of lines) hash.update(line);
  return hash.digest('hex');
}
