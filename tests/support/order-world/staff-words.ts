import { pairNotes } from '../../../electron/service/order/note-pairs.ts';
import { showStates } from '../../../electron/service/review/row-state.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { draws } from './draw.ts';
import { NOW } from './parties.ts';

const TAGS = ['重点', '待核对', '大客户', "o'tag", '100%', '🍵', 'vip'];
const NOTES = ['已与商家核对', '等待退款结果', '推客申诉 ＡＢ１２', 'Café 100% 已确认', '同 3701 一起处理', "it's a_b"];
const STATES = ['open', 'proposed', 'approved', 'held', 'excluded'];

/** Reviews, tags and notes on about one row in ten, straight into their tables; some notes are taken back again. */
export function fillStaffWords(store: Store, fold: (text: string) => string): void {
  const draw = draws(99);
  const keys = store.all<{ order_id: string; sku_id: string }>(
    sql`select order_id, sku_id from commission_order where id % 10 = 3 order by id`,
  );
  store.transaction(() => {
    const { id: batch } = store.run(sql`insert into review_batch (at, staff, action, rows, detail)
      values (${NOW}, '王芳', 'note', ${keys.length}, '{}')`);
    for (const { order_id, sku_id } of keys) {
      if (draw.chance(0.5)) {
        const state = draw.of(STATES);
        const reason = state === 'held' ? 'difference' : state === 'excluded' ? 'fraud' : null;
        store.run(sql`insert into order_review (order_id, sku_id, state, reason, decided_at, decided_by, batch_id)
          values (${order_id}, ${sku_id}, ${state}, ${reason}, ${NOW}, '王芳', ${batch})`);
        store.run(sql`insert into review_entry (batch_id, order_id, sku_id, after)
          values (${batch}, ${order_id}, ${sku_id}, '{}')`);
      }
      for (const tag of TAGS)
        if (draw.chance(0.12))
          store.run(sql`insert into order_tag (order_id, sku_id, tag, tagged_at, tagged_by)
            values (${order_id}, ${sku_id}, ${tag}, ${NOW}, '王芳')`);
      while (draw.chance(0.35)) {
        const text = draw.of(NOTES);
        const removed = draw.chance(0.25) ? NOW : null;
        store.run(sql`insert into order_note (order_id, sku_id, text, folded, written_at, written_by, removed_at, batch_id)
          values (${order_id}, ${sku_id}, ${text}, ${fold(text)}, ${NOW}, '王芳', ${removed}, ${batch})`);
      }
    }
    showStates(store, batch);
    pairNotes(store, 0);
  });
}
