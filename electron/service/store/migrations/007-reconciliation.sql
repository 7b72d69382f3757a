-- Differences somebody looked at and accepted, and files of the console or of merchants to compare with.

-- Holds for exactly this amount: should the difference change, it is open again.
create table accepted_difference (
  acceptance_id integer primary key,
  -- fee: our net service fee against the platform's; gross, platform_fee, promoter, parts: another amount of the same
  -- commission order; funds: a flow against commission; file: a file's row against the books.
  kind text not null check (kind in ('fee', 'gross', 'platform_fee', 'promoter', 'parts', 'funds', 'file')),
  order_id text not null,
  sku_id text not null default '',
  -- Fen: what stands on the other side less ours.
  difference_fen integer not null,
  reason text not null,
  note text not null,
  accepted_at integer not null,
  accepted_by text not null,
  withdrawn_at integer,
  withdrawn_by text
) strict;
create index accepted_difference_of on accepted_difference (kind, order_id, sku_id);

create table import_file (
  import_id integer primary key,
  name text not null,
  -- What the rows are: commission of orders, or flows of the balance.
  kind text not null check (kind in ('orders', 'flows')),
  -- The month it was imported for: where rows without a time belong.
  period text not null,
  sha256 text not null,
  -- JSON: what was read of it and how, and the rows that could not be read, with the reason.
  reading text not null,
  -- JSON: the headings, for the cells of the rows.
  headings text not null,
  imported_at integer not null,
  imported_by text not null,
  withdrawn_at integer,
  withdrawn_by text
) strict;
create index import_file_known on import_file (sha256);

create table import_row (
  import_id integer not null references import_file (import_id),
  -- Row of the sheet as a spreadsheet numbers it.
  row integer not null,
  order_id text,
  sku_id text,
  flow_id text,
  -- What counts for the order, fen; null for rows of other kinds.
  amount_fen integer,
  payment_fen integer,
  at integer,
  -- Month of `at`, else of the file.
  period text not null,
  -- JSON: texts of the cells, in the order of the headings.
  cells text not null,
  primary key (import_id, row)
) strict, without rowid;
create index import_row_by_order on import_row (order_id, amount_fen) where order_id is not null;
create index import_row_by_flow on import_row (flow_id) where flow_id is not null;
create index import_row_by_period on import_row (period, order_id) where amount_fen is not null;

-- ---------------------------------------------------------------- what the match of flows and settled orders asks

-- All that the orders of a month are matched by, so that their rows are not read: by time, and by order for what was
-- settled in other months.
create index commission_order_settled_fee on commission_order (settled_at, order_id, service_amount_fen, shared_order)
  where commission_status = 100;
drop index funds_flow_booked;
create index funds_flow_booked on funds_flow (booked_at, first_seen_at, funds_type, amount_fen, order_id);
drop index funds_flow_order;
create index funds_flow_order on funds_flow (order_id, funds_type, amount_fen, booked_at, first_seen_at)
  where order_id is not null;
-- Nearly empty: flows that cannot be counted.
create index funds_flow_unread on funds_flow (flow_id) where amount_fen is null;
