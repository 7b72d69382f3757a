import type { OrderKey } from '../platform/endpoints/orders.ts';
import { sql } from '../store/sql.ts';
import { timeNow } from './clock.ts';
import type { DetailReaders } from './detail-readers.ts';
import { isDue } from './due.ts';
import type { KeyQueue } from './key-queue.ts';
import type { SyncTask } from './task.ts';

const PORTION = 2000;

interface DueRow extends OrderKey {
  id: number;
  last_read_at: number;
}

/** Reads unsettled rows again that are due by their age: not every change moves the update time, and some come late. */
export async function readAgain(task: SyncTask, queue: KeyQueue, readers: DetailReaders): Promise<void> {
  const now = timeNow(task.platform);
  // In portions, from a place onwards: reading a row moves it in this very index, behind that place.
  for (let after = { last_read_at: 0, id: 0 }; ; ) {
    const rows = task.store.all<DueRow>(sql`select id, last_read_at, order_id, sku_id from commission_order
      where (commission_status is null or commission_status not in (100, 200))
        and (last_read_at, id) > (${after.last_read_at}, ${after.id}) and ${isDue(now)}
      order by last_read_at, id limit ${PORTION}`);
    const last = rows.at(-1);
    if (!last) return;
    after = last;
    queue.addVolatile(rows);
    readers.wake();
    await readers.below(PORTION);
  }
}
