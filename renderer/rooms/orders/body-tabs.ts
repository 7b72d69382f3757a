import { type ComponentType, createElement, lazy } from 'react';
import type { OrdersBodyProps } from './body.ts';

export const TABS = ['table', 'review', 'analysis'] as const;
export type Tab = (typeof TABS)[number];

/** The rows, with the buttons of review for those that are selected. */
const Table = lazy(async () => {
  const [{ OrdersTable }, { ReviewSelectionActions }] = await Promise.all([
    import('./table/OrdersTable.tsx'),
    import('./review/ReviewSelectionActions.tsx'),
  ]);
  return {
    default: (props: OrdersBodyProps) =>
      createElement(OrdersTable, { ...props, selectionActions: ReviewSelectionActions }),
  };
});

/** Each is a chunk of its own: who reads rows does not wait for charts. */
export const BODIES: Record<Tab, ComponentType<OrdersBodyProps>> = {
  table: Table,
  review: lazy(() => import('./review/ReviewTab.tsx').then(({ ReviewTab }) => ({ default: ReviewTab }))),
  analysis: lazy(() => import('./analysis/AnalysisTab.tsx').then(({ AnalysisTab }) => ({ default: AnalysisTab }))),
};

/** What stands in the header beside the table. */
export const TableTools: ComponentType<Pick<OrdersBodyProps, 'filter' | 'sort' | 'asOf'>> = lazy(() =>
  import('./table/OrdersTableTools.tsx').then(({ OrdersTableTools }) => ({ default: OrdersTableTools })),
);

/** The body an address names (`tab`); the rows where it names none. */
export function readTab(text: string | null): Tab {
  return TABS.find((tab) => tab === text) ?? 'table';
}
