import type { TFunction } from 'i18next';
import type { OrderRow } from '../../../shared/contract/order.ts';
import { COMMISSION_STATUS } from '../../../shared/status.ts';
import {
  ChannelTag,
  type Column,
  CommissionStatusTag,
  Count,
  EllipsisText,
  IdText,
  Instant,
  Money,
  OrderStatusTag,
  PromoterName,
  Rate,
  ShopName,
} from '../../parts/index.ts';
import { Thumb } from '../../parts/Thumb.tsx';

const estimated = (row: OrderRow) => row.commission_status === COMMISSION_STATUS.unsettled;

/** Every column of the table; amounts right, the ones seldom asked for hidden until staff choose them. */
export function orderColumns(t: TFunction<'orders'>): Column<OrderRow>[] {
  return [
    {
      id: 'created_at',
      title: t('column.created_at'),
      width: 132,
      sort: 'created_at',
      render: (row) => <Instant at={row.created_at} />,
    },
    {
      id: 'paid_at',
      title: t('column.paid_at'),
      width: 132,
      sort: 'paid_at',
      hidden: true,
      render: (row) => <Instant at={row.paid_at} />,
    },
    {
      id: 'order',
      title: t('column.order'),
      width: 182,
      render: (row) => (
        <span className="ld-orders-ids">
          <IdText id={row.order_id} />
          <small>
            <IdText id={row.sku_id} />
          </small>
        </span>
      ),
    },
    {
      id: 'product',
      title: t('column.product'),
      width: 190,
      grow: 3,
      render: (row) => (
        <span className="ld-orders-product">
          <Thumb url={row.thumb_url} size={28} />
          <EllipsisText text={row.product_title} />
        </span>
      ),
    },
    {
      id: 'shop',
      title: t('column.shop'),
      width: 110,
      grow: 1,
      render: (row) => <ShopName name={row.shop_name} id={row.shop_appid} />,
    },
    { id: 'channel', title: t('column.channel'), width: 96, render: (row) => <ChannelTag channel={row.channel} /> },
    { id: 'seller', title: t('column.seller'), width: 110, grow: 1, render: (row) => <Seller row={row} /> },
    {
      id: 'actual_payment_fen',
      title: t('column.actual_payment_fen'),
      width: 104,
      align: 'end',
      sort: 'actual_payment_fen',
      render: (row) => <Money fen={row.actual_payment_fen} />,
    },
    {
      id: 'service_ratio',
      title: t('column.service_ratio'),
      width: 80,
      align: 'end',
      render: (row) => <Rate ppm={row.service_ratio_ppm} />,
    },
    {
      id: 'gross',
      title: t('column.gross'),
      width: 94,
      align: 'end',
      hidden: true,
      render: (row) => <Money fen={row.service_total_fen} estimated={estimated(row)} />,
    },
    {
      id: 'platform_fee',
      title: t('column.platform_fee'),
      width: 94,
      align: 'end',
      hidden: true,
      render: (row) => <Money fen={row.platform_amount_fen} estimated={estimated(row)} />,
    },
    {
      id: 'service_amount_fen',
      title: t('column.service_amount_fen'),
      width: 94,
      align: 'end',
      sort: 'service_amount_fen',
      render: (row) => <Money fen={row.service_amount_fen} estimated={estimated(row)} />,
    },
    {
      id: 'promoter_amount',
      title: t('column.promoter_amount'),
      width: 94,
      align: 'end',
      hidden: true,
      render: (row) => <Money fen={row.promoter_amount_fen} estimated={estimated(row)} />,
    },
    {
      id: 'order_status',
      title: t('column.order_status'),
      width: 94,
      render: (row) => <OrderStatusTag code={row.order_status} />,
    },
    {
      id: 'commission_status',
      title: t('column.commission_status'),
      width: 94,
      render: (row) => <CommissionStatusTag code={row.commission_status} />,
    },
    {
      id: 'settled_at',
      title: t('column.settled_at'),
      width: 132,
      sort: 'settled_at',
      hidden: true,
      render: (row) => <Instant at={row.settled_at} />,
    },
    {
      id: 'updated_at',
      title: t('column.updated_at'),
      width: 132,
      sort: 'updated_at',
      hidden: true,
      render: (row) => <Instant at={row.updated_at} />,
    },
    {
      id: 'versions',
      title: t('column.versions'),
      width: 64,
      align: 'end',
      hidden: true,
      render: (row) => <Count of={row.versions} />,
    },
  ];
}

/** Who sold it: the promoter where there is one, else the talent. */
function Seller({ row }: { row: OrderRow }) {
  return row.promoter_appid ? (
    <PromoterName name={row.promoter_name} id={row.promoter_appid} />
  ) : (
    <PromoterName name={row.talent_name} id={row.talent_appid} />
  );
}
