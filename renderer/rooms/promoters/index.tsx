import { Button, Select } from 'antd';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromoterRow } from '../../../shared/contract/promoter.ts';
import { SPLIT_PAYER } from '../../../shared/status.ts';
import { usePages } from '../../app/client/index.ts';
import { useWord } from '../../app/i18n/words.ts';
import { useFilters } from '../../app/router/address.ts';
import {
  ColumnPicker,
  EmptyState,
  formatCount,
  Room,
  RoomHeader,
  SearchField,
  useShownColumns,
  VirtualTable,
} from '../../parts/index.ts';
import { PromoterDrawer } from './PromoterDrawer.tsx';
import { promoterColumns } from './promoter-columns.tsx';
import { readPromoters } from './promoter-question.ts';
import '../products/products.css';
import './promoters.css';

const PAGE_ROWS = 100;
const keyOf = (row: PromoterRow) => row.promoter_appid;

export default function PromotersRoom() {
  const { t } = useTranslation(['promoters', 'products']);
  const { t: own } = useTranslation('promoters');
  const word = useWord();
  const { params, set } = useFilters();
  const text = params.toString();
  const question = useMemo(() => readPromoters(new URLSearchParams(text)), [text]);
  const pages = usePages('promoter.list', { ...question, limit: PAGE_ROWS });
  const all = useMemo(() => promoterColumns(own), [own]);
  const columns = useShownColumns('promoters', all);
  const open = params.get('open');
  const openRow = useCallback((row: PromoterRow) => set({ open: row.promoter_appid }), [set]);
  const filtered = question.search !== undefined || question.payer !== undefined;

  return (
    <Room
      fill
      header={
        <RoomHeader
          title={t('title')}
          sub={pages.first ? t('subtitle', { total: formatCount(pages.first.total) }) : null}
          known={['promoters', 'orders']}
          actions={<ColumnPicker table="promoters" columns={all} />}
        />
      }
    >
      <div className="ld-products-filters">
        <SearchField
          value={question.search ?? ''}
          onSearch={(search) => set({ search })}
          placeholder={t('search')}
          width={260}
        />
        <Select
          aria-label={t('column.payer')}
          placeholder={t('payer_any')}
          value={question.payer ?? null}
          onChange={(payer) => set({ payer: payer ?? null })}
          options={Object.values(SPLIT_PAYER).map((payer) => ({ value: payer, label: word('payer', payer) }))}
          allowClear
        />
      </div>
      <VirtualTable
        label={t('title')}
        source={pages}
        columns={columns}
        rowKey={keyOf}
        rowHeight={46}
        onOpen={openRow}
        openKey={open}
        sort={{ by: question.sort ?? 'actual_payment_30d', direction: question.direction ?? 'desc' }}
        onSort={({ by, direction }) => set({ sort: `${by}.${direction}` })}
        empty={
          filtered ? (
            <EmptyState
              title={t('empty.filtered')}
              text={t('empty.filtered_hint')}
              action={<Button onClick={() => set({ search: null, payer: null })}>{t('products:filter.clear')}</Button>}
            />
          ) : (
            <EmptyState title={t('empty.none')} text={t('empty.none_hint')} />
          )
        }
      />
      <PromoterDrawer open={open} onClose={() => set({ open: null })} />
    </Room>
  );
}
