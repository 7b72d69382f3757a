-- The catalogue at 100,000 products: an index for each order of its rows, search in titles, what moved, and what staff
-- must see of it.

-- ---------------------------------------------------------------- pages and search

-- `number` is the title's place in product_pair: a product whose title changes gets a new one. `folded` is the title as it
-- is searched. Both are given when the books of an older program are opened.
alter table product add column number integer;
alter table product add column folded text not null default '';
-- By which the catalogue is sorted: cut, because the value travels in a page's cursor. A column of its own, because a
-- comparison of several values at once walks no index of expressions.
alter table product add column title_key text generated always as (substr(title, 1, 100)) virtual;
create unique index product_by_number on product (number);

-- Ascending and read backwards too; the identity, on which ties go, stands behind every value by itself.
create index product_by_price on product (price_min_fen);
create index product_by_ratio on product (service_ratio_ppm);
create index product_by_stock on product (stock);
create index product_by_end on product (plan_end_at);
create index product_by_title on product (title_key);
drop index product_by_id;
create index product_by_id on product (product_id, number);

-- Pairs of neighbouring characters of a title, as order_name_pair has them of names.
create virtual table product_pair using fts5 (pairs, content = '', columnsize = 0, tokenize = 'ascii');

-- The highest share anybody has on a product.
create index product_split_by_product on product_split (product_id, ratio_ppm);

-- ---------------------------------------------------------------- what moved

create table product_point (
  shop_appid text not null,
  product_id text not null,
  plan_type integer not null,
  head_supplier_appid text not null,
  at integer not null,
  price_min_fen integer,
  price_max_fen integer,
  stock integer,
  service_ratio_ppm integer,
  primary key (shop_appid, product_id, plan_type, head_supplier_appid, at)
) strict, without rowid;

insert into product_point
  select shop_appid, product_id, plan_type, head_supplier_appid, last_read_at, price_min_fen, price_max_fen, stock,
    service_ratio_ppm
  from product;

-- ---------------------------------------------------------------- what the product is without the plan

-- The product itself, by productdetail/get; beside it a plan's own price, stock, title or picture shows.
create table product_base (
  shop_appid text not null,
  product_id text not null,
  read_at integer not null,
  title text not null,
  image_url text,
  price_min_fen integer,
  price_max_fen integer,
  stock integer,
  primary key (shop_appid, product_id)
) strict, without rowid;

-- ---------------------------------------------------------------- what staff must see

create table product_alert (
  alert_id integer primary key,
  shop_appid text not null,
  product_id text not null,
  plan_type integer not null,
  head_supplier_appid text not null,
  kind text not null check (kind in ('fee_lowered', 'price_up', 'stock_low', 'plan_ends', 'taken_off',
    'exclusive_price', 'exclusive_stock', 'exclusive_title', 'exclusive_picture')),
  at integer not null,
  before text,
  after text,
  -- Of plan_ends: the end that was told of, and how many days before it.
  ends_at integer,
  days integer,
  seen_at integer,
  done_at integer,
  done_by text,
  -- What it told of is no longer so.
  ended_at integer
) strict;
create index product_alert_open on product_alert (kind, alert_id) where done_at is null and ended_at is null;
create index product_alert_by_product on product_alert
  (shop_appid, product_id, plan_type, head_supplier_appid, kind, alert_id);
create unique index product_alert_end_once on product_alert
  (shop_appid, product_id, plan_type, head_supplier_appid, ends_at, days) where kind = 'plan_ends';
