import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { OrderRow } from '../../../shared/contract/order.ts';
import { COMMISSION_STATUS } from '../../../shared/status.ts';
import { dayOf, formatInstant } from '../../../shared/time.ts';
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
      title: t('column.created_paid'),
      width: 126,
      sort: 'created_at',
      render: (row) => (
        <Two>
          <Instant at={row.created_at} />
          <PaidOn row={row} />
        </Two>
      ),
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
      width: 162,
      render: (row) => (
        <Two>
          <IdText id={row.order_id} />
          <IdText id={row.sku_id} />
        </Two>
      ),
    },
    {
      id: 'product',
      title: t('column.product_shop'),
      width: 188,
      grow: 3,
      render: (row) => (
        <span className="ld-orders-product">
          <Thumb url={row.thumb_url} size={32} />
          <Two>
            <EllipsisText text={row.product_title} />
            <ShopName name={row.shop_name} id={row.shop_appid} />
          </Two>
        </span>
      ),
    },
    {
      id: 'channel',
      title: t('column.channel_seller'),
      width: 120,
      grow: 1,
      render: (row) => (
        <Two>
          <ChannelTag channel={row.channel} />
          <Seller row={row} />
        </Two>
      ),
    },
    {
      id: 'actual_payment_fen',
      title: t('column.actual_payment_fen'),
      width: 98,
      align: 'end',
      sort: 'actual_payment_fen',
      render: (row) => <Money fen={row.actual_payment_fen} />,
    },
    {
      id: 'service_ratio',
      title: t('column.service_ratio'),
      width: 82,
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
      width: 88,
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
      width: 92,
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

/** Two lines in one cell, the second one smaller. */
function Two({ children }: { children: ReactNode }) {
  return <span className="ld-orders-two">{children}</span>;
}

/** When it was paid: only the time where that is the day it was made, which is nearly always. */
function PaidOn({ row }: { row: OrderRow }) {
  if (row.created_at !== null && row.paid_at !== null && dayOf(row.created_at) === dayOf(row.paid_at)) {
    return <span>{formatInstant(row.paid_at).slice(11)}</span>;
  }
  return <Instant at={row.paid_at} />;
}
