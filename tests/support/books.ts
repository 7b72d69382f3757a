import { ORDER_COLUMNS } from '../../electron/service/order/row.ts';
import { sql } from '../../electron/service/store/sql.ts';
import type { StoreReader } from '../../electron/service/store/store.ts';

type Row = Record<string, unknown>;

/** What the stand-in's own books say, in the words of the promised order lines. */
export async function booksOf(url: string): Promise<Row[]> {
  const text = await (await fetch(`${url}/__sandbox/books/orders`)).text();
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => promisedRow(JSON.parse(line)));
}

/** A line of the stand-in's books in the words of the promised order lines. */
export function promisedRow(book: Row): Row {
  const promoter = (book.promoter ?? {}) as Row;
  const channel = book.promotion_channel as number | null;
  return {
    order_id: book.order_id,
    sku_id: book.sku_id,
    shop_appid: book.shop_appid,
    shop_name: book.shop_name,
    product_id: book.product_id,
    product_title: book.product_title,
    channel: channel === 1 ? 'promoter' : channel === 0 || channel === null ? 'talent' : `unknown:${channel}`,
    promoter_appid: promoter.appid ?? null,
    promoter_name: promoter.nickname ?? null,
    promoter_ratio_ppm: promoter.ratio ?? null,
    promoter_amount_fen: promoter.amount ?? null,
    talent_appid: book.talent_appid,
    order_status: book.order_status,
    commission_status: book.commission_status,
    actual_payment_fen: book.actual_payment,
    service_ratio_ppm: book.service_ratio,
    service_amount_fen: book.service_amount,
    service_total_fen: book.service_total_amount,
    platform_amount_fen: book.platform_amount,
    created_at: book.create_time,
    updated_at: book.update_time,
    paid_at: book.pay_time,
    settled_at: book.settled_time,
  };
}

/** Our rows of the same keys, in the same order. */
export function ourRows(reader: StoreReader): Row[] {
  return reader.all<Row>(
    sql`select ${{ text: ORDER_COLUMNS.join(', '), values: [] }} from commission_order order by created_at, order_id, sku_id`,
  );
}

export interface Comparison {
  missing: string[];
  extra: string[];
  different: string[];
}

/** Field by field; names what differs, so that a failing test says why. */
export function compare(books: readonly Row[], ours: readonly Row[]): Comparison {
  const nameOf = (row: Row) => `${row.order_id}/${row.sku_id}`;
  const mine = new Map(ours.map((row) => [nameOf(row), row]));
  const theirs = new Set(books.map(nameOf));
  const missing: string[] = [];
  const different: string[] = [];
  for (const book of books) {
    const row = mine.get(nameOf(book));
    if (!row) missing.push(nameOf(book));
    else
      for (const [field, value] of Object.entries(book))
        if (row[field] !== value)
          different.push(`${nameOf(book)} ${field}: ${String(row[field])} instead of ${String(value)}`);
  }
  return { missing, extra: ours.map(nameOf).filter((name) => !theirs.has(name)), different };
}

export const EQUAL: Comparison = { missing: [], extra: [], different: [] };
