import { useTranslation } from 'react-i18next';
import type { OrderPage } from '../../../../shared/contract/order.ts';
import { OrderEvents } from './OrderEvents.tsx';
import { OrderNotes } from './OrderNotes.tsx';
import { Section } from './Section.tsx';

/** What staff said and decided. */
export function ReviewSection({ page, past }: { page: OrderPage; past: boolean }) {
  const { t } = useTranslation('orders');
  return (
    <Section name="review" title={t('detail.section.review')} extra={past ? t('detail.past.read_only') : undefined}>
      <div className="ld-order-columns">
        <OrderNotes order={page.order} notes={page.notes} past={past} />
        <OrderEvents events={page.events} />
      </div>
    </Section>
  );
}
