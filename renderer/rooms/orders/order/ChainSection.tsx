import { useTranslation } from 'react-i18next';
import type { OrderPage } from '../../../../shared/contract/order.ts';
import { ChainChecks } from './ChainChecks.tsx';
import { MoneyChain } from './MoneyChain.tsx';
import { Section } from './Section.tsx';

export function ChainSection({ page }: { page: OrderPage }) {
  const { t } = useTranslation('orders');
  return (
    <Section name="chain" title={t('detail.section.chain')} extra={t(`detail.role_long.${page.order.role}`)}>
      <MoneyChain chain={page.chain} owed={page.order.owed_fen} />
      <ChainChecks checks={page.checks} role={page.order.role} />
    </Section>
  );
}
