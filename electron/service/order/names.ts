import type { ReplyState } from '../../../shared/contract/order.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { foldText } from './fold.ts';
import { pairsOf } from './pairs.ts';

/** Of which column of commission_order a kind of name names the id. */
export const NAMED = {
  shop: { id: 'shop_appid', name: 'shop_name' },
  product: { id: 'product_id', name: 'product_title' },
  promoter: { id: 'promoter_appid', name: 'promoter_name' },
  talent: { id: 'talent_key', name: 'talent_name' },
} as const;
export type NamedKind = keyof typeof NAMED;
const KINDS = Object.keys(NAMED) as NamedKind[];

/** Names seen lately, so that most orders ask nothing of the table. */
const REMEMBERED = 50_000;

export interface OrderNames {
  note(state: ReplyState): void;
  /** Begins a transaction's notes. Those of one that was taken back are noted again when they come again. */
  begin(): void;
}

/** Notes every name a shop, product, promoter or talent comes with: what free text is searched in. */
export function orderNames(store: Store): OrderNames {
  const add = adder(store);
  const exists = store.prepare('select 1 from order_name where kind = ? and id = ? and name = ?');
  const nothing = () => new Map(KINDS.map((kind) => [kind, new Map<string, string>()]));
  // The newest name by id: another one is asked for in the table, which is rare.
  let seen = nothing();
  let latest: [kind: string, id: string, name: string] | null = null;
  return {
    note(state) {
      for (const kind of KINDS) {
        const id = state[NAMED[kind].id];
        const name = state[NAMED[kind].name];
        if (id === null || !name) continue;
        const names = seen.get(kind)!;
        if (names.get(id) === name) continue;
        if (names.size >= REMEMBERED) names.clear();
        names.set(id, name);
        add(kind, id, name);
        latest = [kind, id, name];
      }
    },
    begin() {
      if (latest && exists.get(...latest) === undefined) seen = nothing();
      latest = null;
    },
  };
}

function adder(store: Store): (kind: NamedKind, id: string, name: string) => void {
  const add = store.prepare('insert or ignore into order_name (kind, id, name, folded) values (?, ?, ?, ?)');
  const addPairs = store.prepare('insert into order_name_pair (rowid, pairs) values (?, ?)');
  return (kind, id, name) => {
    const folded = foldText(name);
    const { changes, lastInsertRowid } = add.run(kind, id, name, folded);
    if (changes) addPairs.run(lastInsertRowid, pairsOf(folded));
  };
}

/** Notes the names of all rows: for books of a program that did not yet. */
export function rebuildNames(store: Store): void {
  store.transaction(() => {
    const add = adder(store);
    for (const kind of KINDS) {
      const { id, name } = NAMED[kind];
      const found = store.all<{ id: string; name: string }>({
        text: `select distinct ${id} as id, ${name} as name from commission_order where ${id} is not null and ${name} <> ''`,
        values: [],
      });
      for (const row of found) add(kind, row.id, row.name);
    }
  });
}

/** Whether the books were written by a program that kept neither sums nor names. */
export function lacksNames(store: Store): boolean {
  return (
    store.value(sql`select 1 from commission_order limit 1`) !== undefined &&
    store.value(sql`select 1 from order_name limit 1`) === undefined &&
    store.value(sql`select 1 from order_sum limit 1`) === undefined
  );
}
