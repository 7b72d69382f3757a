import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OrderFilter, OrderRow } from '../../../../shared/contract/order.ts';
import { ordersAddress } from '../address.ts';

/** More of the same: each link opens the table with that filter. */
export function OrderLinks({ order }: { order: OrderRow }) {
  const { t } = useTranslation('orders');
  const { shop_appid, product_id, promoter_appid } = order;
  const links: [string, Partial<OrderFilter>][] = [];
  if (shop_appid !== null) links.push([t('detail.all.shop'), { shop_appid: [shop_appid] }]);
  if (product_id !== null) links.push([t('detail.all.product'), { product_id: [product_id] }]);
  if (promoter_appid !== null) {
    links.push([t('detail.all.promoter'), { promoter_appid: [promoter_appid] }]);
    if (product_id !== null)
      links.push([t('detail.all.promoter_product'), { promoter_appid: [promoter_appid], product_id: [product_id] }]);
    links.push([t('detail.all.self_purchase'), { promoter_appid: [promoter_appid], self_purchase: true }]);
  }
  return (
    <nav className="ld-order-links" aria-label={t('detail.all.title')}>
      <span className="ld-faint">{t('detail.all.title')}</span>
      {links.map(([title, filter]) => (
        <Link key={title} href={ordersAddress(filter)}>
          {title}
        </Link>
      ))}
    </nav>
  );
}
