import type { OrderFilter } from '../../../../shared/contract/order.ts';
import type { Unix } from '../../../../shared/time.ts';

/** What every route of the analysis is asked with. */
export function asked(filter: OrderFilter, asOf: Unix | null): { filter: OrderFilter; as_of?: Unix } {
  return asOf === null ? { filter } : { filter, as_of: asOf };
}
