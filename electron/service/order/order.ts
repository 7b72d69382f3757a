import type { OrderKey, OrderPage, OrderState, OrderVersion } from '../../../shared/contract/order.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { parseExactJson } from '../../../shared/exact-json.ts';
import type { Unix } from '../../../shared/time.ts';
import { reviewEvents } from '../review/batches.ts';
import { type RawPlace, rawReader } from '../store/raw.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { chainParties } from './chain.ts';
import { changedPaths } from './changed-paths.ts';
import { chainChecks } from './checks.ts';
import { explainShare } from './explain.ts';
import { orderColumns } from './row.ts';
import { withStaffWords } from './staff-words.ts';

type StoredVersion = Omit<OrderVersion, 'changes' | 'raw'> & RawPlace;

/**
 * One commission order with all its versions, newest first, what follows from the newest of them, and what staff said
 * of it. On a reader set to a past moment all of it is as it was known then. Throws `order.unknown`.
 */
export function readOrderPage(reader: StoreReader, key: OrderKey & { as_of?: Unix | undefined }): OrderPage {
  const { order_id, sku_id } = key;
  const found = reader.all<OrderState & { id: number }>(
    sql`select id, ${orderColumns} from commission_order where order_id = ${order_id} order by sku_id`,
  );
  const at = found.findIndex((row) => row.sku_id === sku_id);
  if (at < 0) throw new DeskError('order.unknown', { order_id, sku_id });
  const id = found[at]!.id;
  const rows = withStaffWords(
    reader,
    found.map(({ id: _, ...row }) => row),
  );
  const order = rows[at]!;
  const versions = versionsOf(reader, id);
  const { rule, owed_fen } = explainShare(reader, order);
  return {
    order,
    versions,
    siblings: rows.filter((row) => row !== order),
    quarantine:
      reader.get<{ reason: string; since: number; tries: number }>(
        sql`select reason, since, tries from quarantine where order_id = ${order_id} and sku_id = ${sku_id}`,
      ) ?? null,
    chain: chainParties(versions[0] ? parseExactJson(versions[0].raw) : null, order),
    checks: chainChecks(order, owed_fen),
    rule,
    notes: reader.all(
      sql`select note_id, text, written_at, written_by from order_note
        where order_id = ${order_id} and sku_id = ${sku_id} and removed_at is null order by note_id desc`,
    ),
    events: reviewEvents(reader, key, key.as_of),
  };
}

function versionsOf(reader: StoreReader, id: number): OrderVersion[] {
  const stored = reader.all<StoredVersion>(
    sql`select seq, seen_at, updated_at, order_status, commission_status, actual_payment_fen, service_amount_fen,
        platform_amount_fen, promoter_amount_fen, settled_at, raw_block_id, raw_start, raw_length
      from order_version where commission_order_id = ${id} order by seq`,
  );
  const readRaw = rawReader(reader);
  let before: string | null = null;
  return stored
    .map(({ raw_block_id, raw_start, raw_length, ...version }): OrderVersion => {
      const raw = readRaw({ raw_block_id, raw_start, raw_length });
      const changes = before === null ? [] : changedPaths(before, raw);
      before = raw;
      return { ...version, changes, raw };
    })
    .reverse();
}
