import { useTranslation } from 'react-i18next';
import type { OrderPage } from '../../../../shared/contract/order.ts';
import type { OpenOrder } from '../open-order.ts';
import { OrderFacts } from './OrderFacts.tsx';
import { OrderLinks } from './OrderLinks.tsx';
import { RefundFacts } from './RefundFacts.tsx';
import { Section } from './Section.tsx';
import { SiblingRows } from './SiblingRows.tsx';

/** What was sold, by whom and when, what came back of it, and where more of the same is. */
export function FactsSection({ page, onOpen }: { page: OrderPage; onOpen: (order: OpenOrder) => void }) {
  const { t } = useTranslation('orders');
  const { order, siblings } = page;
  return (
    <Section name="facts" title={t('detail.section.facts')}>
      {order.refunded ? <RefundFacts order={order} /> : null}
      <OrderFacts order={order} />
      <OrderLinks order={order} />
      {siblings.length ? (
        <>
          <h3>{t('detail.siblings', { count: siblings.length })}</h3>
          <SiblingRows rows={siblings} onOpen={onOpen} />
        </>
      ) : null}
    </Section>
  );
}
