import { useMemo } from 'react';
import type { OrderRow } from '../../../../shared/contract/order.ts';
import type { Column } from '../../../parts/index.ts';
import { orderColumns } from './order-columns.tsx';
import { useRowWords } from './use-row-words.ts';

/** Name under which the table's columns and density are remembered. */
export const ORDERS_TABLE = 'orders';

export function useOrderColumns(): Column<OrderRow>[] {
  const words = useRowWords();
  return useMemo(() => orderColumns(words), [words]);
}
