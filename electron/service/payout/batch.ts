import type { PayoutBatch, PayoutItem } from '../../../shared/contract/payout.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { sumFen } from '../../../shared/money.ts';
import type { Period } from '../../../shared/time.ts';
import { type PartyNames, partyNames } from '../payee/names.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { batchState, remarkOf } from './state.ts';

type BatchRow = Omit<PayoutBatch, 'state' | 'items' | 'amount_fen' | 'paid_fen' | 'retryable'>;
type ItemRow = Omit<PayoutItem, 'name' | 'remark'> & { place: number };

const COLUMNS: Sql = {
  text: `batch_id, period, channel, made_at, made_by, approved_at, approved_by, cancelled_at, cancelled_by,
    cancelled_reason`,
  values: [],
};

/** Newest first. */
export function batchesOf(reader: StoreReader, period: Period): PayoutBatch[] {
  const names = partyNames(reader);
  return reader
    .all<BatchRow>(sql`select ${COLUMNS} from payout_batch where period = ${period} order by batch_id desc`)
    .map((row) => whole(reader, row, names));
}

/** Throws `payout.unknown`. */
export function payoutBatch(reader: StoreReader, batchId: number): PayoutBatch {
  const row = reader.get<BatchRow>(sql`select ${COLUMNS} from payout_batch where batch_id = ${batchId}`);
  if (!row) throw new DeskError('payout.unknown', { batch_id: batchId });
  return whole(reader, row, partyNames(reader));
}

function whole(reader: StoreReader, row: BatchRow, names: PartyNames): PayoutBatch {
  const items = itemRows(reader, row.batch_id).map(({ place, ...item }) => ({
    ...item,
    name: names.payee(item.payee_id),
    remark: remarkOf(row.batch_id, place),
  }));
  return {
    ...row,
    state: batchState(row, items),
    items,
    amount_fen: sumFen(items.map(({ amount_fen }) => amount_fen)),
    paid_fen: sumFen(items.map(({ paid_fen }) => paid_fen)),
    retryable: items.filter(isRetryable).length,
  };
}

function itemRows(reader: StoreReader, batchId: number): ItemRow[] {
  return reader.all<ItemRow>(sql`
    select i.payee_id, i.place, i.amount_fen, i.state, i.paid_fen, i.paid_at, i.reference, i.failure, i.retry_of, i.hint,
      (select max(r.batch_id) from payout_item r join payout_batch b on b.batch_id = r.batch_id
        where r.retry_of = i.batch_id and r.payee_id = i.payee_id and b.cancelled_at is null) as retried_by
    from payout_item i where i.batch_id = ${batchId} order by i.place`);
}

/** Failed or paid in part, and no other batch tries it again. */
export function isRetryable({ state, retried_by }: PayoutItem): boolean {
  return (state === 'failed' || state === 'partly_paid') && retried_by === null;
}
