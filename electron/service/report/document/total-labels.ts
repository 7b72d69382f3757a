import type { Cell, Column } from '../column.ts';
import { TOTAL_LABEL } from '../total-label.ts';

export const ESTIMATED = '(估算)';

/** What the total row of lines says where nothing is added up: that it is one, and of how much. */
export function totalLabels(
  columns: readonly Column[],
  { rows = 0, orders = 0 }: { rows?: number; orders?: number },
  remark = '',
): Record<string, Cell> {
  const free = columns.filter(({ summed, kind }) => !summed && kind !== 'count').map(({ key }) => key);
  const labels = [TOTAL_LABEL, `${rows} 行${remark}`, `${orders} 个订单`];
  return Object.fromEntries(free.slice(0, labels.length).map((key, n) => [key, labels[n]!]));
}

/** The same of sums by groups. An order may fall into two of them; the total counts it once. */
export function groupLabels(
  columns: readonly Pick<Column, 'key'>[],
  { orders = 0 }: { orders?: number },
): Record<string, Cell> {
  const counted = columns.some(({ key }) => key === 'orders');
  return { [columns[0]!.key]: TOTAL_LABEL, ...(counted ? { orders } : {}) };
}
