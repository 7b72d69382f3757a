import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../shared/contract/order.ts';
import { Count } from '../../../parts/Count.tsx';
import { FactList } from '../../../parts/FactList.tsx';
import { IdText } from '../../../parts/IdText.tsx';
import { Instant } from '../../../parts/Instant.tsx';
import { PromoterName, ShopName } from '../../../parts/PartyName.tsx';
import { PlanTypeTag } from '../../../parts/StatusTag.tsx';
import { Tag } from '../../../parts/Tag.tsx';

type Fact = [string, ReactNode];

/** Who and what on the left, when on the right; what the reply does not have has no line. */
export function OrderFacts({ order }: { order: OrderRow }) {
  const { t } = useTranslation('orders');
  const source = useSourceWord();
  const who: Fact[] = [
    [
      t('detail.shop'),
      <Named key="shop" name={<ShopName name={order.shop_name} id={order.shop_appid} />} id={order.shop_appid} />,
    ],
    [t('detail.product_id'), <IdText key="product" id={order.product_id} />],
    [t('detail.product_count'), <Count key="count" of={order.product_count} />],
  ];
  if (order.plan_type !== null) who.push([t('detail.plan'), <PlanTypeTag key="plan" code={order.plan_type} />]);
  if (order.promoter_appid !== null)
    who.push([
      t('chain.role.promoter'),
      <Named
        key="promoter"
        name={<PromoterName name={order.promoter_name} id={order.promoter_appid} />}
        id={order.promoter_appid}
      />,
    ]);
  if (order.talent_key !== null)
    who.push([
      t('chain.role.talent'),
      <Named
        key="talent"
        name={<PromoterName name={order.talent_name} id={order.talent_key} />}
        id={order.talent_appid}
      />,
    ]);
  if (order.source !== null)
    who.push([t('detail.source'), [source(order.source), order.source_name].filter(Boolean).join(' · ')]);
  if (order.promotion_type !== null) who.push([t('detail.promotion_type'), String(order.promotion_type)]);
  if (order.buyer_id !== null)
    who.push([
      t('detail.buyer'),
      <span key="buyer" className="ld-order-named">
        <IdText id={order.buyer_id} />
        {order.self_purchase ? <Tag tone="warn">{t('detail.self_purchase')}</Tag> : null}
      </span>,
    ]);
  const when: Fact[] = [
    [t('detail.time.created'), <Instant key="created" at={order.created_at} as="second" />],
    [t('detail.time.paid'), <Instant key="paid" at={order.paid_at} as="second" />],
    [t('detail.time.settled'), <Instant key="settled" at={order.settled_at} as="second" />],
    [t('detail.updated'), <Instant key="updated" at={order.updated_at} as="second" />],
    [t('detail.first_seen'), <Instant key="first" at={order.first_seen_at} as="second" />],
    [t('detail.last_read'), <Instant key="last" at={order.last_read_at} as="second" />],
  ];
  return (
    <div className="ld-order-facts">
      <FactList facts={who} />
      <FactList facts={when} />
    </div>
  );
}

function Named({ name, id }: { name: ReactNode; id: string | null }) {
  return (
    <span className="ld-order-named">
      {name}
      {id === null ? null : <IdText id={id} />}
    </span>
  );
}

const SOURCES = ['channels_account', 'official_account', 'talent'] as const;

/** The account that was spread; one nobody has named keeps the platform's field name. */
function useSourceWord(): (source: string) => string {
  const { t } = useTranslation('orders');
  return (source) => {
    const known = SOURCES.find((one) => one === source);
    return known ? t(`detail.source_word.${known}`) : source.replace(/^unknown:/, '');
  };
}
