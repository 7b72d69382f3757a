import type { EndpointLimit } from '../platform/pacer.ts';
import { sql } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';

/** What earlier sessions learned of the endpoints' limits. */
export function knownLimits(reader: StoreReader): EndpointLimit[] {
  return reader.all<EndpointLimit>(sql`select * from endpoint_limit`);
}

export function keepLimit(store: Store, limit: EndpointLimit): void {
  store.run(sql`insert or replace into endpoint_limit (endpoint, asked_at, answer, daily_limit, used, remain, call_count,
      refresh_seconds, learned_per_minute, limited_at)
    values (${limit.endpoint}, ${limit.asked_at}, ${limit.answer}, ${limit.daily_limit}, ${limit.used}, ${limit.remain},
      ${limit.call_count}, ${limit.refresh_seconds}, ${limit.learned_per_minute}, ${limit.limited_at})`);
}
