import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFilter } from '../../../shared/contract/order.ts';
import { useRoute } from '../../app/client/index.ts';
import { Count } from '../../parts/Count.tsx';
import { Money } from '../../parts/Money.tsx';

/** Sums over every row of the filter, read or not. While they are added up anew the old ones stay, faded. */
export function TotalsBar({ filter }: { filter: OrderFilter }) {
  const { t } = useTranslation('orders');
  const { data, isPlaceholderData, error } = useRoute('order.totals', { filter }, { keep: true });
  const figures: [string, ReactNode][] = [
    [t('total.rows'), <Count key="rows" of={data?.rows} />],
    [t('total.orders'), <Count key="orders" of={data?.orders} />],
    [t('total.paid_rows'), <Count key="paid" of={data?.paid_rows} />],
    [t('total.payment'), <Money key="payment" fen={data?.actual_payment_fen} />],
    [t('total.gross'), <Money key="gross" fen={data?.service_total_fen} />],
    [t('total.platform_fee'), <Money key="fee" fen={data?.platform_amount_fen} />],
    [t('total.net'), <Money key="net" fen={data?.service_amount_fen} />],
    [t('total.promoter'), <Money key="promoter" fen={data?.promoter_amount_fen} />],
  ];
  return (
    <section
      className={`ld-orders-totals${isPlaceholderData ? ' ld-orders-totals--stale' : ''}`}
      aria-label={t('total.label')}
      aria-busy={isPlaceholderData || (!data && !error)}
    >
      {figures.map(([name, figure]) => (
        <div key={name}>
          <span>{name}</span>
          <b>{figure}</b>
        </div>
      ))}
    </section>
  );
}
