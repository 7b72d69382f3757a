import { isBlank, type TableCell } from '../table-file/cell.ts';
import { lostDigits, orderNumber, plainNumber, throughFloat } from '../table-file/order-number.ts';

/**
 * An id as a cell has it. `suspect`: its digits end in so many zeros that a spreadsheet may have cut it; only the books
 * can tell.
 */
export type CellId =
  | { kind: 'id'; id: string; suspect: boolean }
  | { kind: 'none' }
  | { kind: 'rounded' | 'invalid'; value: string };

const EMPTY: CellId = { kind: 'none' };
const LONGEST = 64;

/** `exact`: the column is known to hold numbers with all their digits. */
export function orderIdOf(cell: TableCell, exact: boolean): CellId {
  const value = plainNumber(cell.text);
  if (isBlank(value)) return EMPTY;
  const number = orderNumber(value);
  if (number.kind === 'none') return { kind: 'invalid', value };
  if (number.kind === 'rounded' || cutByFloat(cell, exact)) return { kind: 'rounded', value };
  return { kind: 'id', id: number.order_id, suspect: number.rounded !== null && !(cell.number && exact) };
}

/** How ids of flows look is not documented: any word is one. */
export function flowIdOf(cell: TableCell, exact: boolean): CellId {
  const value = plainNumber(cell.text);
  if (isBlank(value)) return EMPTY;
  const number = orderNumber(value);
  if (number.kind === 'rounded' || cutByFloat(cell, exact)) return { kind: 'rounded', value };
  if (/\s/.test(value) || value.length > LONGEST) return { kind: 'invalid', value };
  const suspect = number.kind === 'whole' && number.rounded !== null && !(cell.number && exact);
  return { kind: 'id', id: number.kind === 'whole' ? number.order_id : value, suspect };
}

function cutByFloat(cell: TableCell, exact: boolean): boolean {
  return cell.number && !exact && lostDigits(cell.text);
}

/** Whether the cell proves that its column was written with all digits. */
export function provesExact(cell: TableCell): boolean {
  return cell.number && !throughFloat(cell.text);
}
