import { Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ProductDetail, ProductKey, ProductRow } from '../../../shared/contract/product.ts';
import { PLAN_TYPE } from '../../../shared/status.ts';
import { useRoute } from '../../app/client/index.ts';
import { useWord } from '../../app/i18n/words.ts';
import { addressOf } from '../../app/router/address.ts';
import {
  Count,
  FactList,
  IdText,
  Instant,
  Loaded,
  Money,
  PlanStatusTag,
  PlanTypeTag,
  Rate,
  ShopName,
} from '../../parts/index.ts';
import { RawReply } from '../../parts/RawReply.tsx';
import { Thumb } from '../../parts/Thumb.tsx';
import { ordersAddress } from '../orders/address.ts';
import { CompareSection } from './CompareSection.tsx';
import { PlanDates, PlanOrigin, PromotableState } from './PlanCell.tsx';
import { PriceRange } from './PriceRange.tsx';
import { ProductChanges } from './ProductChanges.tsx';
import { Margin } from './product-columns.tsx';
import { productText } from './product-identity.ts';
import { TimelinePanel } from './timeline/TimelinePanel.tsx';

interface Props {
  open: ProductKey | null;
  onClose: () => void;
  onList: (product: ProductRow) => void;
}

/** One product under one plan: pictures, prices, plan, what changed, and the platform's reply. */
export function ProductDrawer({ open, onClose, onList }: Props) {
  const { t } = useTranslation('products');
  return (
    <Drawer open={open !== null} onClose={onClose} size={720} title={t('detail.title')}>
      {open ? <ProductBody open={open} onList={onList} /> : null}
    </Drawer>
  );
}

function ProductBody({ open, onList }: { open: ProductKey; onList: (product: ProductRow) => void }) {
  const query = useRoute('product.get', open);
  return (
    <Loaded query={query} lines={12}>
      {(product) => <ProductSections product={product} onList={onList} />}
    </Loaded>
  );
}

function ProductSections({ product, onList }: { product: ProductDetail; onList: (product: ProductRow) => void }) {
  const { t } = useTranslation('products');
  const word = useWord();
  const facts: [string, ReactNode][] = [
    [t('detail.product_id'), <IdText key="id" id={product.product_id} />],
    [t('detail.shop'), <ShopName key="shop" name={product.shop_name} id={product.shop_appid} />],
    [t('detail.category'), product.category ?? word('product_status', null)],
    [t('detail.product_status'), word('product_status', product.product_status)],
    [t('column.stock'), <Count key="stock" of={product.stock} />],
    [t('detail.last_read'), <Instant key="read" at={product.last_read_at} as="second" />],
  ];
  const plan: [string, ReactNode][] = [
    [
      t('detail.plan'),
      <span key="plan" className="ld-products-plan">
        <PlanTypeTag code={product.plan_type} />
        <span className="ld-faint">
          <PlanOrigin product={product} />
        </span>
      </span>,
    ],
    [t('detail.plan_status'), <PlanStatusTag key="status" code={product.plan_status} />],
    [t('detail.validity'), <PlanDates key="dates" product={product} />],
    ...(product.head_supplier_appid
      ? ([[t('detail.supplier'), <IdText key="supplier" id={product.head_supplier_appid} />]] as [string, ReactNode][])
      : []),
    [t('column.service_ratio'), <Rate key="ratio" ppm={product.service_ratio_ppm} />],
    [t('detail.fee'), <Money key="fee" fen={product.service_fee_fen} />],
    [t('detail.margin'), <Margin key="margin" product={product} />],
  ];
  return (
    <div className="ld-product">
      <header className="ld-product__head">
        <Thumb url={product.image_url} size={96} />
        <div>
          <h2>{product.title}</h2>
          <div className="ld-product__price">
            <PriceRange least={product.price_min_fen} most={product.price_max_fen} />
          </div>
          <PromotableState product={product} />
        </div>
      </header>
      <div className="ld-product__actions">
        {product.listed ? (
          <Link href={addressOf('listings', { search: product.product_id })}>
            <Button>{t('detail.manage')}</Button>
          </Link>
        ) : (
          <Button type="primary" onClick={() => onList(product)}>
            {t('detail.list')}
          </Button>
        )}
        <Link href={ordersAddress({ product_id: [product.product_id] })}>
          <Button>{t('detail.orders')}</Button>
        </Link>
      </div>
      <div className="ld-product__columns">
        <FactList facts={plan} />
        <FactList facts={facts} />
      </div>
      {product.images.length > 1 ? (
        <div className="ld-product__images">
          {product.images.map((url) => (
            <Thumb key={url} url={url} size={72} />
          ))}
        </div>
      ) : null}
      <TimelinePanel key={productText(product)} product={product} />
      {isTargeted(product) ? (
        <section>
          <h3>{t('compare.title')}</h3>
          <CompareSection product={product} />
        </section>
      ) : null}
      <section>
        <h3>{t('detail.skus')}</h3>
        {product.skus.length ? (
          <table className="ld-plain-table">
            <thead>
              <tr>
                <th>{t('detail.sku_name')}</th>
                <th>SKU</th>
                <th className="ld-end">{t('detail.sku_price')}</th>
                <th className="ld-end">{t('detail.sku_stock')}</th>
              </tr>
            </thead>
            <tbody>
              {product.skus.map((sku) => (
                <tr key={sku.sku_id}>
                  <td>{sku.name}</td>
                  <td>
                    <IdText id={sku.sku_id} />
                  </td>
                  <td className="ld-end">
                    <Money fen={sku.price_fen} />
                  </td>
                  <td className="ld-end">
                    <Count of={sku.stock} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          <p className="ld-faint">{t('detail.no_skus')}</p>
        )}
      </section>
      <section>
        <h3>{t('detail.changes')}</h3>
        <ProductChanges changes={product.changes} />
      </section>
      <section>
        <h3>{t('detail.raw')}</h3>
        <RawReply json={product.raw} />
      </section>
    </div>
  );
}

/** Plans for chosen institutions may have a price, stock, title or picture of their own. */
function isTargeted(product: ProductRow): boolean {
  return product.plan_type === PLAN_TYPE.shop_targeted || product.plan_type === PLAN_TYPE.institution_targeted;
}
