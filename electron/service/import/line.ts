import type { ImportField, ImportKind, ImportSide } from '../../../shared/contract/import.ts';
import type { Unix } from '../../../shared/time.ts';
import { type Amount, type AmountUnit, amountOf } from '../table-file/amount.ts';
import { EMPTY, isBlank, shown, type TableCell, type TableRow } from '../table-file/cell.ts';
import { plainNumber } from '../table-file/order-number.ts';
import { timeOf } from '../table-file/time.ts';
import { directionOf, isSettledWord, type RowKind, rowKind } from './type-word.ts';

/** How a table is read: which column is what, and what its amounts and kinds mean. */
export interface Scheme {
  kind: ImportKind;
  side: ImportSide;
  unit: AmountUnit;
  columns: Record<ImportField, number | null>;
  epochDays: number;
}

/** One row of the table, taken apart and not judged yet. */
export interface Line {
  row: number;
  order: TableCell;
  flow: TableCell;
  sku_id: string | null;
  kind: RowKind;
  /** The word the kind was read from. */
  type: string;
  amount: Amount;
  /** As the file has it, for whoever must look it up there. */
  amountText: string;
  /** The amount stands merged in a row above, once for all of them. */
  amountAbove: boolean;
  direction: 1 | -1 | null;
  /** A word that says neither in nor out. */
  directionText: string | null;
  payment: Amount;
  at: Unix | null;
  /** Texts of all cells, as JSON. */
  cells: string;
}

const LONGEST_TEXT = 500;

export function lineOf(row: TableRow, { kind, side, unit, columns, epochDays }: Scheme): Line {
  const cell = (field: ImportField): TableCell => {
    const column = columns[field];
    return column === null ? EMPTY : (row.cells[column] ?? EMPTY);
  };
  const word = (field: ImportField) => (columns[field] === null ? null : shown(cell(field)));
  const type = word('type');
  const status = word('status');
  const directionText = kind === 'flows' ? (word('direction') ?? '') : '';
  const direction = directionText === '' ? null : directionOf(directionText);
  const sku = plainNumber(cell('sku_id').text);
  return {
    row: row.at,
    order: cell('order_id'),
    flow: cell('flow_id'),
    sku_id: isBlank(sku) ? null : sku,
    kind: status !== null && !isSettledWord(status) ? 'other' : rowKind(type, kind, side),
    type: type === null || type === '' ? (status ?? '') : type,
    amount: amountOf(cell('amount'), unit),
    amountText: shown(cell('amount')),
    amountAbove: false,
    direction,
    directionText: directionText !== '' && direction === null ? directionText : null,
    payment: amountOf(cell('payment'), unit),
    at: timeOf(cell('at'), epochDays),
    cells: JSON.stringify(row.cells.map((one) => shown(one).slice(0, LONGEST_TEXT))),
  };
}

/**
 * What the row brings the institution. A shop's payment is its income, and a fee goes out however it is signed; an
 * amount with a word for in or out follows the word.
 */
export function broughtBy({ kind, direction }: Line, fen: number, { kind: of, side }: Scheme): number {
  const own = direction === -1 ? -Math.abs(fen) : fen;
  const brought = kind === 'fee' ? -Math.abs(fen) : of === 'flows' && side === 'merchant' ? -own : own;
  return brought || 0;
}

/** Sums that stand below or between the rows. */
export function isSum(row: TableRow): boolean {
  const first = row.cells.map(shown).find((text) => text !== '');
  return first !== undefined && /^(合计|总计|小计|汇总|本页合计|#校验|total|subtotal|sum)/i.test(first);
}
