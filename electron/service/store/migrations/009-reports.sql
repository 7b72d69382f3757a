-- Files handed out: of whom, in which shape, and by what plan.

-- JSON: what it is, its scopes, formats, recipient and plan.
alter table report_file add column detail text not null default '{}';

-- Columns, their order and headings, for recipients who want their own.
create table report_template (
  template_id text primary key,
  name text not null,
  -- What it is for: lines of a statement, of a merchant, of a channel, of the institution.
  scope text not null check (scope in ('institution', 'payee', 'merchant', 'channel')),
  -- JSON: [{ key, title }] in their order.
  columns text not null,
  set_at integer not null,
  set_by text not null
) strict, without rowid;

-- Which recipient gets which template; '' stands for everybody of the scope without one of his own. Without a row: the
-- plain columns.
create table report_recipient (
  scope text not null check (scope in ('institution', 'payee', 'merchant', 'channel')),
  recipient_id text not null,
  template_id text not null references report_template (template_id),
  primary key (scope, recipient_id)
) strict, without rowid;

create table report_schedule (
  schedule_id text primary key,
  name text not null,
  -- 'close': as soon as a month is closed; 'monthly': on `day` of the next month at `hour`, UTC+8.
  occasion text not null check (occasion in ('close', 'monthly')),
  day integer,
  hour integer,
  folder text not null,
  -- JSON: scopes and formats.
  contents text not null,
  -- Null while it is off. What was due before is not made up.
  on_since integer,
  -- The last month written, and after closings the last one that was written from.
  last_period text,
  last_closing_id integer,
  last_at integer,
  -- The try that failed since, with the failure as JSON.
  failed_period text,
  failed_at integer,
  failed_error text,
  set_at integer not null,
  set_by text not null
) strict, without rowid;
