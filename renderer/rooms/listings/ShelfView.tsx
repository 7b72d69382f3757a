import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListingRow } from '../../../shared/contract/listing.ts';
import { search as searchText } from '../../../shared/contract/paging.ts';
import { usePages } from '../../app/client/index.ts';
import { goTo, useFilters } from '../../app/router/address.ts';
import { ShopSelect } from '../../parts/choose/ShopSelect.tsx';
import { EmptyState, SearchField, type Selection, VirtualTable } from '../../parts/index.ts';
import { productKeyOf, productText } from '../products/product-identity.ts';
import { FeedPanel } from './FeedPanel.tsx';
import { listingColumns } from './listing-columns.tsx';
import { MaterialDrawer } from './MaterialDrawer.tsx';
import { ShelfBar } from './ShelfBar.tsx';
import { SplitsDialog } from './SplitsDialog.tsx';
import { StageDialog } from './StageDialog.tsx';
import { useUnlist } from './use-unlist.tsx';

const PAGE_ROWS = 100;
const NONE: Selection<ListingRow> = new Map();

/** What is on the shelf, with its splits and warnings. */
export default function ShelfView() {
  const { t } = useTranslation('listings');
  const { params, set } = useFilters();
  const search = searchText.safeParse(params.get('search') ?? '').data ?? '';
  const shop = params.get('shop_appid');
  const pages = usePages('listing.list', {
    ...(search ? { search } : {}),
    ...(shop ? { shop_appid: shop } : {}),
    limit: PAGE_ROWS,
  });
  const [material, setMaterial] = useState<ListingRow | null>(null);
  const [editing, setEditing] = useState<ListingRow | null>(null);
  const [staging, setStaging] = useState(false);
  const [selection, setSelection] = useState(NONE);
  const clear = useCallback(() => setSelection(NONE), []);
  const unlist = useUnlist(clear);
  const runUnlist = unlist.run;
  const columns = useMemo(
    () =>
      listingColumns(t, {
        onMaterial: setMaterial,
        onSplits: setEditing,
        onUnlist: (row) => void runUnlist([productKeyOf(row)]),
      }),
    [t, runUnlist],
  );

  return (
    <>
      <FeedPanel />
      <div className="ld-products-filters">
        <SearchField value={search} onSearch={(text) => set({ search: text })} placeholder={t('search')} width={260} />
        <ShopSelect
          single
          className="ld-products-shop"
          name={t('column.shop')}
          value={shop ? [shop] : []}
          onChange={([id]) => set({ shop_appid: id ?? null })}
        />
      </div>
      <VirtualTable
        label={t('title')}
        source={pages}
        columns={columns}
        rowKey={productText}
        rowHeight={48}
        onOpen={setMaterial}
        openKey={material && productText(material)}
        selection={selection}
        onSelect={setSelection}
        empty={
          search || shop ? (
            <EmptyState title={t('empty.filtered')} />
          ) : (
            <EmptyState
              title={t('empty.none')}
              text={t('empty.none_hint')}
              action={
                <Button type="primary" onClick={() => goTo('products')}>
                  {t('empty.to_products')}
                </Button>
              }
            />
          )
        }
      />
      {selection.size ? (
        <ShelfBar
          count={selection.size}
          pending={unlist.pending}
          onClear={clear}
          onStage={() => setStaging(true)}
          onUnlist={() => void runUnlist([...selection.values()].map(productKeyOf))}
        />
      ) : null}
      <MaterialDrawer listing={material} onClose={() => setMaterial(null)} />
      {staging ? (
        <StageDialog listings={[...selection.values()]} onDone={clear} onClose={() => setStaging(false)} />
      ) : null}
      {editing ? <SplitsDialog listing={editing} onClose={() => setEditing(null)} /> : null}
    </>
  );
}
