import type { OrderFilter } from '../../../../shared/contract/order.ts';
import type { Unix } from '../../../../shared/time.ts';
import { ordersAddress } from '../address.ts';

/** The address of the rows behind a figure, at the same moment the figure is of. */
export function rowsAddress(filter: OrderFilter, asOf: Unix | null): string {
  const address = ordersAddress(filter);
  if (asOf === null) return address;
  return `${address}${address.includes('?') ? '&' : '?'}as_of=${asOf}`;
}
