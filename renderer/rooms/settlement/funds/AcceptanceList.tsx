import { useTranslation } from 'react-i18next';
import type { FundsOrder } from '../../../../shared/contract/funds.ts';
import { Instant, Money } from '../../../parts/index.ts';

/** Who accepted which difference and why, and who took it back. */
export function AcceptanceList({ acceptances }: { acceptances: FundsOrder['acceptances'] }) {
  const { t } = useTranslation('funds');
  return (
    <ul className="ld-funds__acceptances">
      {acceptances.map((one) => (
        <li key={`${one.of} ${one.at} ${one.difference_fen} ${one.withdrawn?.at ?? ''}`}>
          <span>
            {t(`order.of_${one.of}`)} <Money fen={one.difference_fen} />
          </span>
          <span>
            {one.by} · <Instant at={one.at} /> · {t(`accept.reasons.${one.reason}`)}
            {one.note ? ` · ${one.note}` : ''}
          </span>
          {one.withdrawn ? (
            <span className="ld-faint">
              {t('order.withdrawn', { by: one.withdrawn.by })} · <Instant at={one.withdrawn.at} />
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
