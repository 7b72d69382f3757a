import { hash as digest } from 'node:crypto';
import type { OrderFigures, ReplyState } from '../../../shared/contract/order.ts';
import { type OrderKey, readOrderState } from '../platform/endpoints/orders.ts';
import { writeRaw } from '../store/raw.ts';
import type { Store } from '../store/store.ts';
import { type DeriveContext, deriveFigures } from './derive.ts';
import { deriveContexts } from './derive-context.ts';
import { orderNames } from './names.ts';
import { FIGURE_COLUMNS, STATE_COLUMNS } from './row.ts';
import { sharedOrders } from './shared-orders.ts';
import { stateText } from './state-text.ts';
import { type OrderSums, orderSums, type SummedRow } from './sums.ts';
import { updater } from './update.ts';

export type Recorded = 'inserted' | 'changed' | 'unchanged' | 'stale' | 'unreadable';

export interface OrderReply {
  value: unknown;
  text: string;
}

interface Known {
  id: number;
  sku_id: string;
  shared_order: number;
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
  state: ReplyState;
  text: string;
}

/**
 * Writes replies of order/get into the books: the current row, and a version only when something changed. Call it
 * inside a transaction. A reply older than what is known ('stale') changes nothing: no row goes backwards.
 * `seenAt` is platform time.
 */
export type OrderRecorder = (readings: readonly OrderReading[], seenAt: number) => Recorded[];

export function orderRecorder(store: Store): OrderRecorder {
  const columns = [...STATE_COLUMNS, ...FIGURE_COLUMNS];
  const own = ['order_id', 'sku_id', 'order_tail', 'shared_order', 'versions', 'first_seen_at', 'last_read_at'];
  const find = store.prepare(
    'select id, sku_id, updated_at, versions, state_hash, shared_order from commission_order where order_id = ?',
  );
  const before = store.prepare(
    `select ${columns.join(', ')}, shared_order, review_state, first_seen_at from commission_order where id = ?`,
  );
  const insert = store.prepare(
    `insert into commission_order (${[...own, 'stands_since', 'state_hash', ...columns].join(', ')})
     values (${[...own, '', '', ...columns].map(() => '?').join(', ')})`,
  );
  const insertParts = store.prepare('insert into order_id_part (rowid, order_id) values (?, ?)');
  const update = updater(store, 'commission_order');
  const touch = store.prepare('update commission_order set last_read_at = ? where id = ?');
  const contexts = deriveContexts(store);
  const share = sharedOrders(store);
  const names = orderNames(store);
  const addVersion = store.prepare(
    `insert into order_version (commission_order_id, seq, seen_at, updated_at, order_status, commission_status,
       actual_payment_fen, service_amount_fen, platform_amount_fen, promoter_amount_fen, settled_at,
       raw_block_id, raw_start, raw_length)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  /** What one call works with. */
  interface Batch {
    seenAt: number;
    context: DeriveContext;
    sums: OrderSums;
    versions: NewVersion[];
  }

  const recordRow = ({ key, reply }: OrderReading, batch: Batch): Recorded => {
    const state = readOrderState(reply.value);
    if (!state) return 'unreadable';
    const updatedAt = state.updated_at;
    const ofOrder = find.all(key.order_id) as Known[];
    const known = ofOrder.find((row) => row.sku_id === key.sku_id);
    const stateHash = digest('sha1', stateText(reply.value), 'buffer');
    if (known && stateHash.equals(known.state_hash)) {
      touch.run(batch.seenAt, known.id);
      return 'unchanged';
    }
    if (known && known.updated_at !== null && updatedAt !== null && updatedAt < known.updated_at) return 'stale';
    names.note(state);
    if (!known) {
      const id = insertRow(key, state, stateHash, ofOrder, batch);
      batch.versions.push({ id, seq: 1, state, text: reply.text });
      return 'inserted';
    }
    const seq = known.versions + 1;
    changeRow(known.id, state, { versions: seq, state_hash: stateHash }, batch);
    batch.versions.push({ id: known.id, seq, state, text: reply.text });
    return 'changed';
  };

  const insertRow = (
    key: OrderKey,
    state: ReplyState,
    hash: Uint8Array,
    others: readonly Known[],
    batch: Batch,
  ): number => {
    const { seenAt, sums } = batch;
    const figures = deriveFigures(state, null, batch.context);
    share(others, sums);
    const shared = others.length > 0 ? 1 : 0;
    const row: Row = { ...state, ...figures };
    const { lastInsertRowid } = insert.run(
      key.order_id,
      key.sku_id,
      tailOf(key.order_id),
      shared,
      1,
      seenAt,
      seenAt,
      seenAt,
      hash,
      ...columns.map((column) => row[column]),
    );
    insertParts.run(lastInsertRowid, key.order_id);
    sums.add({ ...row, shared_order: shared, review_state: 'open', first_seen_at: seenAt });
    return Number(lastInsertRowid);
  };

  const changeRow = (
    id: number,
    state: ReplyState,
    own: { versions: number; state_hash: Uint8Array },
    { seenAt, context, sums }: Batch,
  ): void => {
    const old = before.get(id) as SummedRow & OrderFigures & ReplyState;
    const row: Row = { ...state, ...deriveFigures(state, old, context) };
    update(id, old, row, { ...own, last_read_at: seenAt, stands_since: seenAt });
    sums.take(old);
    const { shared_order, review_state, first_seen_at } = old;
    sums.add({ ...row, shared_order, review_state, first_seen_at });
  };

  return (readings, seenAt) => {
    const versions: NewVersion[] = [];
    const sums = orderSums(store);
    names.begin();
    const batch: Batch = { seenAt, context: contexts(), sums, versions };
    const recorded = readings.map((reading) => recordRow(reading, batch));
    sums.flush();
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

type Row = ReplyState & OrderFigures;

/** Digits of an order id's end that an index holds, backwards. */
export const TAIL_LENGTH = 8;

export function tailOf(orderId: string): string {
  return [...orderId].slice(-TAIL_LENGTH).reverse().join('');
}
