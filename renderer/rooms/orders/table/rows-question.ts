import type { RouteInput } from '../../../../shared/contract/routes.ts';
import type { OrdersBodyProps } from '../body.ts';

/** The first page has to be quick; those after it come while the eye is still on it. */
const FIRST_ROWS = 100;

/** What the table asks the service for. */
export function rowsQuestion({
  filter,
  sort,
  asOf,
}: Pick<OrdersBodyProps, 'filter' | 'sort' | 'asOf'>): Omit<RouteInput<'order.page'>, 'cursor'> {
  return { filter, sort, limit: FIRST_ROWS, ...(asOf === null ? {} : { as_of: asOf }) };
}
