-- Rules as dated data: each says where it comes from, when that was looked at, and until when it holds. Of one scope at
-- most one holds on any day; a rule is ended or withdrawn, never changed and never deleted.

-- Last day the rule holds; null: until another follows.
alter table split_rule add column to_day text check (to_day >= from_day);
-- Where the rule comes from (contract, message, page), and the day somebody last looked there.
alter table split_rule add column source text not null default '';
alter table split_rule add column checked_on text;
alter table split_rule add column note text not null default '';
-- From then on the rule holds for nothing that is not closed.
alter table split_rule add column withdrawn_at integer;
alter table split_rule add column withdrawn_by text;
alter table split_rule add column withdrawn_reason text;
create index split_rule_withdrawn on split_rule (withdrawn_at) where withdrawn_at is not null;
-- Rules name a product by its id alone.
create index product_by_id on product (product_id);

-- What is not a promoter's split: the platform's fee, the rounding of amounts, the incentive of a month's volume.
create table money_rule (
  rule_id integer primary key,
  kind text not null check (kind in ('platform_fee', 'rounding', 'incentive')),
  -- Platform fee: part of the gross service fee. Incentive: part of the settled base of a band.
  ratio_ppm integer check (ratio_ppm between 0 and 1000000),
  rounding text check (rounding in ('floor', 'half_up', 'half_even', 'ceil')),
  -- Incentive: the band of the month's settled base, from (included) to (not included), and the most it pays.
  band_from_fen integer,
  band_to_fen integer check (band_to_fen > band_from_fen),
  cap_fen integer,
  from_day text not null,
  to_day text check (to_day >= from_day),
  source text not null default '',
  checked_on text,
  note text not null default '',
  set_by text not null,
  set_at integer not null,
  withdrawn_at integer,
  withdrawn_by text,
  withdrawn_reason text
) strict;

-- Each time a rule was given a last day, so that a past moment sees the one of then.
create table rule_end (
  end_id integer primary key,
  kind text not null check (kind in ('split', 'platform_fee', 'rounding', 'incentive')),
  rule_id integer not null,
  to_day text not null,
  ended_at integer not null,
  ended_by text not null
) strict;
create index rule_end_of on rule_end (kind, rule_id, end_id);

-- ---------------------------------------------------------------- rules of an older program

-- They held until a later one of their scope began; of two of one day the one set later counted.
insert into rule_end (kind, rule_id, to_day, ended_at, ended_by)
select 'split', rule.rule_id, (
    select date(min(known.from_day), '-1 day') from split_rule known
    where known.promoter_appid is rule.promoter_appid and known.product_id is rule.product_id
      and known.from_day > rule.from_day and known.rule_id <= next.rule_id),
  max(rule.set_at, next.set_at), next.set_by
from split_rule rule join split_rule next on next.promoter_appid is rule.promoter_appid
  and next.product_id is rule.product_id and next.from_day > rule.from_day
order by next.rule_id, rule.rule_id;

update split_rule set to_day = (
  select to_day from rule_end where kind = 'split' and rule_end.rule_id = split_rule.rule_id order by end_id desc limit 1);

update split_rule set withdrawn_at = later.set_at, withdrawn_by = later.set_by, withdrawn_reason = 'replaced'
from (
  select earlier.rule_id, max(earlier.set_at, next.set_at) as set_at, next.set_by, min(next.rule_id)
  from split_rule earlier join split_rule next on next.promoter_appid is earlier.promoter_appid
    and next.product_id is earlier.product_id and next.from_day = earlier.from_day and next.rule_id > earlier.rule_id
  group by earlier.rule_id) later
where later.rule_id = split_rule.rule_id;

-- ---------------------------------------------------------------- what holds for whoever writes

create trigger split_rule_apart before insert on split_rule
when new.withdrawn_at is null and exists (
  select 1 from split_rule other
  where other.promoter_appid is new.promoter_appid and other.product_id is new.product_id
    and other.withdrawn_at is null
    and other.from_day <= coalesce(new.to_day, '9999-12-31') and coalesce(other.to_day, '9999-12-31') >= new.from_day)
begin
  select raise(abort, 'two split rules of one scope on one day');
end;
create trigger split_rule_stays_apart before update of to_day, withdrawn_at on split_rule
when new.withdrawn_at is null and exists (
  select 1 from split_rule other
  where other.promoter_appid is new.promoter_appid and other.product_id is new.product_id
    and other.withdrawn_at is null and other.rule_id <> new.rule_id
    and other.from_day <= coalesce(new.to_day, '9999-12-31') and coalesce(other.to_day, '9999-12-31') >= new.from_day)
begin
  select raise(abort, 'two split rules of one scope on one day');
end;
create trigger split_rule_no_change
before update of rule_id, promoter_appid, product_id, ratio_ppm, from_day, set_by, set_at on split_rule
begin
  select raise(abort, 'a rule is not changed, another one follows it');
end;
create trigger split_rule_no_delete before delete on split_rule
begin
  select raise(abort, 'a rule is withdrawn, never deleted');
end;

create trigger money_rule_apart before insert on money_rule
when new.withdrawn_at is null and exists (
  select 1 from money_rule other
  where other.kind = new.kind and other.withdrawn_at is null
    and other.from_day <= coalesce(new.to_day, '9999-12-31') and coalesce(other.to_day, '9999-12-31') >= new.from_day
    and (new.kind <> 'incentive' or (coalesce(other.band_to_fen > new.band_from_fen, true)
      and coalesce(new.band_to_fen > other.band_from_fen, true))))
begin
  select raise(abort, 'two money rules of one kind on one day');
end;
create trigger money_rule_stays_apart before update of to_day, withdrawn_at on money_rule
when new.withdrawn_at is null and exists (
  select 1 from money_rule other
  where other.kind = new.kind and other.withdrawn_at is null and other.rule_id <> new.rule_id
    and other.from_day <= coalesce(new.to_day, '9999-12-31') and coalesce(other.to_day, '9999-12-31') >= new.from_day
    and (new.kind <> 'incentive' or (coalesce(other.band_to_fen > new.band_from_fen, true)
      and coalesce(new.band_to_fen > other.band_from_fen, true))))
begin
  select raise(abort, 'two money rules of one kind on one day');
end;
create trigger money_rule_no_change
before update of rule_id, kind, ratio_ppm, rounding, band_from_fen, band_to_fen, cap_fen, from_day, set_by, set_at
on money_rule
begin
  select raise(abort, 'a rule is not changed, another one follows it');
end;
create trigger money_rule_no_delete before delete on money_rule
begin
  select raise(abort, 'a rule is withdrawn, never deleted');
end;

create trigger rule_end_no_update before update on rule_end
begin
  select raise(abort, 'rule_end is append-only');
end;
create trigger rule_end_no_delete before delete on rule_end
begin
  select raise(abort, 'rule_end is append-only');
end;
