import { DeskError } from '../../../shared/contract/result.ts';
import type { CloseCheck, Closing } from '../../../shared/contract/settlement.ts';
import { formatInstant, type Period, type Unix } from '../../../shared/time.ts';
import type { WorkProgress } from '../report/pace.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { closingHash } from './chain.ts';
import { closedMonth, closingsOf } from './closed.ts';
import { freezeInThread } from './closing-thread.ts';
import type { Frozen, FrozenKey, FrozenRow } from './freezing.ts';
import { ordersKnownAsOf } from './period.ts';
import { rangeOf } from './source.ts';

export interface ClosingWish {
  period: Period;
  /** Checks that ask and that the person has seen. */
  despite: CloseCheck[];
  staff: string;
  /** Platform time. */
  now: Unix;
  signal: AbortSignal;
  onProgress(progress: WorkProgress): void;
}

/**
 * Freezes the lines of a month that is over; from then on the month is reported from them. The lines are written piece
 * by piece and count for nothing until the closing itself is on the disk, so that nobody waits for them and a closing
 * that is broken off leaves the month open. Throws `period.invalid`, `period.not_over`, `period.not_read`,
 * `period.closed` or `period.checks_open`.
 */
export async function closePeriod(store: Store, dataDir: string, wish: ClosingWish): Promise<Closing> {
  const { period, now } = wish;
  refuseEarly(store, period, now);
  dropUnfinishedLines(store);
  const closingId = nextClosingId(store);
  const insert = store.prepare(
    `insert into closing_line (closing_id, seq, order_id, sku_id, kind, adjusts_period, promoter_appid, shop_appid,
       channel, promoter_payer, service_amount_fen, promoter_owed_fen, net_fen, version, line)
     values (${closingId}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  let seq = 0;
  const take = (rows: FrozenRow[]) =>
    store.transaction(() => {
      for (const row of rows) {
        seq += 1;
        insert.run(seq, ...row);
      }
    });
  const insertKey = store.prepare(
    `insert into closing_key (order_id, sku_id, closing_id, seq) values (?, ?, ${closingId}, ?)`,
  );
  const takeKeys = (keys: FrozenKey[]) =>
    store.transaction(() => {
      for (const key of keys) insertKey.run(...key);
    });
  try {
    const frozen = await freezeInThread({ dataDir, ...wish, take, takeKeys });
    wish.signal.throwIfAborted();
    writeClosing(store, closingId, frozen, wish);
  } catch (error) {
    dropUnfinishedLines(store);
    throw error;
  }
  return closingsOf(store, period)[0]!;
}

/** What stays of a closing that was broken off; called when the books are opened, too. */
export function dropUnfinishedLines(store: Store): void {
  const unfinished = sql`closing_id > (select coalesce(max(closing_id), 0) from settlement_closing)`;
  store.transaction(() => {
    store.run(sql`delete from closing_key where (order_id, sku_id, closing_id) in
      (select order_id, sku_id, closing_id from closing_line where ${unfinished})`);
    store.run(sql`delete from closing_line where ${unfinished}`);
  });
}

function nextClosingId(store: Store): number {
  return (store.value<number | null>(sql`select max(closing_id) from settlement_closing`) ?? 0) + 1;
}

function refuseEarly(store: Store, period: Period, now: Unix): void {
  const { to } = rangeOf(period);
  if (now < to) throw new DeskError('period.not_over', { period });
  const knownAsOf = ordersKnownAsOf(store);
  // What settled in the hours nobody has read would be missing from the month.
  if (knownAsOf === null || knownAsOf < to)
    throw new DeskError('period.not_read', {
      period,
      known_as_of: knownAsOf === null ? null : formatInstant(knownAsOf),
    });
  if (closedMonth(store, period)) throw new DeskError('period.closed', { period });
}

function writeClosing(store: Store, closing_id: number, frozen: Frozen, { period, staff, now }: ClosingWish): void {
  const { totals, known_as_of, seen_until } = frozen;
  store.durably(() => {
    if (nextClosingId(store) !== closing_id || closedMonth(store, period))
      throw new DeskError('period.closed', { period });
    const number =
      (store.value<number>(sql`select count(*) from settlement_closing where period = ${period}`) ?? 0) + 1;
    const previous =
      store.value<string>(sql`select hash from settlement_closing order by closing_id desc limit 1`) ?? '';
    const facts = {
      period,
      number,
      closed_at: now,
      closed_by: staff,
      known_as_of,
      seen_until,
      adjusts: JSON.stringify(frozen.adjusts),
      lines_hash: totals.hash,
      totals: JSON.stringify(totals),
      checklist: JSON.stringify(frozen.checklist),
    };
    const hash = closingHash(previous, facts);
    store.run(sql`insert into settlement_closing (closing_id, period, number, closed_at, closed_by, known_as_of,
        seen_until, adjusts, lines_hash, totals, checklist, previous_hash, hash)
      values (${closing_id}, ${period}, ${number}, ${now}, ${staff}, ${known_as_of}, ${seen_until}, ${facts.adjusts},
        ${facts.lines_hash}, ${facts.totals}, ${facts.checklist}, ${previous}, ${hash})`);
    audit(store, { at: now, staff, action: 'settlement.close', detail: { ...totals, number, closing_hash: hash } });
  });
}
