import { Button } from 'antd';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFilter, OrderRow, OrderSort } from '../../../../shared/contract/order.ts';
import { usePages, useRoute } from '../../../app/client/index.ts';
import { goTo, setFilters, useFilterValue } from '../../../app/router/address.ts';
import { EmptyState, type Selection, useColumns, VirtualTable } from '../../../parts/index.ts';
import { useView } from '../../../state/view.ts';
import type { OrdersBodyProps } from '../body.ts';
import { OrderDrawer } from '../OrderDrawer.tsx';
import { type OpenOrder, openParam, readOpen } from '../open-order.ts';
import { rowMenu } from './row-menu.tsx';
import { rowsQuestion } from './rows-question.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { SumButton } from './SumButton.tsx';
import type { SelectionActions } from './selection-actions.ts';
import { TotalsBar } from './TotalsBar.tsx';
import { SUMS } from './totals.ts';
import { useCopyRows } from './use-copy-rows.ts';
import { ORDERS_TABLE, useOrderColumns } from './use-order-columns.ts';
import { useRowWords } from './use-row-words.ts';
import './orders-table.css';

const FURTHER_ROWS = 200;
const ROW_HEIGHT = { compact: 36, normal: 44, relaxed: 54 } as const;
const NONE: Selection<OrderRow> = new Map();
const keyOf = (row: OpenOrder) => openParam(row);

export interface OrdersTableProps extends OrdersBodyProps {
  /** Buttons of the selection bar. */
  selectionActions?: SelectionActions;
}

/** The rows of the question with its totals, what is chosen of them, and the order that is open. */
export function OrdersTable({ filter, sort, asOf, setFilter, setSort, selectionActions }: OrdersTableProps) {
  const { t } = useTranslation('orders');
  const words = useRowWords();
  const past = asOf === null ? {} : { as_of: asOf };
  const pages = usePages('order.page', rowsQuestion({ filter, sort, asOf }), {
    limitAfter: FURTHER_ROWS,
    bothWays: true,
  });
  const totals = useRoute('order.totals', { filter, ...past }, { keep: true });
  const columns = useColumns(ORDERS_TABLE, useOrderColumns());
  const density = useView((view) => view.density[ORDERS_TABLE]) ?? 'normal';

  const [selection, setSelection] = useState<Selection<OrderRow>>(NONE);
  const [everything, setEverything] = useState(false);
  const select = useCallback((next: Selection<OrderRow>) => {
    setEverything(false);
    setSelection(next);
  }, []);
  // "All rows of the filter" is said of one filter; rows named one by one stay chosen under the next.
  const asked = JSON.stringify([filter, asOf]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: run for each question
  useEffect(() => setEverything(false), [asked]);

  const open = readOpen(useFilterValue('open'));
  const setOpen = useCallback((order: OpenOrder | null) => setFilters({ open: order && openParam(order) }), []);
  const openRow = useCallback((row: OrderRow) => setOpen(row), [setOpen]);
  const place = open ? pages.rows.findIndex((row) => keyOf(row) === openParam(open)) : -1;
  const step = (by: 1 | -1) => {
    const next = pages.rows[place + by];
    if (next) setOpen(next);
  };

  const copyRows = useCopyRows(columns.shown);
  const menu = useCallback(
    (point: Parameters<typeof rowMenu>[0]) =>
      rowMenu(point, words, {
        open: openRow,
        filter: (condition) => setFilter({ ...filter, ...condition }),
        only: (condition) => setFilter({ axis: filter.axis, ...condition }),
        copyText: (text) => void navigator.clipboard.writeText(text),
        copyRows,
      }),
    [words, openRow, setFilter, filter, copyRows],
  );

  const shownSums = SUMS.filter((key) => columns.shown.some(({ id }) => id === key));
  const first = columns.shown[0]?.id ?? '';
  const sums: Record<string, ReactNode> = {
    [first]: t('total.sum'),
    ...Object.fromEntries(
      shownSums.map((key) => [
        key,
        <span key={key} data-total={key}>
          <SumButton name={t(`column.${key}`)} fen={totals.data?.[key]} />
        </span>,
      ]),
    ),
  };
  return (
    <>
      <div className={`ld-orders-table ld-orders-table--${density}`} data-totals-stale={totals.isPlaceholderData}>
        <VirtualTable
          label={t('title')}
          source={pages}
          columns={columns.shown}
          rowKey={keyOf}
          rowHeight={ROW_HEIGHT[density]}
          onOpen={openRow}
          openKey={open && openParam(open)}
          sort={sort}
          onSort={(next) => setSort(next as OrderSort)}
          selection={selection}
          onSelect={select}
          everything={everything}
          onWidth={columns.setWidth}
          menu={menu}
          onCopy={(rows) => copyRows(rows, true)}
          totals={sums}
          empty={<NoOrders filter={filter} asOf={asOf} onClear={() => setFilter({ axis: filter.axis })} />}
        />
      </div>
      {everything || selection.size > 0 ? (
        <SelectionBar
          selection={selection}
          everything={everything}
          filter={filter}
          totals={totals.isPlaceholderData ? undefined : totals.data}
          actions={asOf === null ? (selectionActions ?? null) : null}
          onEverything={() => setEverything(true)}
          onCopy={() => copyRows([...selection.values()], true)}
          onClear={() => select(NONE)}
        />
      ) : null}
      <TotalsBar
        totals={totals.data}
        stale={totals.isPlaceholderData}
        sums={SUMS.filter((key) => !shownSums.includes(key))}
      />
      <OrderDrawer
        open={open}
        asOf={asOf}
        onOpen={setOpen}
        onClose={() => setOpen(null)}
        onStep={place >= 0 ? step : null}
      />
    </>
  );
}

function NoOrders({ filter, asOf, onClear }: { filter: OrderFilter; asOf: number | null; onClear: () => void }) {
  const { t } = useTranslation('orders');
  if (Object.entries(filter).some(([field, value]) => field !== 'axis' && value !== undefined)) {
    return (
      <EmptyState
        title={t('empty.filtered')}
        text={t(asOf === null ? 'empty.filtered_hint' : 'empty.filtered_past')}
        action={<Button onClick={onClear}>{t('filter.clear')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      title={t(asOf === null ? 'empty.none' : 'empty.none_past')}
      text={t(asOf === null ? 'empty.none_hint' : 'empty.none_past_hint')}
      action={asOf === null ? <Button onClick={() => goTo('sync')}>{t('empty.to_sync')}</Button> : undefined}
    />
  );
}
