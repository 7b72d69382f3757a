import { DeskError } from '../../../shared/contract/result.ts';
import type { Completeness, ReadHour, Resource } from '../../../shared/contract/sync.ts';
import { DAY_SECONDS, HOUR_SECONDS, startOfDay } from '../../../shared/time.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';
import { knownAsOf } from './status.ts';
import { orderCursor } from './window.ts';

/** Where the rows of a resource have their hour; the others are read as a whole, and their hour is that of reading. */
const TIME_OF: Partial<Record<Resource, Sql>> = {
  orders: sql`select created_at as at from commission_order`,
  funds: sql`select booked_at as at from funds_flow`,
};

const MOST_DAYS = 366;

/**
 * Notes that everything of the hours between two instants is read; an hour counts when it is over. What was noted
 * before keeps its first time and count, so that late arrivals show. Call it in the transaction that moves the cursor.
 */
export function recordHoursRead(
  store: Store,
  resource: Resource,
  range: { from: number; to: number },
  readAt: number,
): void {
  const first = hourOf(range.from);
  const end = hourOf(range.to);
  const counts = rowsByHour(store, resource, first, end);
  const write = store.prepare(
    `insert into read_hour (resource, hour_at, first_read_at, last_read_at, rows_then) values (?, ?, ?, ?, ?)
     on conflict (resource, hour_at) do update set last_read_at = excluded.last_read_at`,
  );
  for (let hour = first; hour < end; hour += HOUR_SECONDS)
    write.run(resource, hour, readAt, readAt, counts.get(hour) ?? 0);
}

/** Notes that a resource that is read as a whole was read now, with so many rows. */
export function recordReadNow(store: Store, resource: Resource, rows: number, readAt: number): void {
  store.run(sql`insert into read_hour (resource, hour_at, first_read_at, last_read_at, rows_then)
    values (${resource}, ${hourOf(readAt)}, ${readAt}, ${readAt}, ${rows})
    on conflict (resource, hour_at) do update set last_read_at = excluded.last_read_at, rows_then = excluded.rows_then`);
}

/** Whether orders created at an instant are all here: read, planned but not finished, or never asked for. */
export function hourState(reader: StoreReader, at: number): ReadHour['state'] {
  const hour = hourOf(at);
  const read = reader.value<number>(sql`select 1 from read_hour where resource = 'orders' and hour_at = ${hour}`);
  return read === undefined ? unreadStates(reader, 'orders')(hour) : 'read';
}

/** From the first to the last hour between two instants that is over and was not read; null when there is none. */
export function unreadSpan(reader: StoreReader, from: number, to: number): { from: number; to: number } | null {
  const read = new Set(
    reader
      .all<{ hour_at: number }>(
        sql`select hour_at from read_hour where resource = 'orders' and hour_at >= ${hourOf(from)} and hour_at < ${to}`,
      )
      .map((row) => row.hour_at),
  );
  const unread: number[] = [];
  for (let hour = hourOf(from); hour + HOUR_SECONDS <= to; hour += HOUR_SECONDS) if (!read.has(hour)) unread.push(hour);
  const last = unread.at(-1);
  return last === undefined ? null : { from: unread[0]!, to: last + HOUR_SECONDS };
}

/** Hours of the asked days (UTC+8, both ends included) up to now. Throws `input.invalid`. */
export function completeness(
  reader: StoreReader,
  input: { resource: Resource; from: string; to: string },
  now: number,
): Completeness {
  const from = startOfDay(input.from);
  const last = startOfDay(input.to);
  if (from === null) throw new DeskError('input.invalid', { field: 'from', value: input.from });
  if (last === null || last < from || last - from > MOST_DAYS * DAY_SECONDS)
    throw new DeskError('input.invalid', { field: 'to', value: input.to });
  const end = Math.min(last + DAY_SECONDS, hourOf(now) + HOUR_SECONDS);
  const counts = rowsByHour(reader, input.resource, from, end);
  const read = new Map(
    reader
      .all<{ hour_at: number; first_read_at: number; last_read_at: number; rows_then: number }>(
        sql`select hour_at, first_read_at, last_read_at, rows_then from read_hour
          where resource = ${input.resource} and hour_at >= ${from} and hour_at < ${end}`,
      )
      .map((row) => [row.hour_at, row]),
  );
  const unread = unreadStates(reader, input.resource);
  const counted = TIME_OF[input.resource] !== undefined;
  const hours: ReadHour[] = [];
  for (let hour_at = from; hour_at < end; hour_at += HOUR_SECONDS) {
    const known = read.get(hour_at);
    const rows_then = known?.rows_then ?? 0;
    const rows_now = counted ? (counts.get(hour_at) ?? 0) : rows_then;
    hours.push({
      hour_at,
      state: known ? 'read' : unread(hour_at),
      first_read_at: known?.first_read_at ?? null,
      last_read_at: known?.last_read_at ?? null,
      rows_then,
      rows_now,
      late: known ? Math.max(0, rows_now - rows_then) : 0,
    });
  }
  return {
    resource: input.resource,
    hours,
    known_as_of: knownAsOf(reader)[input.resource],
    covered_from:
      input.resource === 'orders'
        ? orderCursor(reader).covered_from
        : (hours.find((hour) => hour.state === 'read')?.hour_at ?? null),
  };
}

/** Open: a window that is planned reaches into the hour, or the books have not come so far yet. */
function unreadStates(reader: StoreReader, resource: Resource): (hour: number) => 'open' | 'unread' {
  const known_as_of = knownAsOf(reader)[resource];
  if (resource !== 'orders') return (hour) => (known_as_of !== null && hour >= hourOf(known_as_of) ? 'open' : 'unread');
  const planned = reader.all<{ start_at: number; end_at: number }>(sql`select start_at, end_at from sync_window`);
  return (hour) => {
    if (known_as_of !== null && hour >= hourOf(known_as_of)) return 'open';
    const open = planned.some((window) => window.start_at < hour + HOUR_SECONDS && window.end_at > hour);
    return open ? 'open' : 'unread';
  };
}

function rowsByHour(reader: StoreReader, resource: Resource, from: number, to: number): Map<number, number> {
  const rows = TIME_OF[resource];
  if (!rows) return new Map();
  return new Map(
    reader
      .all<{ hour: number; rows: number }>(
        sql`select at - at % ${HOUR_SECONDS} as hour, count(*) as rows from (${rows}) where at >= ${from} and at < ${to} group by 1`,
      )
      .map((row) => [row.hour, row.rows]),
  );
}

function hourOf(at: number): number {
  return at - (at % HOUR_SECONDS);
}
