import { HistoryOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unix } from '../../../../shared/time.ts';
import { Instant } from '../../../parts/Instant.tsx';

/** Says that what stands below is what was known then. */
export function ThenBanner({ at, action }: { at: Unix; action: ReactNode }) {
  const { t } = useTranslation('orders');
  return (
    <div className="ld-banner ld-order-then" role="status">
      <HistoryOutlined aria-hidden />
      <b>{t('detail.past.title')}</b>
      <Instant at={at} as="second" />
      <span>{t('detail.past.hint')}</span>
      <span className="ld-banner__end">{action}</span>
    </div>
  );
}
