-- Changes laid down before they are made at the platform: looked at first, then made one by one, so that a program that
-- is killed in the middle knows for each whether it was made.

create table staged_batch (
  batch_id integer primary key,
  kind text not null check (kind in ('partnership', 'shelf', 'promoter', 'material', 'undo')),
  -- Staff's words; empty: the pages name it by what is in it.
  title text not null default '',
  state text not null check (state in ('staged', 'applying', 'paused', 'done', 'discarded')),
  -- 'staff', 'interrupted', or the code of what stopped it.
  pause_reason text,
  undoes integer references staged_batch (batch_id),
  made_at integer not null,
  made_by text not null,
  -- When every change was last read anew at the platform.
  checked_at integer,
  started_at integer,
  started_by text,
  ended_at integer,
  -- Counted when changes are laid down or taken out.
  products integer not null default 0,
  promoters integer not null default 0
) strict;
create index staged_batch_state on staged_batch (state, batch_id);
create index staged_batch_undoes on staged_batch (undoes) where undoes is not null;

create table staged_change (
  batch_id integer not null references staged_batch (batch_id),
  place integer not null,
  action text not null check (action in ('accept', 'refuse', 'end', 'list', 'unlist', 'default_split', 'product_split',
    'promoter_split', 'material')),
  shop_appid text not null default '',
  product_id text not null default '',
  plan_type integer not null default 0,
  head_supplier_appid text not null default '',
  promoter_appid text not null default '',
  -- JSON: what is wanted, what the dry run found, and what stood when it was asked for; a way back needs the last.
  wanted text not null,
  found text,
  found_at integer,
  before text,
  state text not null default 'staged' check (state in ('staged', 'asked', 'done', 'same', 'unverified', 'console',
    'failed', 'skipped', 'undone')),
  -- Why it could not be made, as far as was known when it was staged or read anew; null: nothing is in its way.
  blocked text,
  error_code text,
  error_params text,
  tries integer not null default 0,
  asked_at integer,
  ended_at integer,
  -- The change of the batch that is undone.
  undoes_place integer,
  primary key (batch_id, place)
) strict, without rowid;
create unique index staged_change_once on staged_change (batch_id, action, shop_appid, product_id, plan_type,
  head_supplier_appid, promoter_appid);
-- The platform keeps a split by promoter and product: two plans of one product share it.
create unique index staged_change_one_split on staged_change (batch_id, promoter_appid, product_id)
  where action = 'product_split';
-- What a batch's head counts and its cost adds up, without reading the changes themselves.
create index staged_change_state on staged_change (batch_id, state, action, promoter_appid, blocked);

-- Only what was never asked for may be taken out, and only before its batch begins.
create trigger staged_change_no_delete before delete on staged_change
  when (select state from staged_batch where batch_id = old.batch_id) <> 'staged' or old.state <> 'staged'
begin
  select raise(abort, 'a change of a batch that began is kept');
end;
create trigger staged_batch_no_delete before delete on staged_batch
begin
  select raise(abort, 'batches are kept');
end;
