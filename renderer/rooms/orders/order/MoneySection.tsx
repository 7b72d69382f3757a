import { useTranslation } from 'react-i18next';
import type { OrderPage } from '../../../../shared/contract/order.ts';
import { OrderFigures } from './OrderFigures.tsx';
import { RuleLadder } from './RuleLadder.tsx';
import { Section } from './Section.tsx';
import { ServiceLedger } from './ServiceLedger.tsx';

/** What it is worth: the platform's figures, ours beside them, and what the promoter is owed and why. */
export function MoneySection({ page }: { page: OrderPage }) {
  const { t } = useTranslation('orders');
  const { order, checks, rule } = page;
  return (
    <Section name="money" title={t('detail.section.money')}>
      <OrderFigures order={order} />
      <div className="ld-order-columns">
        <ServiceLedger order={order} checks={checks} />
        <RuleLadder order={order} rule={rule} />
      </div>
    </Section>
  );
}
