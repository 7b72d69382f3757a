import type { TFunction } from 'i18next';
import type { PromoterRow } from '../../../shared/contract/promoter.ts';
import { type Column, Count, IdText, Instant, Money, PayerTag, PromoterName } from '../../parts/index.ts';
import { Avatar } from './Avatar.tsx';
import { PromoterSplit } from './PromoterSplit.tsx';

export function promoterColumns(t: TFunction<'promoters'>): Column<PromoterRow>[] {
  return [
    {
      id: 'name',
      title: t('column.promoter'),
      width: 200,
      grow: 2,
      sort: 'name',
      render: (row) => (
        <span className="ld-products-cell">
          <Avatar url={row.avatar_url} name={row.name} />
          <span className="ld-products-two">
            <PromoterName name={row.name} id={row.promoter_appid} />
            <small>
              <IdText id={row.promoter_appid} />
            </small>
          </span>
        </span>
      ),
    },
    { id: 'payer', title: t('column.payer'), width: 92, render: (row) => <PayerTag code={row.payer} /> },
    {
      id: 'ratio',
      title: t('column.ratio'),
      width: 92,
      align: 'end',
      render: (row) => <PromoterSplit promoter={row} />,
    },
    {
      id: 'bound_at',
      title: t('column.bound_at'),
      width: 104,
      sort: 'bound_at',
      render: (row) => <Instant at={row.bound_at} as="day" />,
    },
    {
      id: 'orders_30d',
      title: t('column.orders_30d'),
      width: 104,
      align: 'end',
      sort: 'orders_30d',
      render: (row) => <Count of={row.orders_30d} />,
    },
    {
      id: 'actual_payment_30d',
      title: t('column.actual_payment_30d'),
      width: 148,
      align: 'end',
      sort: 'actual_payment_30d',
      render: (row) => <Money fen={row.actual_payment_30d_fen} />,
    },
    {
      id: 'promoter_amount_30d',
      title: t('column.promoter_amount_30d'),
      width: 136,
      align: 'end',
      render: (row) => <Money fen={row.promoter_amount_30d_fen} />,
    },
    {
      id: 'last_order_at',
      title: t('column.last_order_at'),
      width: 136,
      sort: 'last_order_at',
      render: (row) => <Instant at={row.last_order_at} />,
    },
  ];
}
