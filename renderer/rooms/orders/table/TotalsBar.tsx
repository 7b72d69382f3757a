import { useTranslation } from 'react-i18next';
import type { OrderTotals } from '../../../../shared/contract/order.ts';
import { SumButton } from './SumButton.tsx';
import { COUNTS, type SumKey } from './totals.ts';

interface Props {
  totals: OrderTotals | undefined;
  /** The sums are of the question before. */
  stale: boolean;
  /** Sums whose column is not shown: they stand here instead. */
  sums: readonly SumKey[];
}

/** Counts over every row of the filter, read or not, and the sums that have no column to stand under. */
export function TotalsBar({ totals, stale, sums }: Props) {
  const { t } = useTranslation('orders');
  return (
    <section
      className={`ld-orders-totals${stale ? ' ld-orders-totals--stale' : ''}`}
      aria-label={t('total.label')}
      aria-busy={stale || !totals}
    >
      {COUNTS.map((key) => (
        <div key={key} data-total={key}>
          <span>{t(`total.${key}`)}</span>
          <SumButton name={t(`total.${key}`)} count={totals?.[key]} />
        </div>
      ))}
      {sums.map((key) => (
        <div key={key} data-total={key}>
          <span>{t(`column.${key}`)}</span>
          <SumButton name={t(`column.${key}`)} fen={totals?.[key]} />
        </div>
      ))}
      {totals?.deriving ? (
        <p className="ld-orders-deriving" role="status">
          {t('total.deriving')}
        </p>
      ) : null}
    </section>
  );
}
