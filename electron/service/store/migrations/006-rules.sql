-- Rules as dated data: each says where it comes from, when that was looked at, and until when it holds.

-- Last day the rule holds; null: until another follows.
alter table split_rule add column to_day text;
-- Where the rule comes from (contract, message, page), and the day somebody last looked there.
alter table split_rule add column source text not null default '';
alter table split_rule add column checked_on text;
alter table split_rule add column note text not null default '';
-- A rule is never deleted: from then on it holds for nothing that is not closed.
alter table split_rule add column withdrawn_at integer;
alter table split_rule add column withdrawn_by text;
alter table split_rule add column withdrawn_reason text;

-- Of two rules of the same scope and day the later one counted: the earlier one is withdrawn.
update split_rule set withdrawn_at = set_at, withdrawn_by = set_by, withdrawn_reason = 'replaced'
where exists (
  select 1 from split_rule later
  where later.promoter_appid is split_rule.promoter_appid and later.product_id is split_rule.product_id
    and later.from_day = split_rule.from_day and later.rule_id > split_rule.rule_id);
-- The others hold until the day before the next one of their scope.
update split_rule set to_day = (
  select date(min(next.from_day), '-1 day') from split_rule next
  where next.promoter_appid is split_rule.promoter_appid and next.product_id is split_rule.product_id
    and next.from_day > split_rule.from_day and next.withdrawn_at is null)
where withdrawn_at is null;

-- What is not a promoter's split: the platform's fee, the rounding of amounts, the incentive of a month's volume.
create table money_rule (
  rule_id integer primary key,
  kind text not null check (kind in ('platform_fee', 'rounding', 'incentive')),
  -- Platform fee: part of the gross service fee. Incentive: part of the settled base of a band.
  ratio_ppm integer check (ratio_ppm between 0 and 1000000),
  rounding text check (rounding in ('floor', 'half_up', 'half_even', 'ceil')),
  -- Incentive: the band of the month's settled base, from (included) to (not included), and the most it pays.
  band_from_fen integer,
  band_to_fen integer,
  cap_fen integer,
  from_day text not null,
  to_day text,
  source text not null,
  checked_on text not null,
  note text not null default '',
  set_by text not null,
  set_at integer not null,
  withdrawn_at integer,
  withdrawn_by text,
  withdrawn_reason text
) strict;
