import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../shared/contract/order.ts';
import { COMMISSION_STATUS } from '../../../../shared/status.ts';
import type { Unix } from '../../../../shared/time.ts';
import { useRoute } from '../../../app/client/index.ts';
import {
  ChannelTag,
  CommissionStatusTag,
  FactList,
  IdText,
  Instant,
  Money,
  OrderStatusTag,
  PromoterName,
  Rate,
  ReviewStateTag,
  ShopName,
  StaffNote,
  TagList,
} from '../../../parts/index.ts';
import { Thumb } from '../../../parts/Thumb.tsx';
import { Findings } from './Findings.tsx';
import { findingsOf } from './findings.ts';
import { NearbyOrders } from './NearbyOrders.tsx';
import { ReviewTrail } from './ReviewTrail.tsx';
import { useNearby, useRested } from './use-nearby.ts';

/** One order as a reviewer needs it: what it is worth, ours against the platform's, why it waits, what is around it. */
export function ReviewOrder({ order, asOf }: { order: OrderRow; asOf: Unix | null }) {
  const { t } = useTranslation('review');
  const key = { order_id: order.order_id, sku_id: order.sku_id };
  const rested = useRested(`${order.order_id}/${order.sku_id}`);
  const page = useRoute('order.get', { ...key, ...(asOf === null ? {} : { as_of: asOf }) }, { enabled: rested });
  const nearby = useNearby(order, asOf, rested);
  const estimated = order.commission_status === COMMISSION_STATUS.unsettled;
  return (
    <article className="ld-review-order" aria-label={t('order.label', { id: order.order_id })}>
      <header className="ld-review-order__head">
        <Thumb url={order.thumb_url} size={44} />
        <div className="ld-review-order__title">
          <h2>{order.product_title ?? order.product_id ?? t('order.untitled')}</h2>
          <div className="ld-review-order__tags">
            <ReviewStateTag state={order.review_state} reason={order.review_reason} />
            <OrderStatusTag code={order.order_status} />
            <CommissionStatusTag code={order.commission_status} />
            <TagList tags={order.tags} most={4} />
          </div>
        </div>
        <IdText id={order.order_id} />
      </header>
      <dl className="ld-review-order__figures">
        <Figure name={t('figure.payment')}>
          <Money fen={order.actual_payment_fen} />
        </Figure>
        <Figure name={t('figure.rate')}>
          <Rate ppm={order.service_ratio_ppm} />
        </Figure>
        <Figure name={t('figure.expected')}>
          <Money fen={order.expected_fen} />
        </Figure>
        <Figure name={t('figure.platform')}>
          <Money fen={order.service_amount_fen} estimated={estimated} />
        </Figure>
        <Figure name={t('figure.difference')} strong={Boolean(order.difference_fen)}>
          <Money fen={order.difference_fen} />
        </Figure>
        <Figure name={t('figure.net')}>
          <Money fen={order.net_fen} estimated={estimated} />
        </Figure>
      </dl>
      <Findings order={order} findings={findingsOf(order, nearby)} events={page.data?.events ?? []} />
      <div className="ld-review-order__columns">
        <section>
          <h3>{t('order.facts')}</h3>
          <FactList
            facts={[
              [t('fact.shop'), <ShopName key="shop" name={order.shop_name} id={order.shop_appid} />],
              [t('fact.channel'), <ChannelTag key="channel" channel={order.channel} />],
              ...(order.promoter_appid
                ? ([
                    [
                      t('fact.promoter'),
                      <PromoterName key="promoter" name={order.promoter_name} id={order.promoter_appid} />,
                    ],
                    [
                      t('fact.promoter_share'),
                      <span key="share" className="ld-review-pair">
                        <Rate ppm={order.promoter_ratio_ppm} />
                        <Money fen={order.promoter_amount_fen ?? order.owed_fen} />
                      </span>,
                    ],
                  ] as [string, ReactNode][])
                : []),
              ...(order.talent_name ? ([[t('fact.talent'), order.talent_name]] as [string, ReactNode][]) : []),
              [t('fact.created'), <Instant key="created" at={order.created_at} />],
              [t('fact.paid'), <Instant key="paid" at={order.paid_at} />],
              [t('fact.settled'), <Instant key="settled" at={order.settled_at} />],
            ]}
          />
        </section>
        <NearbyOrders order={order} nearby={nearby} />
      </div>
      {page.data && page.data.notes.length > 0 ? (
        <section className="ld-review-order__notes">
          <h3>{t('order.notes')}</h3>
          {page.data.notes.map((note) => (
            <StaffNote key={note.note_id} staff={note.written_by} at={note.written_at}>
              {note.text}
            </StaffNote>
          ))}
        </section>
      ) : null}
      {page.data && page.data.events.length > 0 ? <ReviewTrail events={page.data.events} /> : null}
    </article>
  );
}

function Figure({ name, strong = false, children }: { name: string; strong?: boolean; children: ReactNode }) {
  return (
    <div className={strong ? 'ld-review-figure--strong' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
