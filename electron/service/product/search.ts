import { foldText } from '../order/fold.ts';
import { pairQuery } from '../order/pairs.ts';
import { contains } from '../store/keyset.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import { keptAnswer } from './kept-total.ts';

/** So many products are gathered and sorted in a few milliseconds; of more, a walk along the sort meets a page sooner. */
const FEW = 2000;

export interface FoundProducts {
  /** Whether a product `p` has the text: for walking along the order of the rows. */
  condition: Sql;
  /** The numbers of all that have it, when they are few. */
  numbers: number[] | null;
}

/** Products with the text in their title, in their id or in their shop's name, as `foldText` reads it. */
export function findProducts(reader: StoreReader, text: string): FoundProducts {
  return keptAnswer(reader, `found ${text}`, () => find(reader, text));
}

function find(reader: StoreReader, text: string): FoundProducts {
  const word = foldText(text.trim());
  if (word === '') return { condition: sql`0`, numbers: [] };
  const shops = reader
    .all<{ shop_appid: string }>(sql`select shop_appid from shop s where ${contains([sql`s.shop_name`], text)}`)
    .map(({ shop_appid }) => shop_appid);
  const digits = /^\d+$/.test(word) ? word : null;
  const condition = sql`(instr(p.folded, ${word}) > 0
    ${digits ? sql`or instr(p.product_id, ${digits}) > 0` : sql``}
    ${shops.length ? sql`or p.shop_appid in (select value from json_each(${JSON.stringify(shops)}))` : sql``})`;
  const numbers = new Set<number>();
  const gather = (query: Sql): boolean => {
    for (const [number] of reader.arrays<[number]>(sql`${query} limit ${FEW + 1}`)) numbers.add(number);
    return numbers.size <= FEW;
  };
  const few =
    // A changed title leaves the number of the old one behind, which is nobody's then.
    gather(sql`select rowid from product_pair where product_pair match ${pairQuery(word)}`) &&
    (shops.length === 0 ||
      gather(
        sql`select number from product where shop_appid in (select value from json_each(${JSON.stringify(shops)}))`,
      )) &&
    (digits === null || gather(sql`select number from product where instr(product_id, ${digits}) > 0`));
  return { condition, numbers: few ? [...numbers] : null };
}
