import type { EndpointUse, LedgerRow } from '../../../shared/contract/sync.ts';
import { dayOf } from '../../../shared/time.ts';
import type { CallRecord } from '../platform/platform.ts';
import { sql, where } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';

/** Newest calls kept one by one; enough for the last days of a busy institution. Sums per day stay. */
const KEPT = 50_000;
const BATCH = 500;
const KEPT_DAYS = 400;

export interface RequestLedger {
  record(call: CallRecord): void;
  flush(): void;
}

interface DaySum {
  endpoint: string;
  day: string;
  calls: number;
  failed: number;
  limited: number;
  millis: number;
  busiest_minute: number;
}

/** Every call to the platform, written in batches: a ledger must not cost more than the call. */
export function requestLedger(store: Store): RequestLedger {
  const insert = store.prepare(
    'insert into request_ledger (at, endpoint, outcome, millis, rid, try_number) values (?, ?, ?, ?, ?, ?)',
  );
  const addSum = store.prepare(
    `insert into endpoint_day (endpoint, day, calls, failed, limited, millis, busiest_minute)
     values (@endpoint, @day, @calls, @failed, @limited, @millis, @busiest_minute)
     on conflict (endpoint, day) do update set calls = calls + excluded.calls, failed = failed + excluded.failed,
       limited = limited + excluded.limited, millis = millis + excluded.millis,
       busiest_minute = max(busiest_minute, excluded.busiest_minute)`,
  );
  const minutes = busyMinutes();
  let waiting: CallRecord[] = [];
  const flush = () => {
    if (waiting.length === 0) return;
    const calls = waiting;
    waiting = [];
    store.transaction(() => {
      for (const call of calls) insert.run(call.at, call.endpoint, call.outcome, call.millis, call.rid, call.tryNumber);
      for (const sum of sumsOf(calls, minutes)) addSum.run(sum);
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

/** Old sums go; call it once at the start. */
export function forgetOldDays(store: Store, now: number): void {
  store.run(sql`delete from endpoint_day where day < ${dayOf(now - KEPT_DAYS * 86_400)}`);
}

function sumsOf(calls: readonly CallRecord[], minutes: BusyMinutes): Iterable<DaySum> {
  const sums = new Map<string, DaySum>();
  for (const { endpoint, at, outcome, millis } of calls) {
    const day = dayOf(at);
    const name = `${day} ${endpoint}`;
    let sum = sums.get(name);
    if (!sum) {
      sum = { endpoint, day, calls: 0, failed: 0, limited: 0, millis: 0, busiest_minute: 0 };
      sums.set(name, sum);
    }
    sum.calls += 1;
    sum.millis += millis;
    if (outcome !== 'ok') sum.failed += 1;
    if (outcome === 'platform.45009' || outcome === 'platform.45011') sum.limited += 1;
    sum.busiest_minute = Math.max(sum.busiest_minute, minutes.count(endpoint, at));
  }
  return sums.values();
}

interface BusyMinutes {
  /** Counts a call and gives how many its minute has so far. */
  count(endpoint: string, at: number): number;
}

function busyMinutes(): BusyMinutes {
  const now = new Map<string, { minute: number; calls: number }>();
  return {
    count(endpoint, at) {
      const minute = Math.floor(at / 60);
      const known = now.get(endpoint);
      const calls = known?.minute === minute ? known.calls + 1 : 1;
      now.set(endpoint, { minute, calls });
      return calls;
    },
  };
}

export function ledgerPage(
  reader: StoreReader,
  input: { limit: number; failed_only: boolean },
  now: number,
): { rows: LedgerRow[]; by_endpoint: EndpointUse[] } {
  const failed = input.failed_only ? [sql`outcome <> 'ok'`] : [];
  return {
    rows: reader.all<LedgerRow>(
      sql`select at, endpoint, outcome, millis, rid, try_number from request_ledger ${where(failed)}
        order by call_id desc limit ${input.limit}`,
    ),
    by_endpoint: reader.all<EndpointUse>(
      sql`select endpoint, sum(calls) as calls, sum(failed) as failed,
          cast(round(1.0 * sum(millis) / max(sum(calls), 1)) as integer) as millis_avg,
          coalesce(sum(calls) filter (where day = ${dayOf(now)}), 0) as calls_today,
          coalesce(max(busiest_minute) filter (where day = ${dayOf(now)}), 0) as busiest_minute,
          daily_limit, remain as daily_remain, call_count, refresh_seconds, asked_at as limits_asked_at,
          learned_per_minute, limited_at
        from endpoint_day left join endpoint_limit using (endpoint)
        group by endpoint order by calls_today desc, calls desc, endpoint`,
    ),
  };
}
