import type { RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { Context } from '../context.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { endBatch, openBatch } from './batch.ts';
import { tagsOf, tagsText } from './entry.ts';
import { countTarget, rowsOf } from './target.ts';

/** Puts tags on all rows of the target and takes others off, as one batch; what is in both lists stays on. */
export function tagRows(context: Context, input: RouteParsed<'review.tag'>): RouteOutput<'review.tag'> {
  const { store } = context;
  const [at, staff] = [context.now(), context.staff()];
  const { target, add, remove } = input;
  const head = { at, staff, action: 'tag', detail: { fact: 'tag', add, remove } } as const;
  const done = store.durably(() => {
    const rows = countTarget(store, target);
    const batchId = openBatch(store, head);
    const { changes: changed } = store.run(sql`insert into review_entry (batch_id, order_id, sku_id, before, after)
      select ${batchId}, order_id, sku_id, before, after from (
        select o.order_id, o.sku_id, ${tagsText('o')} as before,
          (select json_group_array(tag order by tag) from (
            select g.tag from order_tag g where g.order_id = o.order_id and g.sku_id = o.sku_id
              and g.tag not in (select value from json_each(${JSON.stringify(remove)}))
            union select value from json_each(${JSON.stringify(add)}))) as after
        from ${rowsOf(target)} o)
      where before <> after`);
    for (const step of tagsOf(batchId, { at, staff })) store.run(step);
    return { batch_id: endBatch(store, batchId, changed, head), changed, unchanged: rows - changed };
  });
  if (done.changed > 0) context.changed('reviews');
  return done;
}

/** All tags in use, those of most rows first. */
export function allTags(reader: StoreReader): RouteOutput<'review.tags'> {
  return reader.all(sql`select tag, count(*) as rows from order_tag group by tag order by rows desc, tag`);
}
