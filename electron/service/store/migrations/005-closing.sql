-- Closing a month: every closing is kept, also one that was reopened, and each carries the hash of the one before.

create table settlement_closing (
  closing_id integer primary key,
  period text not null,
  -- 1 for the first closing of the month, then one more each time it was reopened and closed again.
  number integer not null,
  closed_at integer not null,
  closed_by text not null,
  -- Platform time up to which orders were known, and of the latest state of any row the closing saw.
  known_as_of integer,
  seen_until integer not null,
  -- JSON: the closed months whose corrections were looked for and taken in.
  adjusts text not null,
  -- SHA-256 over the lines, sales and adjustments.
  lines_hash text not null,
  -- JSON of the totals, and of the checklist as it stood.
  totals text not null,
  checklist text not null,
  -- Of the closing before, whatever its month; '' for the first one.
  previous_hash text not null,
  hash text not null,
  unique (period, number)
) strict;
create trigger settlement_closing_no_update before update on settlement_closing
begin
  select raise(abort, 'settlement_closing is append-only');
end;
create trigger settlement_closing_no_delete before delete on settlement_closing
begin
  select raise(abort, 'settlement_closing is append-only');
end;

-- A closing that is here no longer counts.
create table settlement_reopening (
  closing_id integer primary key references settlement_closing (closing_id),
  reopened_at integer not null,
  reopened_by text not null,
  reason text not null
) strict;
create trigger settlement_reopening_no_update before update on settlement_reopening
begin
  select raise(abort, 'settlement_reopening is append-only');
end;
create trigger settlement_reopening_no_delete before delete on settlement_reopening
begin
  select raise(abort, 'settlement_reopening is append-only');
end;

-- Lines are written piece by piece before their closing is: lines whose closing is missing are of one that was broken
-- off, and count for nothing.
create table closing_line (
  closing_id integer not null,
  -- Place in the order of the report, from 1; adjustments come behind the sales.
  seq integer not null,
  order_id text not null,
  sku_id text not null,
  kind text not null check (kind in ('sale', 'adjustment')),
  -- Null for a sale: the closed month the line corrects.
  adjusts_period text,
  promoter_appid text,
  shop_appid text,
  channel text not null,
  -- Who pays the promoter, and what of the line goes to him; what ledgers and statements add up.
  promoter_payer integer,
  service_amount_fen integer not null,
  promoter_owed_fen integer not null,
  net_fen integer not null,
  version integer not null,
  -- JSON of the settlement line.
  line text not null,
  primary key (closing_id, seq)
) strict, without rowid;
create index closing_line_by_order on closing_line (order_id, sku_id, closing_id);
-- What ledgers add up, so that years of lines are summed without reading one of them.
create index closing_line_by_promoter
  on closing_line (closing_id, promoter_appid, promoter_payer, kind, promoter_owed_fen);
create trigger closing_line_no_update before update on closing_line
begin
  select raise(abort, 'closing_line is frozen');
end;
create trigger closing_line_no_delete before delete on closing_line
  when exists (select 1 from settlement_closing where closing_id = old.closing_id)
begin
  select raise(abort, 'closing_line is frozen');
end;

-- The closings that count.
create view settlement_closed as
  select c.* from settlement_closing c
  where not exists (select 1 from settlement_reopening r where r.closing_id = c.closing_id);

-- ---------------------------------------------------------------- months closed by an older program

-- They stand outside the chain: nothing was chained then, and their hash is that of their lines.
insert into settlement_closing (period, number, closed_at, closed_by, known_as_of, seen_until, adjusts, lines_hash, totals, checklist, previous_hash, hash)
select period, 1, closed_at, closed_by, known_as_of, 0, '[]', hash, totals, '[]', '', hash
from settlement_period where state = 'closed' order by closed_at, period;

insert into closing_line (closing_id, seq, order_id, sku_id, kind, adjusts_period, promoter_appid, shop_appid, channel,
  promoter_payer, service_amount_fen, promoter_owed_fen, net_fen, version, line)
select c.closing_id, l.seq, l.order_id, l.sku_id, 'sale', null,
  json_extract(l.line, '$.promoter_appid'), json_extract(l.line, '$.shop_appid'), json_extract(l.line, '$.channel'),
  json_extract(l.line, '$.promoter_payer'), coalesce(json_extract(l.line, '$.service_amount_fen'), 0),
  coalesce(json_extract(l.line, '$.promoter_owed_fen'), 0), coalesce(json_extract(l.line, '$.net_fen'), 0),
  l.version, l.line
from settlement_line l join settlement_closing c on c.period = l.period;

drop table settlement_line;
drop table settlement_period;
