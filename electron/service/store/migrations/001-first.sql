-- The institution's books. Money in fen, rates in ppm, instants in Unix seconds, ids as text.

create table setting (
  key text primary key,
  value text not null
) strict, without rowid;

-- ---------------------------------------------------------------- shops and partnerships

create table shop (
  shop_appid text primary key,
  shop_name text not null default '',
  logo_url text,
  status integer not null,
  status_seen_at integer not null,
  approved_at integer,
  gmv_fen integer,
  settled_fen integer,
  unsettled_fen integer,
  product_count integer,
  product_count_today integer,
  sold_product_count_today integer,
  first_seen_at integer not null,
  last_read_at integer not null,
  not_seen_since integer,
  raw text not null
) strict, without rowid;

create table shop_state (
  shop_appid text not null,
  seen_at integer not null,
  status integer not null,
  primary key (shop_appid, seen_at)
) strict, without rowid;

create table shop_account (
  shop_appid text not null,
  account_id text not null,
  name text not null,
  type integer not null,
  primary key (shop_appid, account_id)
) strict, without rowid;

-- Staff's decisions live apart from the platform's rows, so that no sync can touch them.
create table partnership_decision (
  decision_id integer primary key,
  shop_appid text not null,
  decided_at integer not null,
  staff text not null,
  decision text not null check (decision in ('accept', 'refuse')),
  note text not null,
  outcome text not null check (outcome in ('verified', 'unverified', 'console', 'failed')),
  error_code text
) strict;
create index partnership_decision_by_shop on partnership_decision (shop_appid, decided_at);

-- ---------------------------------------------------------------- promotable products

create table product (
  shop_appid text not null,
  product_id text not null,
  plan_type integer not null,
  head_supplier_appid text not null default '',
  title text not null default '',
  image_url text,
  price_min_fen integer,
  price_max_fen integer,
  stock integer,
  service_ratio_ppm integer,
  service_fee_fen integer,
  product_status integer,
  plan_status integer,
  plan_start_at integer,
  plan_end_at integer,
  head_supplier_name text,
  promotion_link text,
  state_hash blob not null,
  first_seen_at integer not null,
  last_read_at integer not null,
  not_seen_since integer,
  primary key (shop_appid, product_id, plan_type, head_supplier_appid)
) strict, without rowid;
create index product_by_fee on product (service_fee_fen);

-- Raw replies are kilobytes with all SKUs; away from the rows that lists and searches scan.
create table product_raw (
  shop_appid text not null,
  product_id text not null,
  plan_type integer not null,
  head_supplier_appid text not null,
  raw text not null,
  primary key (shop_appid, product_id, plan_type, head_supplier_appid)
) strict, without rowid;

create table product_change (
  change_id integer primary key,
  shop_appid text not null,
  product_id text not null,
  plan_type integer not null,
  head_supplier_appid text not null,
  seen_at integer not null,
  field text not null,
  before text,
  after text
) strict;
create index product_change_by_product on product_change (product_id, shop_appid, seen_at);

-- ---------------------------------------------------------------- promoters

create table promoter (
  promoter_appid text primary key,
  name text not null default '',
  avatar_url text,
  bound_at integer,
  payer integer,
  ratio_ppm integer,
  first_seen_at integer not null,
  last_read_at integer not null,
  not_seen_since integer,
  raw text not null
) strict, without rowid;

create table promoter_state (
  promoter_appid text not null,
  seen_at integer not null,
  name text not null,
  payer integer,
  ratio_ppm integer,
  primary key (promoter_appid, seen_at)
) strict, without rowid;

-- ---------------------------------------------------------------- listings: our own shelf

create table listing (
  shop_appid text not null,
  product_id text not null,
  plan_type integer not null,
  head_supplier_appid text not null default '',
  listed_at integer not null,
  listed_by text not null,
  default_ratio_ppm integer,
  primary key (shop_appid, product_id, plan_type, head_supplier_appid)
) strict, without rowid;

create table listing_history (
  history_id integer primary key,
  shop_appid text not null,
  product_id text not null,
  plan_type integer not null,
  head_supplier_appid text not null,
  at integer not null,
  staff text not null,
  action text not null check (action in ('list', 'unlist', 'split')),
  detail text not null
) strict;

-- A promoter's share on one product. The platform keys it by (promoter, product), without plan.
create table product_split (
  promoter_appid text not null,
  product_id text not null,
  ratio_ppm integer not null,
  state text not null check (state in ('platform', 'local', 'pending', 'failed')),
  error_code text,
  set_at integer not null,
  set_by text not null,
  primary key (promoter_appid, product_id)
) strict, without rowid;

-- Dated shares for promoters the institution pays itself. Null names everyone or everything.
create table split_rule (
  rule_id integer primary key,
  promoter_appid text,
  product_id text,
  ratio_ppm integer not null check (ratio_ppm between 0 and 1000000),
  from_day text not null,
  set_by text not null,
  set_at integer not null
) strict;
create index split_rule_by_promoter on split_rule (promoter_appid, product_id, from_day);

create table material (
  shop_appid text not null,
  product_id text not null,
  head_supplier_appid text not null default '',
  promoter_appid text not null,
  short_link text,
  http_link text,
  qr_url text,
  qr_type text,
  qr_image blob,
  promotion_link text,
  fetched_at integer not null,
  primary key (shop_appid, product_id, head_supplier_appid, promoter_appid)
) strict, without rowid;

-- ---------------------------------------------------------------- commission orders

create table commission_order (
  id integer primary key,
  order_id text not null,
  sku_id text not null,
  shop_appid text,
  shop_name text,
  product_id text,
  product_title text,
  thumb_url text,
  product_count integer,
  channel text not null,
  promotion_type integer,
  promoter_appid text,
  promoter_name text,
  promoter_ratio_ppm integer,
  promoter_amount_fen integer,
  talent_appid text,
  talent_name text,
  talent_amount_fen integer,
  agency_appid text,
  agency_amount_fen integer,
  sub_agency_appid text,
  sub_agency_amount_fen integer,
  order_status integer,
  commission_status integer,
  actual_payment_fen integer,
  service_ratio_ppm integer,
  service_amount_fen integer,
  service_total_fen integer,
  platform_amount_fen integer,
  created_at integer,
  updated_at integer,
  paid_at integer,
  settled_at integer,
  versions integer not null,
  first_seen_at integer not null,
  last_read_at integer not null,
  state_hash blob not null
) strict;

create unique index commission_order_key on commission_order (order_id, sku_id);
-- Ascending and read backwards for newest first: with descending indexes the planner, once it has statistics,
-- stopped using them for keyset pages.
create index commission_order_created on commission_order (created_at);
create index commission_order_updated on commission_order (updated_at);
create index commission_order_paid on commission_order (paid_at);
create index commission_order_settled on commission_order (settled_at);
create index commission_order_channel on commission_order (channel, created_at);
create index commission_order_shop on commission_order (shop_appid, created_at);
create index commission_order_promoter on commission_order (promoter_appid, created_at);
create index commission_order_product on commission_order (product_id, created_at);
create index commission_order_status on commission_order (commission_status, created_at);
create index commission_order_order_status on commission_order (order_status, created_at);
create index commission_order_unsettled on commission_order (last_read_at)
  where commission_status is null or commission_status not in (100, 200);
-- Nearly empty: settled rows that belong to no month.
create index commission_order_settled_without_time on commission_order (id)
  where commission_status = 100 and settled_at is null;

-- Raw replies, many packed together: a block costs a fraction of packing each reply alone, in time and in space, and
-- lists and totals never read over it. `codec` says how; see store/raw.ts.
create table raw_block (
  block_id integer primary key,
  codec integer not null,
  packed blob not null
) strict;

-- Append-only: one row per different state that was seen.
create table order_version (
  commission_order_id integer not null references commission_order (id),
  seq integer not null,
  seen_at integer not null,
  updated_at integer,
  order_status integer,
  commission_status integer,
  actual_payment_fen integer,
  service_amount_fen integer,
  platform_amount_fen integer,
  promoter_amount_fen integer,
  settled_at integer,
  -- Where the reply stands in its unpacked block, in bytes.
  raw_block_id integer not null references raw_block (block_id),
  raw_start integer not null,
  raw_length integer not null,
  primary key (commission_order_id, seq)
) strict, without rowid;

create trigger order_version_no_update before update on order_version
begin
  select raise(abort, 'order_version is append-only');
end;
create trigger order_version_no_delete before delete on order_version
begin
  select raise(abort, 'order_version is append-only');
end;

create trigger raw_block_no_update before update on raw_block
begin
  select raise(abort, 'raw_block is append-only');
end;
create trigger raw_block_no_delete before delete on raw_block
begin
  select raise(abort, 'raw_block is append-only');
end;

-- ---------------------------------------------------------------- sync

-- Windows of update time still to be listed, or listed in a run that has not ended yet.
create table sync_window (
  window_id integer primary key,
  start_at integer not null,
  end_at integer not null,
  next_key text,
  state text not null check (state in ('open', 'listed')),
  -- Rows may have moved between pages: list it once more before it counts as read.
  confirm integer not null default 0
) strict;

create table sync_cursor (
  resource text primary key,
  known_as_of integer,
  covered_from integer
) strict, without rowid;

-- Keys whose detail is still to be read. Durable: a killed run goes on here.
create table order_key (
  order_id text not null,
  sku_id text not null,
  queued_at integer not null,
  primary key (order_id, sku_id)
) strict, without rowid;

create table quarantine (
  order_id text not null,
  sku_id text not null,
  reason text not null,
  since integer not null,
  tries integer not null,
  last_try_at integer not null,
  primary key (order_id, sku_id)
) strict, without rowid;
create index quarantine_by_age on quarantine (since);

create table sync_run (
  run_id integer primary key,
  started_at integer not null,
  ended_at integer,
  state text not null check (state in ('running', 'done', 'failed', 'cancelled', 'interrupted')),
  error_code text,
  outcome text not null default '[]'
) strict;

create table request_ledger (
  call_id integer primary key,
  at integer not null,
  endpoint text not null,
  outcome text not null,
  millis integer not null,
  rid text,
  try_number integer not null
) strict;

-- ---------------------------------------------------------------- settlement

create table settlement_period (
  period text primary key,
  state text not null check (state in ('open', 'closed')),
  closed_at integer,
  closed_by text,
  known_as_of integer,
  hash text,
  -- JSON of the totals at closing.
  totals text
) strict, without rowid;

-- Frozen at closing, with the version and the rule that were used.
create table settlement_line (
  period text not null,
  -- Place in the order of the report, from 1.
  seq integer not null,
  order_id text not null,
  sku_id text not null,
  version integer not null,
  line text not null,
  primary key (period, seq),
  unique (period, order_id, sku_id)
) strict, without rowid;
create trigger settlement_line_no_update before update on settlement_line
begin
  select raise(abort, 'settlement_line is frozen');
end;
create trigger settlement_line_no_delete before delete on settlement_line
begin
  select raise(abort, 'settlement_line is frozen');
end;

create table report_file (
  report_id integer primary key,
  period text not null,
  written_at integer not null,
  folder text not null,
  files text not null,
  hash text not null,
  rows integer not null
) strict;

-- ---------------------------------------------------------------- audit

-- Append-only; each row carries the hash of the row before, so that a gap or a change shows.
create table audit_log (
  entry_id integer primary key,
  at integer not null,
  staff text not null,
  action text not null,
  detail text not null,
  previous_hash text not null,
  hash text not null
) strict;
create trigger audit_log_no_update before update on audit_log
begin
  select raise(abort, 'audit_log is append-only');
end;
create trigger audit_log_no_delete before delete on audit_log
begin
  select raise(abort, 'audit_log is append-only');
end;
