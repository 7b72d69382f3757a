-- Which closings have lines of a commission order. Beside the lines and not an index of them: lines are written piece by
-- piece in the order of the report, and an index by order id would have each piece write pages all over it.

create table closing_key (
  order_id text not null,
  sku_id text not null,
  closing_id integer not null,
  seq integer not null,
  primary key (order_id, sku_id, closing_id, seq)
) strict, without rowid;
insert into closing_key select order_id, sku_id, closing_id, seq from closing_line order by 1, 2, 3, 4;
drop index closing_line_by_order;
-- The same for what ledgers add up: by place before the amount, each promoter's lines come at the end of his others.
drop index closing_line_by_promoter;
create index closing_line_by_promoter
  on closing_line (closing_id, promoter_appid, promoter_payer, kind, seq, promoter_owed_fen);

create trigger closing_key_no_update before update on closing_key
begin
  select raise(abort, 'closing_key is frozen');
end;
create trigger closing_key_no_delete before delete on closing_key
  when exists (select 1 from settlement_closing where closing_id = old.closing_id)
begin
  select raise(abort, 'closing_key is frozen');
end;
