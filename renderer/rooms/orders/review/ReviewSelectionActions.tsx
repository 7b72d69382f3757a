import type { SelectionActions } from '../table/selection-actions.ts';
import { DecisionButtons } from './DecisionButtons.tsx';

/** Review in the selection bar of the table. */
export const ReviewSelectionActions: SelectionActions = ({ target, rows }) => (
  <DecisionButtons target={target} rows={rows} compact />
);
