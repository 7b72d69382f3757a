import { setImmediate as turn } from 'node:timers/promises';
import type { ReviewRules } from '../../../shared/contract/review.ts';
import type { RouteOutput } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { readSetting, writeSetting } from '../store/setting.ts';
import { sql } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';
import { type BatchHead, endBatch, openBatch } from './batch.ts';
import { decisionOf, decisionsOf, decisionText } from './entry.ts';
import { type Flagged, flaggedRows, type RuleReason } from './flagged.ts';
import { showStates } from './row-state.ts';
import { readRules, writeRules } from './rules.ts';

const LAST_RUN = 'review_rules_run_at';

/** Rows written in one transaction: a few milliseconds. */
const CHUNK = 200;

export interface HoldRun {
  /** Platform time of the run. */
  now: number;
  /** Only rows that stand as they do since then (platform time); null: all. */
  since: number | null;
  signal?: AbortSignal | undefined;
}

interface Held {
  held: number;
  released: number;
}

/**
 * Lets the rules hold what nobody has decided on, and lets go what they held and no longer would. Staff's decisions
 * are never touched, a reopening included. One batch for the run, of action `rule` and no person; others have their
 * turn after every few rows. Runs on the same books wait for each other.
 */
export function applyHoldRules(store: Store, run: HoldRun): Promise<Held> {
  return inTurn(store, () => hold(store, run));
}

/** To be called when a sync run has read orders: what has changed since the last time the rules were applied. */
export async function holdAfterSync(context: Context, signal: AbortSignal): Promise<void> {
  const { store } = context;
  const last = readSetting(store, LAST_RUN);
  // Rules that were never set hold nothing, and setting them looks at all rows.
  if (last === null) return;
  const { held, released } = await applyHoldRules(store, { now: context.now(), since: Number(last), signal });
  if (held + released > 0) context.changed('reviews');
}

/** Sets the rules and, where those that hold have changed, applies them to every row nobody has decided on. */
export async function setRules(context: Context, rules: ReviewRules): Promise<RouteOutput<'review.set_rules'>> {
  const { store } = context;
  const now = context.now();
  const before = readRules(store);
  writeRules(store, rules, { at: now, staff: context.staff() });
  const same = JSON.stringify({ ...before, two_person: false }) === JSON.stringify({ ...rules, two_person: false });
  const { held } = same ? { held: 0 } : await applyHoldRules(store, { now, since: null });
  context.changed('reviews');
  return { rules, held };
}

const turns = new WeakMap<Store, Promise<unknown>>();

function inTurn<T>(store: Store, work: () => Promise<T>): Promise<T> {
  const mine = (turns.get(store) ?? Promise.resolve()).then(work, work);
  turns.set(store, mine);
  return mine;
}

async function hold(store: Store, { now, since, signal }: HoldRun): Promise<Held> {
  const rules = readRules(store);
  const flagged = holdsAnything(rules) ? await flaggedRows(store, rules, since, signal) : new Map();
  const changes = [...freed(store, flagged, since), ...flagged];
  const head: BatchHead = { at: now, staff: '', action: 'rule', detail: { fact: 'decision' } };
  const batches: number[] = [];
  for (let start = 0; start < changes.length && !signal?.aborted; start += CHUNK) {
    store.transaction(() => {
      const open = batches.at(-1);
      // Staff may have taken back what the run did so far; what follows is another batch then.
      const batchId = open !== undefined && stands(store, open) ? open : openBatch(store, head);
      if (batchId !== open) batches.push(batchId);
      writeChunk(store, batchId, { now, since, chunk: changes.slice(start, start + CHUNK) });
    });
    await turn();
  }
  const done: Held = { held: 0, released: 0 };
  store.transaction(() => {
    for (const batchId of batches) {
      const { held, released } = countBatch(store, batchId);
      const rows = released + Object.values(held).reduce((sum, count) => sum + count, 0);
      endBatch(store, batchId, rows, { ...head, detail: { fact: 'decision', held, released } });
      done.held += rows - released;
      done.released += released;
    }
    if (!signal?.aborted) writeSetting(store, LAST_RUN, String(now));
  });
  signal?.throwIfAborted();
  return done;
}

function holdsAnything(rules: ReviewRules): boolean {
  return (
    rules.difference_fen !== null || rules.refund_open || rules.self_purchase !== null || rules.rate_jump_ppm !== null
  );
}

function stands(reader: StoreReader, batchId: number): boolean {
  return reader.value<number>(sql`select undone_by is null from review_batch where batch_id = ${batchId}`) === 1;
}

/** Rows a rule holds, of those looked at, that no rule holds any more. */
function freed(reader: StoreReader, flagged: Flagged, since: number | null): [number, null][] {
  const held = reader.all<{ id: number }>(sql`select o.id from order_review r
    join commission_order o on o.order_id = r.order_id and o.sku_id = r.sku_id
    where r.state = 'held' and r.reason glob 'rule_*' and o.stands_since >= ${since ?? 0}`);
  return held.flatMap(({ id }) => (flagged.has(id) ? [] : [[id, null] as [number, null]]));
}

interface Chunk {
  now: number;
  since: number | null;
  chunk: readonly (readonly [id: number, reason: RuleReason | null])[];
}

/**
 * Holds or frees the rows of the chunk that still are the rules' own: undecided, or held by a rule. Of the latter one
 * that did not change keeps the reason it has, since only the burst it belongs to was looked at.
 */
function writeChunk(store: Store, batchId: number, { now, since, chunk }: Chunk): void {
  const reason = sql`c.value ->> 1`;
  const after = decisionOf({ state: sql`'held'`, reason, note: '', at: now, by: '', batch: batchId });
  store.run(sql`insert into review_entry (batch_id, order_id, sku_id, before, after)
    select ${batchId}, o.order_id, o.sku_id, ${decisionText}, case when ${reason} is not null then ${after} end
    from json_each(${JSON.stringify(chunk)}) c join commission_order o on o.id = c.value ->> 0
      left join order_review r on r.order_id = o.order_id and r.sku_id = o.sku_id
    where case when r.state is null then ${reason} is not null
      else r.state = 'held' and r.reason glob 'rule_*' and r.reason is not ${reason}
        and o.stands_since >= ${since ?? 0} end`);
  const among = sql`and (order_id, sku_id) in (select order_id, sku_id from commission_order
    where id in (select value from json_each(${JSON.stringify(chunk.map(([id]) => id))})))`;
  for (const step of decisionsOf(batchId, among)) store.run(step);
  showStates(store, batchId, among);
}

function countBatch(reader: StoreReader, batchId: number): { held: Record<string, number>; released: number } {
  const counts = reader.all<{ reason: RuleReason | null; rows: number }>(sql`select after ->> '$.reason' as reason,
    count(*) as rows from review_entry where batch_id = ${batchId} group by 1`);
  return {
    held: Object.fromEntries(counts.flatMap(({ reason, rows }) => (reason ? [[reason, rows]] : []))),
    released: counts.find(({ reason }) => reason === null)?.rows ?? 0,
  };
}
