import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/**
 * The texts staff search in, by commission order, in a bare FTS5 trigram table: names in the folded form, the order id,
 * notes. `order_text` holds the same texts for statements that cannot use trigrams. Made once, beside the books.
 */
export function openText(folder: string): Database.Database {
  const file = join(folder, 'text.db');
  if (!existsSync(file)) {
    rmSync(`${file}.making`, { force: true });
    const db = new Database(`${file}.making`);
    db.pragma('journal_mode = off');
    db.exec(`attach '${join(folder, 'desk.db')}' as desk`);
    db.exec(`create table order_text as
      select o.id, o.created_at, o.order_id || ' ' || coalesce(shop.text, '') || ' ' || coalesce(product.text, '') || ' ' ||
        coalesce(promoter.text, '') || ' ' || coalesce(talent.text, '') || ' ' || coalesce(note.text, '') as text
      from desk.commission_order o
      ${NAMES.map(([kind, column]) => `left join ${names(kind)} ${kind} on ${kind}.id = o.${column}`).join(' ')}
      left join (select order_id as n_order, sku_id as n_sku, group_concat(folded, ' ') as text from desk.order_note
        where removed_at is null group by 1, 2) note on note.n_order = o.order_id and note.n_sku = o.sku_id`);
    db.exec('create index order_text_created on order_text (created_at, id)');
    db.exec("create virtual table order_fts using fts5 (text, content = '', tokenize = 'trigram')");
    db.exec('insert into order_fts (rowid, text) select id, text from order_text');
    db.exec("insert into order_fts (order_fts) values ('optimize')");
    db.close();
    renameSync(`${file}.making`, file);
  }
  const db = new Database(file, { readonly: true });
  db.pragma('cache_size = -65536');
  db.exec(`attach '${join(folder, 'desk.db')}' as desk`);
  return db;
}

const NAMES = [
  ['shop', 'shop_appid'],
  ['product', 'product_id'],
  ['promoter', 'promoter_appid'],
  ['talent', 'talent_key'],
] as const;

function names(kind: string): string {
  return `(select id, group_concat(folded, ' ') as text from desk.order_name where kind = '${kind}' group by id)`;
}
