import type { ErrorCode } from '../../../shared/contract/error-code.ts';
import type { ErrorParams } from '../../../shared/contract/result.ts';
import type { StagedAction, StagedState } from '../../../shared/contract/staging.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';

/** What a change wants. */
export interface Wanted {
  /** Split, ppm; null takes a default away; left out where none is meant. */
  ratio_ppm?: number | null;
  /** See `StagedRow.instead`. */
  instead?: true;
  /** Staff's words on an answer to an invitation. */
  note?: string;
}

/**
 * How it stands: the split, ppm, null where none is set; for the shelf whether the product is there; for a shop the
 * state of the partnership, null where the platform does not know it.
 */
export interface Standing {
  listed?: boolean;
  ratio_ppm: number | null;
  partnership?: number | null;
}

/** Who and what a change is about; what does not apply is empty. */
export interface Subject {
  action: StagedAction;
  shop_appid: string;
  product_id: string;
  plan_type: number;
  head_supplier_appid: string;
  promoter_appid: string;
}

export interface Wish extends Subject {
  wanted: Wanted;
  blocked?: ErrorCode | null;
  undoes_place?: number;
}

export interface Change extends Subject {
  batch_id: number;
  place: number;
  wanted: Wanted;
  /** What the dry run read, and when. */
  found: Standing | null;
  found_at: number | null;
  /** What stood when it was asked for. */
  before: Standing | null;
  state: StagedState;
  /** What stood in its way when it was laid down or read anew. */
  blocked: ErrorCode | null;
  undoes_place: number | null;
}

/** The way back of a made change. */
export type Way = Wish | { blocked: ErrorCode };

type StoredChange = Omit<Change, 'wanted' | 'found' | 'before'> & {
  wanted: string;
  found: string | null;
  before: string | null;
};

const columns: Sql = sql`batch_id, place, action, shop_appid, product_id, plan_type, head_supplier_appid, promoter_appid,
  wanted, found, found_at, before, state, blocked, undoes_place`;

export function readChange(reader: StoreReader, batchId: number, place: number): Change | undefined {
  const stored = reader.get<StoredChange>(
    sql`select ${columns} from staged_change where batch_id = ${batchId} and place = ${place}`,
  );
  return stored && toChange(stored);
}

/** Changes of a batch for which the condition holds, by place. */
export function readChanges(reader: StoreReader, batchId: number, condition: Sql): Change[] {
  return reader
    .all<StoredChange>(
      sql`select ${columns} from staged_change where batch_id = ${batchId} and ${condition} order by place`,
    )
    .map(toChange);
}

function toChange(stored: StoredChange): Change {
  return {
    ...stored,
    wanted: JSON.parse(stored.wanted) as Wanted,
    found: stored.found === null ? null : (JSON.parse(stored.found) as Standing),
    before: stored.before === null ? null : (JSON.parse(stored.before) as Standing),
  };
}

/**
 * Lays wishes down in a batch that has not begun and gives how many were new to it; one about the same as another takes
 * its place. Call it inside a transaction.
 */
export function appendChanges(store: Store, batchId: number, wishes: readonly Wish[]): number {
  let place =
    store.value<number>(sql`select coalesce(max(place), 0) from staged_change where batch_id = ${batchId}`) ?? 0;
  const insert = store.prepare(`insert into staged_change (batch_id, place, action, shop_appid, product_id, plan_type,
      head_supplier_appid, promoter_appid, wanted, blocked, undoes_place)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict do update set wanted = excluded.wanted, found = null, found_at = null returning place`);
  const first = place;
  for (const wish of wishes) {
    const { place: taken } = insert.get(
      batchId,
      place + 1,
      wish.action,
      wish.shop_appid,
      wish.product_id,
      wish.plan_type,
      wish.head_supplier_appid,
      wish.promoter_appid,
      JSON.stringify(wish.wanted),
      wish.blocked ?? null,
      wish.undoes_place ?? null,
    ) as { place: number };
    if (taken > place) place = taken;
  }
  return place - first;
}

/** How a change ended. */
export interface Ended {
  state: Extract<StagedState, 'done' | 'same' | 'failed' | 'skipped'>;
  at: number;
  error_code?: string;
  error_params?: ErrorParams;
}

/** Notes how a change ended, and with it what became of the change it takes back. Call it inside a transaction. */
export function endChange(store: Store, change: Change, ended: Ended): void {
  store.run(sql`update staged_change set state = ${ended.state}, ended_at = ${ended.at},
      error_code = ${ended.error_code ?? null},
      error_params = ${ended.error_params ? JSON.stringify(ended.error_params) : null}
    where batch_id = ${change.batch_id} and place = ${change.place}`);
  if (ended.state === 'done' || ended.state === 'same') markUndone(store, change);
}

/** Along a chain of undo and redo every other change stands. */
function markUndone(store: Store, change: Change): void {
  let state = 'undone';
  let link: Pick<Change, 'batch_id' | 'undoes_place'> = change;
  while (link.undoes_place !== null) {
    const undone = store.get<Pick<Change, 'batch_id' | 'undoes_place'>>(
      sql`select c.batch_id, c.undoes_place from staged_batch b
        join staged_change c on c.batch_id = b.undoes and c.place = ${link.undoes_place}
        where b.batch_id = ${link.batch_id}`,
    );
    if (!undone) return;
    store.run(sql`update staged_change set state = ${state}
      where batch_id = ${undone.batch_id} and place = ${link.undoes_place}`);
    state = state === 'undone' ? 'done' : 'undone';
    link = undone;
  }
}
