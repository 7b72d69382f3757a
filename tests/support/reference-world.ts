import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from '../../electron/service/store/sql.ts';
import { openStore, type Store } from '../../electron/service/store/store.ts';
import { fillWorld } from './order-world.ts';
import { noNames, type PlainRow, type ReferenceBooks, type SeenNames, type StaffWord } from './reference-orders.ts';

export interface ReferenceWorld {
  store: Store;
  books: ReferenceBooks;
  /** Replies by `order_id/sku_id`, in the order in which they were read. */
  replies: Map<string, string[]>;
  close(): void;
}

/** A world in the books, and beside it everything the reference needs of it. */
export async function openReferenceWorld(count: number, fillStaff: (store: Store) => void): Promise<ReferenceWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'league-desk-test-'));
  const store = await openStore(folder);
  const replies = new Map<string, string[]>();
  const names = noNames();
  fillWorld(store, count, {
    onBatch(batch) {
      for (const { key, text } of batch.replies) {
        const name = `${key.order_id}/${key.sku_id}`;
        replies.set(name, [...(replies.get(name) ?? []), text]);
        noteNames(names, text);
      }
    },
  });
  fillStaff(store);
  store.db.exec('analyze');
  const rows = store.all<PlainRow>(sql`select * from commission_order order by id`);
  return {
    store,
    replies,
    books: { rows, staff: staffWords(store, rows), names },
    close() {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Who is called what in a reply of order/get, by the platform's documents. */
function noteNames(names: SeenNames, reply: string): void {
  const detail = JSON.parse(reply).commssion_order.order_detail;
  const { sharer_info, talent_info, finder_info } = detail.commission_info;
  const note = (kind: keyof SeenNames, id: unknown, name: unknown) => {
    if (id === undefined || typeof name !== 'string') return;
    const known = names[kind].get(String(id));
    if (known) known.add(name);
    else names[kind].set(String(id), new Set([name]));
  };
  note('shop', detail.shop_info.appid, detail.shop_info.shop_name);
  note('product', detail.product_info.product_id, detail.product_info.title);
  note('promoter', sharer_info?.sharer_appid, sharer_info?.nickname);
  const talent = talent_info ?? finder_info;
  const key =
    talent?.talent_appid ?? (talent?.openfinderid ? `finder:${talent.openfinderid}` : `name:${talent?.nickname}`);
  if (talent) note('talent', key, talent.nickname);
}

function staffWords(store: Store, rows: readonly PlainRow[]): Map<PlainRow, StaffWord> {
  type Row = { order_id: string; sku_id: string } & Record<string, string>;
  const nameOf = ({ order_id, sku_id }: { order_id: string; sku_id: string }) => `${order_id}/${sku_id}`;
  const named = new Map(rows.map((row) => [nameOf(row), row]));
  const found = new Map<PlainRow, StaffWord>();
  const of = (said: Row): StaffWord => {
    const row = named.get(nameOf(said))!;
    const word = found.get(row) ?? { state: 'open', reason: null, tags: [], notes: [] };
    found.set(row, word);
    return word;
  };
  for (const row of store.all<Row>(sql`select * from order_review`))
    Object.assign(of(row), { state: row.state, reason: row.reason });
  for (const row of store.all<Row>(sql`select * from order_tag`)) of(row).tags.push(row.tag!);
  for (const row of store.all<Row>(sql`select * from order_note where removed_at is null`))
    of(row).notes.push(row.text!);
  return found;
}
