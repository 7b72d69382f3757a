import { type Day, dayOf, type Unix } from '../../../shared/time.ts';
import { rangeOf } from '../settlement/source.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import type { Scope } from './fee-row.ts';

/** The day rules are asked of: the last one of the month, or of all that is in the books. Null for empty books. */
export function lastDayOf(reader: StoreReader, scope: Scope): Day | null {
  if (scope !== null) return dayOf(rangeOf(scope).to - 1);
  const last = reader.value<Unix | null>(sql`select max(settled_at) from commission_order`) ?? null;
  return last === null ? null : dayOf(last);
}
