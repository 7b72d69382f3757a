-- What the orders workbench asks: what follows from a reply, sums kept beside the rows, names to search, and staff's
-- own words on commission orders.

-- ---------------------------------------------------------------- what follows from a row

-- The account the promoter spread: 'channels_account', 'official_account', 'talent', or `unknown:<field>`.
alter table commission_order add column source text;
alter table commission_order add column source_name text;
-- The talent where there is no AppID yet: `talent_appid`, else `finder:<openfinderid>`, else `name:<nickname>`.
alter table commission_order add column talent_key text;
-- Buyer's union id, or open id. Of which account it is the platform does not say; it only tells buyers apart.
alter table commission_order add column buyer_id text;
alter table commission_order add column self_purchase integer not null default 0 check (self_purchase in (0, 1));
-- The one plan the product had with this service fee rate when it was read; null when it cannot be told.
alter table commission_order add column plan_type integer;
-- The institution's place in the chain.
alter table commission_order add column role text not null default 'unknown'
  check (role in ('head', 'reseller', 'promoter_agency', 'both', 'unknown'));
-- The largest payment seen: what a partial refund is measured by.
alter table commission_order add column peak_payment_fen integer;
alter table commission_order add column refunded integer not null default 0 check (refunded in (0, 1));
-- Update time of the state in which the refund was first seen.
alter table commission_order add column refunded_at integer;
-- Our figures: what the service fee should be, what the promoter is owed by our rules, what stays.
alter table commission_order add column expected_fen integer;
alter table commission_order add column difference_fen integer;
alter table commission_order add column owed_fen integer;
alter table commission_order add column net_fen integer;
-- 1 when the order has further commission orders, so that orders can be counted without reading every order id.
alter table commission_order add column shared_order integer not null default 0 check (shared_order in (0, 1));
-- Since when (platform time) the row stands as it does, the figures above included.
alter table commission_order add column stands_since integer not null default 0;
-- The state of order_review, copied here so that rows can be counted and found by it.
alter table commission_order add column review_state text not null default 'open'
  check (review_state in ('open', 'proposed', 'approved', 'held', 'excluded'));
-- The last eight characters of the order id, backwards: fragments from its end are found by it.
alter table commission_order add column order_tail text not null default '';

create index commission_order_tail on commission_order (order_tail);
create index commission_order_known on commission_order (first_seen_at);
-- What has changed since a past moment. It grows at its end only.
create index commission_order_stands on commission_order (stands_since);
-- Nearly all rows are open, and nearly all come through two channels: only the others are looked for by an index.
create index commission_order_review on commission_order (review_state, created_at) where review_state <> 'open';
drop index commission_order_channel;
create index commission_order_channel on commission_order (channel, created_at)
  where channel not in ('promoter', 'talent');
create index commission_order_talent on commission_order (talent_key, created_at);
-- Holds all that the counts of products and talents in a stretch of time are made of.
create index commission_order_counted on commission_order
  (created_at, channel, order_status, commission_status, product_id, talent_key);
-- Few rows each: the questions that look for the odd ones read these alone.
create index commission_order_difference on commission_order (created_at)
  where difference_fen is not null and difference_fen <> 0;
create index commission_order_by_difference on commission_order (difference_fen)
  where difference_fen is not null and difference_fen <> 0;
create index commission_order_refunded on commission_order (created_at) where refunded = 1;
create index commission_order_self_purchase on commission_order (created_at) where self_purchase = 1;
create index commission_order_shared on commission_order
  (created_at, order_id, channel, order_status, commission_status, shop_appid, promoter_appid, product_id, talent_key,
   source, role, plan_type, paid_at, updated_at, settled_at, first_seen_at, difference_fen, refunded, self_purchase, review_state)
  where shared_order = 1;

-- Rows whose figures are still to be worked out anew: a wide rule change, or books of an older program. Durable, so
-- that it goes on after a crash; `next_id` is where.
create table derive_task (
  task_id integer primary key,
  scope text not null check (scope in ('all', 'promoter', 'product')),
  value text not null default '',
  -- Only rows created from here on.
  from_at integer,
  -- Figures from the raw reply, not only from the row.
  from_raw integer not null default 0,
  next_id integer not null default 0
) strict;

-- ---------------------------------------------------------------- sums

-- Sums of commission_order, changed in the transaction that changes the rows. `axis` names the time: 0 created,
-- 1 paid, 2 updated, 3 settled, 4 known. `grain`: 0 days, 1 months, both of UTC+8 by their first second; -1 holds the
-- rows without a creation time (axis 0, span 0). `dim`: 0 all rows; 1 shop, 2 promoter, 3 source, 4 role, 5 plan, in
-- months only. Products and talents are so many that their sums would cost more to keep than they save.
-- `flags`: 1 has a difference, 2 has a refund, 4 self-purchase, and the place of the review state times 8. An absent status is -1000001, an absent id ''.
create table order_sum (
  axis integer not null,
  grain integer not null,
  dim integer not null,
  value text not null,
  span integer not null,
  channel text not null,
  order_status integer not null,
  commission_status integer not null,
  flags integer not null,
  rows integer not null,
  shared_rows integer not null,
  paid_rows integer not null,
  differing_rows integer not null,
  actual_payment_fen integer not null,
  service_total_fen integer not null,
  platform_amount_fen integer not null,
  service_amount_fen integer not null,
  promoter_amount_fen integer not null,
  owed_fen integer not null,
  net_fen integer not null,
  difference_fen integer not null,
    -- Time before value: orders that come together fall into few pages.
  primary key (axis, grain, dim, span, value, channel, order_status, commission_status, flags)
) strict, without rowid;

-- ---------------------------------------------------------------- names

-- Every name a shop, product, promoter or talent was seen with in an order. `folded` is what is searched: one width, no
-- accents, lower case.
create table order_name (
  name_id integer primary key,
  kind text not null check (kind in ('shop', 'product', 'promoter', 'talent')),
  id text not null,
  name text not null,
  folded text not null,
  unique (kind, id, name)
) strict;
-- Pairs of neighbouring characters of `folded`, each a token: a phrase of them is any part of a name, from one character
-- on. The rows are those of order_name.
create virtual table order_name_pair using fts5 (pairs, content = '', columnsize = 0, tokenize = 'ascii');

-- ---------------------------------------------------------------- staff's words and decisions

-- The present state of review; a commission order without a row here is open.
create table order_review (
  order_id text not null,
  sku_id text not null,
  state text not null check (state in ('open', 'proposed', 'approved', 'held', 'excluded')),
  reason text,
  note text not null default '',
  decided_at integer not null,
  decided_by text not null,
  -- The batch that brought this state.
  batch_id integer not null,
  primary key (order_id, sku_id)
) strict, without rowid;
create index order_review_state on order_review (state, decided_at);

-- One act of a person, or of a rule: what Undo takes back as a whole.
create table review_batch (
  batch_id integer primary key,
  at integer not null,
  staff text not null,
  action text not null check (action in ('approve', 'hold', 'exclude', 'reopen', 'note', 'tag', 'rule', 'undo')),
  rows integer not null,
  -- JSON: reason, note, tags, or the rule.
  detail text not null,
  -- The batch this one takes back.
  undoes integer references review_batch (batch_id),
  undone_by integer references review_batch (batch_id)
) strict;

-- What a batch did to each commission order, with the state before. Append-only.
create table review_entry (
  batch_id integer not null references review_batch (batch_id),
  order_id text not null,
  sku_id text not null,
  before text,
  after text,
  primary key (batch_id, order_id, sku_id)
) strict, without rowid;
create index review_entry_by_order on review_entry (order_id, sku_id);
create trigger review_entry_no_update before update on review_entry
begin
  select raise(abort, 'review_entry is append-only');
end;
create trigger review_entry_no_delete before delete on review_entry
begin
  select raise(abort, 'review_entry is append-only');
end;

create table order_note (
  note_id integer primary key,
  order_id text not null,
  sku_id text not null,
  text text not null,
  folded text not null,
  written_at integer not null,
  written_by text not null,
  -- Taken back at; kept, because what was once said stays provable.
  removed_at integer,
  batch_id integer not null references review_batch (batch_id)
) strict;
create index order_note_by_order on order_note (order_id, sku_id);

create table order_tag (
  order_id text not null,
  sku_id text not null,
  tag text not null,
  tagged_at integer not null,
  tagged_by text not null,
  primary key (order_id, sku_id, tag)
) strict, without rowid;
create index order_tag_by_tag on order_tag (tag);

-- Saved questions of the orders workbench.
create table saved_view (
  view_id text primary key,
  name text not null,
  -- JSON: the filter, sort, and columns.
  question text not null,
  position integer not null,
  saved_at integer not null,
  saved_by text not null
) strict, without rowid;

-- ---------------------------------------------------------------- books of an older program

update commission_order set
  talent_key = coalesce(talent_appid, case when talent_name is not null then 'name:' || talent_name end),
  peak_payment_fen = actual_payment_fen,
  stands_since = coalesce(
    (select max(seen_at) from order_version where commission_order_id = commission_order.id), first_seen_at),
  order_tail = substr(order_id, -1, 1) || substr(order_id, -2, 1) || substr(order_id, -3, 1) || substr(order_id, -4, 1)
    || substr(order_id, -5, 1) || substr(order_id, -6, 1) || substr(order_id, -7, 1) || substr(order_id, -8, 1);
update commission_order set shared_order = 1
  where order_id in (select order_id from commission_order group by order_id having count(*) > 1);
-- Sums and names are made when the program opens the books; the rest needs the replies and is worked out in the
-- background.
insert into derive_task (scope, from_raw) select 'all', 1 where exists (select 1 from commission_order);
