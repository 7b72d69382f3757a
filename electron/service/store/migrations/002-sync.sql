-- What a sync knows of itself: history by creation, hours read, lateness, limits of the platform, changes of its words.

-- A plan under way is laid out anew by the next run; what is known stands in sync_cursor.
drop table sync_window;

-- What is still to be listed, or listed and not yet read to its end. 'updated': a stretch of update time, which keeps
-- the books current. 'created': history, a stretch of creation time.
create table sync_window (
  window_id integer primary key,
  axis text not null check (axis in ('updated', 'created')),
  start_at integer not null,
  end_at integer not null,
  -- Everything before it stands in order_key or in the books: here a killed run goes on.
  listed_until integer not null,
  -- Start of the run that planned it: what became visible after that is not in it for certain.
  planned_at integer not null,
  -- Read once before; only what came late is wanted of it.
  overlap integer not null default 0
) strict;

-- Start of the stretch of update time the key was listed in: a detail older than that lags behind the list.
alter table order_key add column listed_from integer;

alter table quarantine add column next_try_at integer not null default 0;
create index quarantine_by_next_try on quarantine (next_try_at);

alter table sync_run add column trigger text not null default 'staff';

-- Hours that are known to be read: when first and last, and how many rows there were at first. For orders the hour is
-- that of creation, for funds that of bookkeeping, for what is read as a whole the hour of reading.
create table read_hour (
  resource text not null,
  hour_at integer not null,
  first_read_at integer not null,
  last_read_at integer not null,
  rows_then integer not null,
  primary key (resource, hour_at)
) strict, without rowid;

-- Per day: how long after its update time, at least, a row came that should have been there before.
create table lateness_day (
  day_at integer primary key,
  rows integer not null,
  seconds integer not null
) strict;

-- The ledger keeps single calls for days; these sums stay.
create table endpoint_day (
  endpoint text not null,
  day text not null,
  calls integer not null,
  failed integer not null,
  limited integer not null,
  millis integer not null,
  busiest_minute integer not null,
  primary key (endpoint, day)
) strict, without rowid;

-- Limits of the platform: what it says of them, and what its refusals taught.
create table endpoint_limit (
  endpoint text primary key,
  asked_at integer,
  answer text,
  daily_limit integer,
  used integer,
  remain integer,
  call_count integer,
  refresh_seconds integer,
  learned_per_minute integer,
  limited_at integer
) strict, without rowid;

-- Fields and codes of replies that differ from what the documents say.
create table schema_drift (
  drift_id integer primary key,
  endpoint text not null,
  kind text not null check (kind in ('new', 'missing', 'retyped', 'code')),
  path text not null,
  expected text not null,
  found text not null,
  first_seen_at integer not null,
  last_seen_at integer not null,
  times integer not null,
  sample text not null,
  acknowledged_at integer,
  acknowledged_by text,
  unique (endpoint, kind, path, found)
) strict;

-- ---------------------------------------------------------------- funds

-- A row when the balance differs from the one before.
create table funds_balance (
  seen_at integer primary key,
  available_fen integer,
  pending_fen integer
) strict;

create table funds_flow (
  flow_id text primary key,
  funds_type integer,
  amount_fen integer,
  balance_fen integer,
  booked_at integer,
  remark text,
  order_id text,
  withdraw_id text,
  first_seen_at integer not null,
  raw text not null
) strict, without rowid;
create index funds_flow_booked on funds_flow (booked_at);
create index funds_flow_order on funds_flow (order_id) where order_id is not null;

-- ---------------------------------------------------------------- content

create table talent (
  talent_appid text primary key,
  name text not null default '',
  avatar_url text,
  bound_at integer,
  first_seen_at integer not null,
  last_read_at integer not null,
  not_seen_since integer,
  raw text not null
) strict, without rowid;

create table live_notice (
  owner_kind text not null check (owner_kind in ('talent', 'shop')),
  owner_appid text not null,
  account_id text not null default '',
  notice_id text not null,
  description text not null default '',
  start_at integer,
  first_seen_at integer not null,
  last_read_at integer not null,
  not_seen_since integer,
  raw text not null,
  primary key (owner_kind, owner_appid, account_id, notice_id)
) strict, without rowid;
create index live_notice_start on live_notice (start_at);

-- ---------------------------------------------------------------- clue orders

-- A shop's own goods sold through shared content: no commission, but the answer to many a missing order.
create table clue_order (
  order_id text not null,
  sku_id text not null,
  first_seen_at integer not null,
  detail text,
  primary key (order_id, sku_id)
) strict, without rowid;

-- ---------------------------------------------------------------- what was read before hours were noted

insert into read_hour (resource, hour_at, first_read_at, last_read_at, rows_then)
with recursive
  known (from_at, to_at) as (
    select covered_from, known_as_of from sync_cursor
    where resource = 'orders' and covered_from is not null and known_as_of is not null
  ),
  hours (hour_at, to_at) as (
    select from_at - from_at % 3600, to_at from known where from_at - from_at % 3600 + 3600 <= to_at
    union all
    select hour_at + 3600, to_at from hours where hour_at + 7200 <= to_at
  )
select 'orders', hour_at, to_at, to_at,
  (select count(*) from commission_order where created_at >= hour_at and created_at < hour_at + 3600)
from hours;
