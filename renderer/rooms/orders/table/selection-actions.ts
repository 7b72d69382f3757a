import type { ComponentType } from 'react';
import type { OrderRow } from '../../../../shared/contract/order.ts';
import type { ReviewTarget } from '../../../../shared/contract/review.ts';

/** What buttons of the selection bar act on. */
export interface SelectionActionsProps {
  /** The selected rows by key, or the filter itself when all of its rows were chosen. */
  target: ReviewTarget;
  /** The selected rows as far as they are loaded, in the order in which they were chosen. */
  rows: OrderRow[];
}

/** Buttons for the selection bar. Not shown while the page is set to a past moment: nothing can be decided there. */
export type SelectionActions = ComponentType<SelectionActionsProps>;
