import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OrderRow } from '../../../shared/contract/order.ts';
import { ChannelTag } from '../../parts/ChannelTag.tsx';
import { Count } from '../../parts/Count.tsx';
import { FactList } from '../../parts/FactList.tsx';
import { IdText } from '../../parts/IdText.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { PromoterName, ShopName } from '../../parts/PartyName.tsx';
import { Thumb } from '../../parts/Thumb.tsx';
import { ordersAddress } from './address.ts';

/** What and who; a name opens all rows of the same shop, product or promoter. */
export function OrderFacts({ order }: { order: OrderRow }) {
  const { t } = useTranslation('orders');
  const facts: [string, ReactNode][] = [
    [
      t('column.product'),
      <Behind key="product" field="product_id" id={order.product_id} title={t('detail.all_of_product')}>
        <span className="ld-order-product">
          <Thumb url={order.thumb_url} size={40} />
          <span>{order.product_title ?? order.product_id}</span>
        </span>
      </Behind>,
    ],
    [t('detail.product_id'), <IdText key="product-id" id={order.product_id} />],
    [t('detail.product_count'), <Count key="count" of={order.product_count} />],
    [
      t('column.shop'),
      <Behind key="shop" field="shop_appid" id={order.shop_appid} title={t('detail.all_of_shop')}>
        <ShopName name={order.shop_name} id={order.shop_appid} />
      </Behind>,
    ],
    [t('column.channel'), <ChannelTag key="channel" channel={order.channel} />],
    ...(order.promoter_appid
      ? ([
          [
            t('filter.promoter_appid'),
            <Behind key="promoter" field="promoter_appid" id={order.promoter_appid} title={t('detail.all_of_promoter')}>
              <PromoterName name={order.promoter_name} id={order.promoter_appid} />
            </Behind>,
          ],
        ] as [string, ReactNode][])
      : []),
    ...(order.promotion_type !== null
      ? ([[t('detail.promotion_type'), String(order.promotion_type)]] as [string, ReactNode][])
      : []),
    [t('column.created_at'), <Instant key="created" at={order.created_at} as="second" />],
    [t('column.paid_at'), <Instant key="paid" at={order.paid_at} as="second" />],
    [t('column.settled_at'), <Instant key="settled" at={order.settled_at} as="second" />],
    [t('detail.updated'), <Instant key="updated" at={order.updated_at} as="second" />],
    [t('detail.first_seen'), <Instant key="first" at={order.first_seen_at} as="second" />],
    [t('detail.last_read'), <Instant key="last" at={order.last_read_at} as="second" />],
  ];
  return <FactList facts={facts} />;
}

/** A name that opens every row of it. */
function Behind({
  field,
  id,
  title,
  children,
}: {
  field: 'shop_appid' | 'product_id' | 'promoter_appid';
  id: string | null;
  title: string;
  children: ReactNode;
}) {
  if (id === null) return children;
  return (
    <Link href={ordersAddress({ [field]: [id] })} title={title}>
      {children}
    </Link>
  );
}
