import type { OrderPage, OrderRow, OrderVersion } from '../../../shared/contract/order.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { type RawPlace, rawReader } from '../store/raw.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { changedPaths } from './changed-paths.ts';
import { orderColumns } from './row.ts';

type StoredVersion = Omit<OrderVersion, 'changes' | 'raw'> & RawPlace;

/** One commission order with all its versions, newest first. Throws `order.unknown`. */
export function readOrderPage(reader: StoreReader, key: { order_id: string; sku_id: string }): OrderPage {
  const rows = reader.all<OrderRow & { id: number }>(
    sql`select id, ${orderColumns} from commission_order where order_id = ${key.order_id} order by sku_id`,
  );
  const quarantine =
    reader.get<{ reason: string; since: number; tries: number }>(
      sql`select reason, since, tries from quarantine where order_id = ${key.order_id} and sku_id = ${key.sku_id}`,
    ) ?? null;
  const found = rows.find((row) => row.sku_id === key.sku_id);
  if (!found) throw new DeskError('order.unknown', { order_id: key.order_id, sku_id: key.sku_id });
  const { id, ...order } = found;
  return {
    order,
    versions: versionsOf(reader, id),
    siblings: rows.filter((row) => row.id !== id).map(({ id: _, ...row }) => row),
    quarantine,
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
