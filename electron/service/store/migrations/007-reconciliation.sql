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
  sha256 text not null,
  encoding text not null,
  rows integer not null,
  -- JSON: which heading was read as what.
  columns text not null,
  -- JSON: rows that could not be read, with the reason.
  refused text not null,
  imported_at integer not null,
  imported_by text not null,
  withdrawn_at integer,
  withdrawn_by text
) strict;

create table import_row (
  import_id integer not null references import_file (import_id),
  -- Row of the file, the heading being 1.
  row integer not null,
  order_id text,
  sku_id text,
  flow_id text,
  amount_fen integer,
  payment_fen integer,
  at integer,
  -- JSON of all cells by heading.
  cells text not null,
  primary key (import_id, row)
) strict, without rowid;
create index import_row_by_order on import_row (order_id) where order_id is not null;
create index import_row_by_flow on import_row (flow_id) where flow_id is not null;
