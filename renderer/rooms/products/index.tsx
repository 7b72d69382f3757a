import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProductRow } from '../../../shared/contract/product.ts';
import { usePages } from '../../app/client/index.ts';
import { goTo, useFilters } from '../../app/router/address.ts';
import {
  ColumnPicker,
  EmptyState,
  formatCount,
  Room,
  RoomHeader,
  type Selection,
  useShownColumns,
  VirtualTable,
} from '../../parts/index.ts';
import { ListingDialog } from '../listings/ListingDialog.tsx';
import { CatalogueFilters } from './CatalogueFilters.tsx';
import { isFiltered, NO_CONDITIONS, readCatalogue, sortOf } from './catalogue-question.ts';
import { ProductDrawer } from './ProductDrawer.tsx';
import { productColumns } from './product-columns.tsx';
import { productText, readProductText } from './product-identity.ts';
import { SelectionBar } from './SelectionBar.tsx';
import './products.css';

const PAGE_ROWS = 100;
const NONE: Selection<ProductRow> = new Map();

export default function ProductsRoom() {
  const { t } = useTranslation('products');
  const { params, set } = useFilters();
  const text = params.toString();
  const question = useMemo(() => readCatalogue(new URLSearchParams(text)), [text]);
  const pages = usePages('product.list', { ...question, limit: PAGE_ROWS });
  const all = useMemo(() => productColumns(t), [t]);
  const columns = useShownColumns('products', all);
  const [selection, setSelection] = useState(NONE);
  const [listing, setListing] = useState<ProductRow[] | null>(null);

  const openText = params.get('open');
  const open = useMemo(() => readProductText(openText), [openText]);
  const openRow = useCallback((row: ProductRow) => set({ open: productText(row) }), [set]);
  const filtered = isFiltered(question);

  return (
    <Room
      fill
      header={
        <RoomHeader
          title={t('title')}
          sub={pages.first ? t('subtitle', { total: formatCount(pages.first.total) }) : null}
          known={['products']}
          actions={<ColumnPicker table="products" columns={all} />}
        />
      }
    >
      <CatalogueFilters question={question} onChange={set} />
      <VirtualTable
        label={t('title')}
        source={pages}
        columns={columns}
        rowKey={productText}
        rowHeight={48}
        onOpen={openRow}
        openKey={openText}
        sort={sortOf(question)}
        onSort={({ by, direction }) => set({ sort: `${by}.${direction}` })}
        selection={selection}
        onSelect={setSelection}
        empty={
          filtered ? (
            <EmptyState
              title={t('empty.filtered')}
              text={t('empty.filtered_hint')}
              action={<Button onClick={() => set(NO_CONDITIONS)}>{t('filter.clear')}</Button>}
            />
          ) : (
            <EmptyState
              title={t('empty.none')}
              text={t('empty.none_hint')}
              action={<Button onClick={() => goTo('partnerships')}>{t('empty.to_partnerships')}</Button>}
            />
          )
        }
      />
      {selection.size ? (
        <SelectionBar
          selection={selection}
          onClear={() => setSelection(NONE)}
          onList={() => setListing([...selection.values()])}
        />
      ) : null}
      {listing ? (
        <ListingDialog products={listing} onDone={() => setSelection(NONE)} onClose={() => setListing(null)} />
      ) : null}
      <ProductDrawer open={open} onClose={() => set({ open: null })} onList={(product) => setListing([product])} />
    </Room>
  );
}
