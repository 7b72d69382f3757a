import { Tabs } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProductKey, ProductRow } from '../../../shared/contract/product.ts';
import { useRoute } from '../../app/client/index.ts';
import { useFilters } from '../../app/router/address.ts';
import { ColumnPicker, formatCount, Room, RoomHeader } from '../../parts/index.ts';
import { ListingDialog } from '../listings/ListingDialog.tsx';
import { AlertsTab } from './alerts/AlertsTab.tsx';
import { CatalogueTab } from './CatalogueTab.tsx';
import { ProductDrawer } from './ProductDrawer.tsx';
import { productColumns } from './product-columns.tsx';
import { productKeyOf, productText, readProductText } from './product-identity.ts';
import './products.css';

/** Everything the institution may promote, under every plan, and what happened to it that staff must see. */
export default function ProductsRoom() {
  const { t } = useTranslation('products');
  const { params, set } = useFilters();
  const tab = params.get('tab') === 'alerts' ? 'alerts' : 'catalogue';
  const catalogue = useRoute('product.list', { limit: 1 });
  const alerts = useRoute('product.alerts', { limit: 1 });
  const columns = useMemo(() => productColumns(t), [t]);
  const [listing, setListing] = useState<{ products: ProductRow[]; done: () => void } | null>(null);
  const openText = params.get('open');
  const open = useMemo(() => readProductText(openText), [openText]);
  const openProduct = useCallback((row: ProductKey) => set({ open: productText(productKeyOf(row)) }), [set]);
  const list = useCallback((products: ProductRow[], done: () => void) => setListing({ products, done }), []);

  return (
    <Room
      fill
      header={
        <RoomHeader
          title={t('title')}
          sub={catalogue.data ? t('subtitle', { total: formatCount(catalogue.data.total) }) : null}
          known={['products']}
          actions={tab === 'catalogue' ? <ColumnPicker table="products" columns={columns} /> : null}
        />
      }
    >
      <Tabs
        className="ld-products-tabs"
        activeKey={tab}
        onChange={(key) => set({ tab: key === 'alerts' ? key : null, open: null })}
        aria-label={t('tab.label')}
        items={[
          { key: 'catalogue', label: t('tab.catalogue') },
          {
            key: 'alerts',
            label: (
              <>
                {t('alert.title')}
                {alerts.data?.total ? (
                  <span className="ld-products-waiting">{formatCount(alerts.data.total)}</span>
                ) : null}
              </>
            ),
          },
        ]}
      />
      {tab === 'catalogue' ? (
        <CatalogueTab columns={columns} openKey={openText} onOpen={openProduct} onList={list} />
      ) : (
        <AlertsTab onOpen={openProduct} />
      )}
      {listing ? (
        <ListingDialog products={listing.products} onDone={listing.done} onClose={() => setListing(null)} />
      ) : null}
      <ProductDrawer open={open} onClose={() => set({ open: null })} onList={(product) => list([product], () => {})} />
    </Room>
  );
}
