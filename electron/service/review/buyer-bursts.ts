import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import type { Span } from './flagged.ts';

interface Bought {
  id: number;
  order_id: string;
  buyer_id: string;
  created_at: number;
}

/**
 * Rows of one promoter that belong to at least `orders` orders of one buyer within `seconds`, looking at rows created
 * in the span and as long before and behind it. The ids of the rows.
 */
export function buyerBursts(
  reader: StoreReader,
  promoter: string,
  span: Span,
  { orders, seconds }: { orders: number; seconds: number },
): number[] {
  const rows = reader.all<Bought>(sql`select id, order_id, buyer_id, created_at from commission_order
    where promoter_appid = ${promoter} and buyer_id is not null
      and created_at between ${span.from - seconds} and ${span.to + seconds}
    order by created_at, id`);
  const byBuyer = new Map<string, Bought[]>();
  for (const row of rows) {
    const bought = byBuyer.get(row.buyer_id);
    if (bought) bought.push(row);
    else byBuyer.set(row.buyer_id, [row]);
  }
  return [...byBuyer.values()]
    .filter((bought) => bought.length >= orders)
    .flatMap((bought) => dense(bought, orders, seconds));
}

/** A window moved over the rows: every row of a window with enough orders. */
function dense(rows: readonly Bought[], orders: number, seconds: number): number[] {
  const found = new Set<number>();
  const within = new Map<string, number>();
  let start = 0;
  rows.forEach((row, end) => {
    within.set(row.order_id, (within.get(row.order_id) ?? 0) + 1);
    while (row.created_at - rows[start]!.created_at >= seconds) {
      const { order_id } = rows[start]!;
      const left = within.get(order_id)! - 1;
      if (left === 0) within.delete(order_id);
      else within.set(order_id, left);
      start += 1;
    }
    if (within.size >= orders) for (let index = start; index <= end; index += 1) found.add(rows[index]!.id);
  });
  return [...found];
}
