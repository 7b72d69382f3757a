import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { readableName } from '../../../parts/party-name.ts';
import { productText } from '../../../rooms/products/product-identity.ts';
import { useRoute } from '../../client/use-route.ts';
import { goTo } from '../../router/address.ts';
import type { PaletteItem } from './palette-item.ts';

/** Rows of each kind shown; the room itself has the rest. */
const LIMIT = 4;

/** Orders, products, promoters and shops the typed text finds in the local data. */
export function useFound(typed: string): PaletteItem[] {
  const { t } = useTranslation('words');
  const search = useDeferredValue(typed.trim());
  // Part of an order id: digits only, and long enough to mean one.
  const orderId = /^\d{4,20}$/.test(search) ? search : null;
  const options = { enabled: search.length > 0, keep: true };
  const orders = useRoute(
    'order.page',
    { filter: { order_id: orderId ?? '0000' }, limit: LIMIT },
    { enabled: orderId !== null },
  ).data;
  const products = useRoute('product.list', { search, limit: LIMIT }, options).data;
  const promoters = useRoute('promoter.list', { search, limit: LIMIT }, options).data;
  const shops = useRoute('partnership.list', { search, limit: LIMIT }, options).data;

  return useMemo((): PaletteItem[] => {
    if (search === '') return [];
    return [
      ...(orderId === null ? [] : (orders?.rows ?? [])).map(
        (row): PaletteItem => ({
          id: `order-${row.order_id}-${row.sku_id}`,
          group: 'orders',
          label: row.order_id,
          ...(row.product_title ? { detail: row.product_title } : {}),
          run: () => goTo('orders', { order_id: row.order_id }),
        }),
      ),
      ...(products?.rows ?? []).map(
        (row): PaletteItem => ({
          id: `product-${productText(row)}`,
          group: 'products',
          label: row.title,
          detail: row.product_id,
          run: () => goTo('products', { search: row.product_id, open: productText(row) }),
        }),
      ),
      ...(promoters?.rows ?? []).map(
        (row): PaletteItem => ({
          id: `promoter-${row.promoter_appid}`,
          group: 'promoters',
          label: readableName(row.name) ?? t('unnamed_promoter'),
          detail: row.promoter_appid,
          run: () => goTo('promoters', { search: row.promoter_appid, open: row.promoter_appid }),
        }),
      ),
      ...(shops?.rows ?? []).map(
        (row): PaletteItem => ({
          id: `shop-${row.shop_appid}`,
          group: 'partnerships',
          label: readableName(row.shop_name) ?? t('unnamed_shop'),
          detail: row.shop_appid,
          run: () => goTo('partnerships', { open: row.shop_appid }),
        }),
      ),
    ];
  }, [search, orderId, orders, products, promoters, shops, t]);
}
