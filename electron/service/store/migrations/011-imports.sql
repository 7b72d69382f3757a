-- Rows of a file are written piece by piece before the file's own row, which makes them count.

create table import_row_written (
  import_id integer not null,
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
insert into import_row_written
  select import_id, row, order_id, sku_id, flow_id, amount_fen, payment_fen, at, period, cells from import_row;
drop table import_row;
alter table import_row_written rename to import_row;
create index import_row_by_order on import_row (order_id, amount_fen) where order_id is not null;
create index import_row_by_flow on import_row (flow_id) where flow_id is not null;
create index import_row_by_period on import_row (period, order_id) where amount_fen is not null;
