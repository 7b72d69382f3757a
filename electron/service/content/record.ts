import { PARTNERSHIP_STATUS } from '../../../shared/status.ts';
import { LIVE_ACCOUNT_TYPE, type NoticeEntry, type TalentEntry } from '../platform/endpoints/talents.ts';
import { sql } from '../store/sql.ts';
import type { Store, StoreReader } from '../store/store.ts';

export type Recorded = 'inserted' | 'changed' | 'unchanged';

/** Whose live room is announced: a talent, or a shop with the Channels account connected to it. */
export interface NoticeOwner {
  owner_kind: 'talent' | 'shop';
  owner_appid: string;
  /** '' for a talent. */
  account_id: string;
}

/**
 * Writes bound talents into the books, one outcome per entry in their order. Call it inside a transaction. `seenAt`
 * is when the platform gave them, Unix seconds.
 */
export function recordTalents(store: Store, entries: readonly TalentEntry[], seenAt: number): Recorded[] {
  return entries.map((entry) => recordTalent(store, entry, seenAt));
}

function recordTalent(store: Store, entry: TalentEntry, seenAt: number): Recorded {
  const known = store
    .prepare('select raw, not_seen_since from talent where talent_appid = ?')
    .get(entry.talent_appid) as Known | undefined;
  store
    .prepare(`insert into talent (talent_appid, name, avatar_url, bound_at, first_seen_at, last_read_at, raw)
      values (@talent_appid, @name, @avatar_url, @bound_at, @seenAt, @seenAt, @raw)
      on conflict (talent_appid) do update set name = excluded.name, avatar_url = excluded.avatar_url,
        bound_at = excluded.bound_at, last_read_at = excluded.last_read_at, not_seen_since = null, raw = excluded.raw`)
    .run({ ...entry, seenAt });
  return outcomeOf(known, entry.raw);
}

/** Marks talents that a complete list did not name. `begunAt` is when its reading began, by the clock of `seenAt`. */
export function markTalentsNotSeen(store: Store, begunAt: number): number {
  return store.run(sql`update talent set not_seen_since = ${begunAt}
    where not_seen_since is null and last_read_at < ${begunAt}`).changes;
}

/** Talents the last complete list named. */
export function standingTalents(reader: StoreReader): Set<string> {
  const rows = reader.all<{ talent_appid: string }>(sql`select talent_appid from talent where not_seen_since is null`);
  return new Set(rows.map((row) => row.talent_appid));
}

/** How many announced live rooms stand. */
export function standingNotices(reader: StoreReader): number {
  return reader.value<number>(sql`select count(*) from live_notice where not_seen_since is null`) ?? 0;
}

/** Talents bound now, and the Channels accounts of the shops that cooperate now. */
export function noticeOwners(reader: StoreReader): NoticeOwner[] {
  return reader.all<NoticeOwner>(sql`
    select 'talent' as owner_kind, talent_appid as owner_appid, '' as account_id from talent where not_seen_since is null
    union all
    select 'shop', shop_appid, account_id from shop_account join shop using (shop_appid)
      where type = ${LIVE_ACCOUNT_TYPE} and status = ${PARTNERSHIP_STATUS.accepted} and not_seen_since is null
    order by owner_kind, owner_appid, account_id`);
}

/**
 * Writes an owner's complete answer: what it names is inserted or brought up to date, what it no longer names is
 * marked as not seen since. One outcome per entry in their order. Call it inside a transaction.
 */
export function recordNotices(
  store: Store,
  owner: NoticeOwner,
  entries: readonly NoticeEntry[],
  seenAt: number,
): Recorded[] {
  const recorded = entries.map((entry) => recordNotice(store, owner, entry, seenAt));
  const named = new Set(entries.map((entry) => entry.notice_id));
  const standing = store
    .prepare(`select notice_id from live_notice
      where owner_kind = @owner_kind and owner_appid = @owner_appid and account_id = @account_id and not_seen_since is null`)
    .all(owner) as { notice_id: string }[];
  for (const { notice_id } of standing) if (!named.has(notice_id)) markNotSeen(store, owner, notice_id, seenAt);
  return recorded;
}

function recordNotice(store: Store, owner: NoticeOwner, entry: NoticeEntry, seenAt: number): Recorded {
  const known = store
    .prepare(`select raw, not_seen_since from live_notice where ${IS_NOTICE}`)
    .get({ ...owner, notice_id: entry.notice_id }) as Known | undefined;
  store
    .prepare(`insert into live_notice (owner_kind, owner_appid, account_id, notice_id, description, start_at,
        first_seen_at, last_read_at, raw)
      values (@owner_kind, @owner_appid, @account_id, @notice_id, @description, @start_at, @seenAt, @seenAt, @raw)
      on conflict (owner_kind, owner_appid, account_id, notice_id) do update set description = excluded.description,
        start_at = excluded.start_at, last_read_at = excluded.last_read_at, not_seen_since = null, raw = excluded.raw`)
    .run({ ...owner, ...entry, seenAt });
  return outcomeOf(known, entry.raw);
}

function markNotSeen(store: Store, owner: NoticeOwner, noticeId: string, seenAt: number): void {
  store
    .prepare(`update live_notice set not_seen_since = @seenAt where ${IS_NOTICE}`)
    .run({ ...owner, notice_id: noticeId, seenAt });
}

const IS_NOTICE =
  'owner_kind = @owner_kind and owner_appid = @owner_appid and account_id = @account_id and notice_id = @notice_id';

interface Known {
  raw: string;
  not_seen_since: number | null;
}

function outcomeOf(known: Known | undefined, raw: string): Recorded {
  if (!known) return 'inserted';
  return known.raw === raw && known.not_seen_since === null ? 'unchanged' : 'changed';
}
