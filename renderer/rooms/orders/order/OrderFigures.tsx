import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../shared/contract/order.ts';
import { COMMISSION_STATUS } from '../../../../shared/status.ts';
import { Money } from '../../../parts/Money.tsx';
import { Rate } from '../../../parts/Rate.tsx';

/** The amounts of one commission order, large; marked as estimates until it is settled. */
export function OrderFigures({ order }: { order: OrderRow }) {
  const { t } = useTranslation('orders');
  const estimated = order.commission_status === COMMISSION_STATUS.unsettled;
  const figures: [string, ReactNode][] = [
    [t('detail.figure.payment'), <Money key="payment" fen={order.actual_payment_fen} />],
    [t('detail.figure.ratio'), <Rate key="ratio" ppm={order.service_ratio_ppm} />],
    [t('detail.figure.gross'), <Money key="gross" fen={order.service_total_fen} estimated={estimated} />],
    [t('detail.figure.fee'), <Money key="fee" fen={order.platform_amount_fen} estimated={estimated} />],
    [t('detail.figure.service'), <Money key="service" fen={order.service_amount_fen} estimated={estimated} />],
    [t('detail.figure.owed'), <Money key="owed" fen={order.owed_fen} estimated={estimated} />],
    [t('detail.figure.net'), <Money key="net" fen={order.net_fen} estimated={estimated} />],
  ];
  return (
    <>
      <dl className="ld-order-figures">
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      {estimated ? <p className="ld-order-hint">{t('detail.estimated')}</p> : null}
    </>
  );
}
