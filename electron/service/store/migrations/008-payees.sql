-- Who is paid. A promoter nobody has put anywhere is a payee by himself: `promoter:<promoter_appid>`.

create table payee (
  payee_id text primary key,
  name text not null,
  note text not null default '',
  -- Fen; null: the institution's own minimum.
  minimum_payout_fen integer check (minimum_payout_fen >= 0),
  made_at integer not null,
  made_by text not null
) strict, without rowid;

-- From which month on a promoter's shares go to which payee, until the next month of his; of two rows of one month the
-- later one counts. Never changed, never deleted.
create table payee_member (
  member_id integer primary key,
  promoter_appid text not null,
  from_period text not null,
  payee_id text not null,
  set_at integer not null,
  set_by text not null
) strict;
create index payee_member_of on payee_member (promoter_appid, from_period, member_id);
create trigger payee_member_no_update before update on payee_member
begin
  select raise(abort, 'payee_member is append-only');
end;
create trigger payee_member_no_delete before delete on payee_member
begin
  select raise(abort, 'payee_member is append-only');
end;

-- Names staff know a promoter by, beside those the platform shows.
create table promoter_alias (
  promoter_appid text not null,
  alias text not null,
  set_at integer not null,
  set_by text not null,
  primary key (promoter_appid, alias)
) strict, without rowid;

-- Account data, sealed with the key of this data folder; `hint` is the end of the account number.
create table payout_account (
  payee_id text not null,
  channel text not null check (channel in ('bank', 'wechat', 'flexible_work')),
  sealed blob not null,
  hint text not null,
  set_at integer not null,
  set_by text not null,
  primary key (payee_id, channel)
) strict, without rowid;

-- A debt of a payee the institution gives up. Positive fen; append-only.
create table write_off (
  write_off_id integer primary key,
  payee_id text not null,
  period text not null,
  amount_fen integer not null check (amount_fen > 0),
  reason text not null,
  at integer not null,
  staff text not null
) strict;
create trigger write_off_no_update before update on write_off
begin
  select raise(abort, 'write_off is append-only');
end;
create trigger write_off_no_delete before delete on write_off
begin
  select raise(abort, 'write_off is append-only');
end;

create table payout_batch (
  batch_id integer primary key,
  period text not null,
  channel text not null check (channel in ('bank', 'wechat', 'flexible_work')),
  made_at integer not null,
  made_by text not null,
  approved_at integer,
  approved_by text,
  cancelled_at integer,
  cancelled_by text,
  cancelled_reason text
) strict;
create index payout_batch_of on payout_batch (period);

create table payout_item (
  batch_id integer not null references payout_batch (batch_id),
  payee_id text not null,
  -- From 1 in the batch; part of the remark by which a result is found again.
  place integer not null,
  amount_fen integer not null check (amount_fen > 0),
  -- The account as it stood when the batch was drafted.
  sealed blob not null,
  hint text not null,
  state text not null default 'waiting' check (state in ('waiting', 'paid', 'partly_paid', 'failed')),
  paid_fen integer not null default 0 check (paid_fen between 0 and amount_fen),
  paid_at integer,
  -- Number of the bank's or platform's transaction, and what it said of a failure.
  reference text not null default '',
  failure text not null default '',
  -- The batch of the failed payment this one tries again.
  retry_of integer references payout_batch (batch_id),
  primary key (batch_id, payee_id)
) strict, without rowid;
-- What was drafted, and to which account, is not for changing: a batch that is wrong is cancelled.
create trigger payout_item_no_change before update of amount_fen, sealed, place on payout_item
begin
  select raise(abort, 'payout_item is append-only but for its result');
end;
create trigger payout_item_no_delete before delete on payout_item
begin
  select raise(abort, 'payout_item is append-only but for its result');
end;
