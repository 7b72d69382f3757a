import type { OrderFigures, ReplyState } from '../../../shared/contract/order.ts';
import type { Unix } from '../../../shared/time.ts';
import type { RawPlace } from '../store/raw.ts';
import { type Sql, sql, where } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { deriveContext, deriveFigures, type EarlierStates } from './derive.ts';
import { earlierStates, replyReader } from './earlier-states.ts';
import { orderNames } from './names.ts';
import { FIGURE_COLUMNS, STATE_COLUMNS } from './row.ts';
import { orderSums, type SummedRow } from './sums.ts';
import { updater } from './update.ts';

/** Which rows' figures may follow otherwise now. `from`: only orders created from here on. */
export interface Affected {
  promoter_appid?: string;
  product_id?: string;
  from?: Unix | null;
}

interface Task {
  task_id: number;
  scope: 'all' | 'promoter' | 'product';
  value: string;
  from_at: Unix | null;
  from_raw: number;
  next_id: number;
}

/** So many rows are worked out within the deed itself; more wait for the background. */
const AT_ONCE = 2_000;
/** Rows of one step in the background: some tens of milliseconds. */
const STEP = 500;

/**
 * Works out the figures of the affected rows anew, by the rules and payers as they stand now. Call it in the transaction
 * of what changed. Many rows become a durable task, and totals say so until it is done. `now` is platform time.
 */
export function deriveAnew(store: Store, affected: Affected, now: Unix): void {
  const task: Task = {
    task_id: 0,
    scope: affected.promoter_appid !== undefined ? 'promoter' : affected.product_id !== undefined ? 'product' : 'all',
    value: affected.promoter_appid ?? affected.product_id ?? '',
    from_at: affected.from ?? null,
    from_raw: 0,
    next_id: 0,
  };
  const rows = store.value<number>(
    sql`select count(*) from (select 1 from commission_order ${where(conditionsOf(task))} limit ${AT_ONCE + 1})`,
  )!;
  // Of a new product, mostly: what all rules are would be gathered for nothing.
  if (rows === 0) return;
  if (rows <= AT_ONCE) deriveRows(store, task, AT_ONCE, now);
  else
    store.run(
      sql`insert into derive_task (scope, value, from_at) values (${task.scope}, ${task.value}, ${task.from_at})`,
    );
}

export function hasDeriveTasks(store: Store): boolean {
  return store.value(sql`select 1 from derive_task limit 1`) !== undefined;
}

/** One step of the oldest task, in a transaction of its own. False when nothing is left. */
export function deriveStep(store: Store, now: Unix): boolean {
  return store.transaction(() => {
    const task = store.get<Task>(sql`select * from derive_task order by task_id limit 1`);
    if (!task) return false;
    const last = deriveRows(store, task, STEP, now);
    if (last === null) store.run(sql`delete from derive_task where task_id = ${task.task_id}`);
    else store.run(sql`update derive_task set next_id = ${last} where task_id = ${task.task_id}`);
    return true;
  });
}

function conditionsOf({ scope, value, from_at, next_id }: Task): Sql[] {
  return [
    ...(scope === 'promoter' ? [sql`promoter_appid = ${value}`] : []),
    ...(scope === 'product' ? [sql`product_id = ${value}`] : []),
    // The time by which a row looks for its rule.
    ...(from_at === null ? [] : [sql`coalesce(created_at, paid_at, settled_at) >= ${from_at}`]),
    ...(next_id === 0 ? [] : [sql`id > ${next_id}`]),
  ];
}

const COLUMNS = [...STATE_COLUMNS, ...FIGURE_COLUMNS].join(', ');
type Row = ReplyState & OrderFigures & SummedRow & { id: number; versions: number };

/** Works rows out by their number, at most `limit`. The number of the last one; null when there were no more. */
function deriveRows(store: Store, task: Task, limit: number, now: Unix): number | null {
  const context = deriveContext(store);
  const sums = orderSums(store);
  const update = updater(store, 'commission_order');
  const replyOf = task.from_raw ? newestReply(store) : null;
  const stand = store.prepare('update commission_order set stands_since = max(stands_since, ?) where id = ?');
  const names = orderNames(store);
  const earlier = earlierStates(store);
  const rows = store.all<Row>(
    sql`select id, versions, shared_order, review_state, first_seen_at, ${{ text: COLUMNS, values: [] }} from commission_order
      ${where(conditionsOf(task))} order by id limit ${limit}`,
  );
  for (const row of rows) {
    const state = replyOf ? replyOf(row) : stateOf(row);
    // Only the reply tells apart talents that have no AppID.
    if (replyOf) names.note(state);
    const before: EarlierStates = replyOf
      ? { ...earlier({ id: row.id, seq: row.versions }), plan_type: row.plan_type }
      : row;
    const next = { ...state, ...deriveFigures(state, before, context) };
    if (!update(row.id, row, next, {})) continue;
    // What an older program did not work out was no different before.
    if (!replyOf) stand.run(now, row.id);
    sums.take(row);
    const { shared_order, review_state, first_seen_at } = row;
    sums.add({ ...next, shared_order, review_state, first_seen_at });
  }
  sums.flush();
  return rows.length < limit ? null : rows.at(-1)!.id;
}

function stateOf(row: Row): ReplyState {
  return Object.fromEntries(STATE_COLUMNS.map((column) => [column, row[column]])) as unknown as ReplyState;
}

function newestReply(store: Store): (row: { id: number; versions: number }) => ReplyState {
  const replyOf = replyReader(store);
  return ({ id, versions }) => {
    const place = store.get<RawPlace>(
      sql`select raw_block_id, raw_start, raw_length from order_version where commission_order_id = ${id} and seq = ${versions}`,
    );
    if (!place) throw new RangeError(`commission order ${id}: version ${versions} is missing`);
    return replyOf(place);
  };
}
