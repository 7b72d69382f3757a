-- Any part of an order id is found by the groups of three digits it is made of: a third of what a table of whole texts
-- would cost, because only the rows are kept and not the places. The rows are those of commission_order.
create virtual table order_id_part using fts5 (order_id, content = '', columnsize = 0, detail = 'none', tokenize = 'trigram');
insert into order_id_part (rowid, order_id) select id, order_id from commission_order;

create index commission_order_sku on commission_order (sku_id);
