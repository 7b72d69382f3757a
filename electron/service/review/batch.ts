import { createHash } from 'node:crypto';
import type { ReviewEvent } from '../../../shared/contract/review.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { ReviewFact } from './entry.ts';

/** What a batch tells of itself beside its columns. */
export interface BatchDetail {
  fact: ReviewFact;
  reason?: string | null;
  note?: string;
  /** Of a note: it was taken back, not added. */
  removed?: true;
  add?: readonly string[];
  remove?: readonly string[];
  /** Of a rule run: how many rows each rule held, and how many it let go. */
  held?: Record<string, number>;
  released?: number;
}

export interface BatchHead {
  at: number;
  staff: string;
  action: ReviewEvent['action'];
  detail: BatchDetail;
  undoes?: number;
}

/** Begins a batch; its entries follow. Call it, and `endBatch`, in the transaction of the act. */
export function openBatch(store: Store, { at, staff, action, detail, undoes }: BatchHead): number {
  return store.run(sql`insert into review_batch (at, staff, action, rows, detail, undoes)
    values (${at}, ${staff}, ${action}, 0, ${JSON.stringify(detail)}, ${undoes ?? null})`).id;
}

/** Ends a batch of `rows` entries with its line in the audit log. One without entries was none, and goes: null. */
export function endBatch(store: Store, batchId: number, rows: number, head: BatchHead): number | null {
  if (rows === 0) {
    store.run(sql`delete from review_batch where batch_id = ${batchId}`);
    return null;
  }
  store.run(sql`update review_batch set rows = ${rows}, detail = ${JSON.stringify(head.detail)}
    where batch_id = ${batchId}`);
  audit(store, {
    at: head.at,
    staff: head.staff,
    action: `review.${head.action}`,
    detail: {
      batch_id: batchId,
      rows,
      ...head.detail,
      ...(head.undoes === undefined ? {} : { undoes: head.undoes }),
      keys_sha256: keysHash(store, batchId),
    },
  });
  return batchId;
}

/** SHA-256 over `order_id TAB sku_id LF` of every row of the batch, in order. */
function keysHash(store: Store, batchId: number): string {
  const hash = createHash('sha256');
  const keys = store.each<{ key: string }>(sql`select order_id || char(9) || sku_id || char(10) as key
    from review_entry where batch_id = ${batchId} order by order_id, sku_id`);
  for (const { key } of keys) hash.update(key);
  return hash.digest('hex');
}
