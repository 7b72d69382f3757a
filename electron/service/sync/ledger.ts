import type { LedgerRow } from '../../../shared/contract/sync.ts';
import type { CallRecord } from '../platform/platform.ts';
import { sql } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';

/** Newest rows kept; enough for the last days of a busy institution. */
const KEPT = 50_000;
const BATCH = 500;

export interface RequestLedger {
  record(call: CallRecord): void;
  flush(): void;
}

/** Every call to the platform, written in batches: a ledger must not cost more than the call. */
export function requestLedger(store: Store): RequestLedger {
  const insert = store.prepare(
    'insert into request_ledger (at, endpoint, outcome, millis, rid, try_number) values (?, ?, ?, ?, ?, ?)',
  );
  let waiting: CallRecord[] = [];
  const flush = () => {
    if (waiting.length === 0) return;
    const calls = waiting;
    waiting = [];
    store.transaction(() => {
      for (const call of calls) insert.run(call.at, call.endpoint, call.outcome, call.millis, call.rid, call.tryNumber);
      store.run(sql`delete from request_ledger where call_id <= (select max(call_id) from request_ledger) - ${KEPT}`);
    });
  };
  return {
    record(call) {
      waiting.push(call);
      if (waiting.length >= BATCH) flush();
    },
    flush,
  };
}

export function ledgerPage(
  reader: StoreReader,
  limit: number,
): { rows: LedgerRow[]; by_endpoint: { endpoint: string; calls: number; failed: number; millis_avg: number }[] } {
  return {
    rows: reader.all<LedgerRow>(
      sql`select at, endpoint, outcome, millis, rid, try_number from request_ledger order by call_id desc limit ${limit}`,
    ),
    by_endpoint: reader.all(
      sql`select endpoint, count(*) as calls, sum(outcome <> 'ok') as failed, cast(round(avg(millis)) as integer) as millis_avg
        from request_ledger group by endpoint order by calls desc`,
    ),
  };
}
