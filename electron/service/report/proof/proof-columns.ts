import type { SettlementLine } from '../../settlement/line.ts';
import type { Column } from '../column.ts';
import { CORRECTION_COLUMNS } from '../settlement-columns.ts';

export type LineColumn = Column & { key: keyof SettlementLine };

/** Behind the columns of every table: the row's number, so that one that is gone is missed, and its check code. */
export const PROOF_COLUMNS = [
  { key: 'line_no', title: '行号', kind: 'count' },
  { key: 'check_code', title: '校验码', kind: 'id' },
] as const satisfies readonly Column[];

/** Columns of sales and of what is not settled yet. */
export function saleColumns(columns: readonly Column[]): Column[] {
  return [...columns, ...PROOF_COLUMNS];
}

/** Columns of corrections, and of tables that hold both: which month and why stand there in any case. */
export function correctionColumns(columns: readonly Column[]): Column[] {
  const missing = CORRECTION_COLUMNS.filter(({ key }) => !columns.some((column) => column.key === key));
  return [...columns, ...missing, ...PROOF_COLUMNS];
}
