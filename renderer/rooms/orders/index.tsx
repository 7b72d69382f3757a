import { DownloadOutlined } from '@ant-design/icons';
import { Button, type InputRef } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow, OrderSort } from '../../../shared/contract/order.ts';
import { usePages } from '../../app/client/index.ts';
import { goTo, useFilters } from '../../app/router/address.ts';
import { ColumnPicker, EmptyState, Room, RoomHeader, useShownColumns, VirtualTable } from '../../parts/index.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { FilterBar } from './FilterBar.tsx';
import { FilterChips } from './FilterChips.tsx';
import { cleared, filterChips } from './filter-chips.ts';
import { OrderDrawer } from './OrderDrawer.tsx';
import { type OpenOrder, openParam, readOpen } from './open-order.ts';
import { orderColumns } from './order-columns.tsx';
import { TotalsBar } from './TotalsBar.tsx';
import { useOrderKeys } from './use-order-keys.ts';
import { useQuestion } from './use-question.ts';
import './order-page.css';
import './orders.css';

const PAGE_ROWS = 100;
const keyOf = (row: OpenOrder) => openParam(row);

export default function OrdersRoom() {
  const { t } = useTranslation('orders');
  const { filter, sort, setFilter, setSort } = useQuestion();
  const { params, set } = useFilters();
  const pages = usePages('order.page', { filter, sort, limit: PAGE_ROWS });
  const all = useMemo(() => orderColumns(t), [t]);
  const columns = useShownColumns('orders', all);
  const [exporting, setExporting] = useState(false);
  const idSearch = useRef<InputRef>(null);

  const open = readOpen(params.get('open'));
  const setOpen = useCallback((order: OpenOrder | null) => set({ open: order && openParam(order) }), [set]);
  const openRow = useCallback((row: OrderRow) => setOpen(row), [setOpen]);
  useOrderKeys({ idSearch, onClear: () => setFilter(cleared(filter)), enabled: open === null && !exporting });

  const filtered = filterChips(filter).length > 0;
  const place = open ? pages.rows.findIndex((row) => keyOf(row) === openParam(open)) : -1;
  const step = (by: 1 | -1) => {
    const next = pages.rows[place + by];
    if (next) setOpen(next);
  };

  return (
    <Room
      fill
      header={
        <RoomHeader
          title={t('title')}
          sub={t('subtitle')}
          known={['orders']}
          actions={
            <>
              <ColumnPicker table="orders" columns={all} />
              <Button icon={<DownloadOutlined />} onClick={() => setExporting(true)}>
                {t('export.button')}
              </Button>
            </>
          }
        />
      }
    >
      <FilterBar filter={filter} onChange={setFilter} idSearch={idSearch} />
      <FilterChips filter={filter} onChange={setFilter} />
      <VirtualTable
        label={t('title')}
        source={pages}
        columns={columns}
        rowKey={keyOf}
        rowHeight={44}
        onOpen={openRow}
        openKey={open && openParam(open)}
        sort={sort}
        onSort={(next) => setSort(next as OrderSort)}
        empty={
          filtered ? (
            <EmptyState
              title={t('empty.filtered')}
              text={t('empty.filtered_hint')}
              action={<Button onClick={() => setFilter(cleared(filter))}>{t('filter.clear')}</Button>}
            />
          ) : (
            <EmptyState
              title={t('empty.none')}
              text={t('empty.none_hint')}
              action={<Button onClick={() => goTo('sync')}>{t('empty.to_sync')}</Button>}
            />
          )
        }
      />
      <TotalsBar filter={filter} />
      <ExportDialog open={exporting} filter={filter} onClose={() => setExporting(false)} />
      <OrderDrawer open={open} onOpen={setOpen} onClose={() => setOpen(null)} onStep={place >= 0 ? step : null} />
    </Room>
  );
}
