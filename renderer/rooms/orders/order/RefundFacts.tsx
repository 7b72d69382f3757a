import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../shared/contract/order.ts';
import { COMMISSION_STATUS } from '../../../../shared/status.ts';
import { Instant } from '../../../parts/Instant.tsx';
import { Money } from '../../../parts/Money.tsx';
import { Tag } from '../../../parts/Tag.tsx';

/** How much came back, when that was first seen, and whether the commission behind it is over. */
export function RefundFacts({ order }: { order: OrderRow }) {
  const { t } = useTranslation('orders');
  const { peak_payment_fen: peak, actual_payment_fen: payment, commission_status: status } = order;
  // First read after the refund: what was paid is no longer stated.
  const unknown = peak === 0 && payment === 0;
  const back = peak === null || payment === null || unknown ? null : peak - payment;
  const state =
    status === COMMISSION_STATUS.settled ? 'settled' : status === COMMISSION_STATUS.cancelled ? 'cancelled' : 'open';
  return (
    <dl className="ld-refund">
      <div>
        <dt>{t('detail.refund.back')}</dt>
        <dd>
          <b>
            <Money fen={back} />
          </b>
        </dd>
      </div>
      <div>
        <dt>{t('detail.refund.payment')}</dt>
        <dd>
          <Money fen={peak} /> → <Money fen={payment} />
        </dd>
      </div>
      <div>
        <dt>{t('detail.refund.seen')}</dt>
        <dd>
          <Instant at={order.refunded_at} />
        </dd>
      </div>
      <div>
        <dt>{t('detail.refund.commission')}</dt>
        <dd>
          <Tag tone={state === 'open' ? 'warn' : state === 'settled' ? 'bad' : 'quiet'}>
            {t(`detail.refund.state.${state}`)}
          </Tag>
        </dd>
      </div>
      {/* All was refunded, and the amounts still stand: the platform says so of orders settled before. */}
      {unknown ? <p className="ld-order-hint">{t('detail.refund.unknown')}</p> : null}
      {back === 0 ? <p className="ld-order-hint">{t('detail.refund.standing')}</p> : null}
    </dl>
  );
}
