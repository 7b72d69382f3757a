import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import type { Span } from './flagged.ts';

/**
 * Rows of one product, created in the span and standing as they do since `since`, whose service fee rate lies at
 * least `ppm` off that of the product's row created before. The ids of the rows.
 */
export function rateJumps(reader: StoreReader, product: string, span: Span, since: number, ppm: number): number[] {
  const rows = reader.all<{ id: number; rate: number; stands: 0 | 1 }>(sql`select id, service_ratio_ppm as rate,
      stands_since >= ${since} as stands
    from commission_order
    where product_id = ${product} and service_ratio_ppm is not null and created_at <= ${span.to} and created_at >=
      coalesce((select created_at from commission_order
        where product_id = ${product} and created_at < ${span.from} and service_ratio_ppm is not null
        order by created_at desc limit 1), ${span.from})
    order by created_at, id`);
  return rows.flatMap(({ id, rate, stands }, index) => {
    const before = rows[index - 1];
    return stands && before && Math.abs(rate - before.rate) >= ppm ? [id] : [];
  });
}
