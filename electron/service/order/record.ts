import { hash as digest } from 'node:crypto';
import { type OrderKey, type OrderState, readOrderState } from '../platform/endpoints/orders.ts';
import { writeRaw } from '../store/raw.ts';
import type { Store } from '../store/store.ts';
import { STATE_COLUMNS } from './row.ts';
import { stateText } from './state-text.ts';

export type Recorded = 'inserted' | 'changed' | 'unchanged' | 'stale' | 'unreadable';

export interface OrderReply {
  value: unknown;
  text: string;
}

interface Known {
  id: number;
  updated_at: number | null;
  versions: number;
  state_hash: Uint8Array;
}

export interface OrderReading {
  key: OrderKey;
  reply: OrderReply;
}

interface NewVersion {
  id: number;
  seq: number;
  state: OrderState;
  text: string;
}

/**
 * Writes replies of order/get into the books: the current row, and a version only when something changed. Call it
 * inside a transaction. A reply older than what is known ('stale') changes nothing: no row goes backwards.
 * `seenAt` is platform time.
 */
export type OrderRecorder = (readings: readonly OrderReading[], seenAt: number) => Recorded[];

export function orderRecorder(store: Store): OrderRecorder {
  const columns = STATE_COLUMNS.join(', ');
  const marks = STATE_COLUMNS.map(() => '?').join(', ');
  const find = store.prepare(
    'select id, updated_at, versions, state_hash from commission_order where order_id = ? and sku_id = ?',
  );
  const insert = store.prepare(
    `insert into commission_order (order_id, sku_id, ${columns}, versions, first_seen_at, last_read_at, state_hash)
     values (?, ?, ${marks}, 1, ?, ?, ?)`,
  );
  const update = store.prepare(
    `update commission_order set (${columns}, versions, last_read_at, state_hash) = (${marks}, ?, ?, ?) where id = ?`,
  );
  const touch = store.prepare('update commission_order set last_read_at = ? where id = ?');
  const addVersion = store.prepare(
    `insert into order_version (commission_order_id, seq, seen_at, updated_at, order_status, commission_status,
       actual_payment_fen, service_amount_fen, platform_amount_fen, promoter_amount_fen, settled_at,
       raw_block_id, raw_start, raw_length)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  const recordRow = ({ key, reply }: OrderReading, seenAt: number, versions: NewVersion[]): Recorded => {
    const state = readOrderState(reply.value);
    if (!state) return 'unreadable';
    const updatedAt = state.updated_at;
    const known = find.get(key.order_id, key.sku_id) as Known | undefined;
    const stateHash = digest('sha1', stateText(reply.value), 'buffer');
    if (known && stateHash.equals(known.state_hash)) {
      touch.run(seenAt, known.id);
      return 'unchanged';
    }
    const values = STATE_COLUMNS.map((column) => state[column]);
    if (!known) {
      const { lastInsertRowid } = insert.run(key.order_id, key.sku_id, ...values, seenAt, seenAt, stateHash);
      versions.push({ id: Number(lastInsertRowid), seq: 1, state, text: reply.text });
      return 'inserted';
    }
    if (known.updated_at !== null && updatedAt !== null && updatedAt < known.updated_at) return 'stale';
    update.run(...values, known.versions + 1, seenAt, stateHash, known.id);
    versions.push({ id: known.id, seq: known.versions + 1, state, text: reply.text });
    return 'changed';
  };

  return (readings, seenAt) => {
    const versions: NewVersion[] = [];
    const recorded = readings.map((reading) => recordRow(reading, seenAt, versions));
    const places = writeRaw(
      store,
      versions.map((version) => version.text),
    );
    versions.forEach(({ id, seq, state }, index) => {
      const { raw_block_id, raw_start, raw_length } = places[index]!;
      addVersion.run(
        id,
        seq,
        seenAt,
        state.updated_at,
        state.order_status,
        state.commission_status,
        state.actual_payment_fen,
        state.service_amount_fen,
        state.platform_amount_fen,
        state.promoter_amount_fen,
        state.settled_at,
        raw_block_id,
        raw_start,
        raw_length,
      );
    });
    return recorded;
  };
}
