-- What counts and free text read instead of the rows themselves.

-- 1 where staff put a tag on the row, so that the few tagged ones are found without looking up every tag's row.
alter table commission_order add column tagged integer not null default 0 check (tagged in (0, 1));
update commission_order set tagged = 1 where (order_id, sku_id) in (select order_id, sku_id from order_tag);

create trigger order_tag_shown after insert on order_tag
begin
  update commission_order set tagged = 1 where order_id = new.order_id and sku_id = new.sku_id and tagged = 0;
end;
create trigger order_tag_hidden after delete on order_tag
begin
  update commission_order set tagged = 0 where order_id = old.order_id and sku_id = old.sku_id
    and not exists (select 1 from order_tag where order_id = old.order_id and sku_id = old.sku_id);
end;

create index commission_order_tagged on commission_order
  (created_at, order_id, sku_id, channel, order_status, commission_status, shop_appid, promoter_appid, product_id,
   talent_key, source, role, plan_type, paid_at, updated_at, settled_at, first_seen_at, difference_fen, refunded,
   self_purchase, review_state)
  where tagged = 1;

-- Orders with several commission orders, as commission_order_shared has them, where few of them are asked for: by the
-- state of the commission, and those with a difference.
create index commission_order_shared_status on commission_order
  (commission_status, created_at, order_id, channel, order_status, shop_appid, promoter_appid, product_id, talent_key,
   source, role, plan_type, paid_at, updated_at, settled_at, first_seen_at, difference_fen, refunded, self_purchase, review_state)
  where shared_order = 1;
create index commission_order_shared_difference on commission_order
  (created_at, order_id, channel, order_status, commission_status, shop_appid, promoter_appid, product_id, talent_key,
   source, role, plan_type, paid_at, updated_at, settled_at, first_seen_at, difference_fen, refunded, self_purchase, review_state)
  where shared_order = 1 and difference_fen is not null and difference_fen <> 0;

-- Pairs of neighbouring characters of a note's folded text, as order_name_pair has them of names. The rows are those of
-- order_note; notes of an older program are put in when the program opens the books.
create virtual table order_note_pair using fts5 (pairs, content = '', columnsize = 0, tokenize = 'ascii');
