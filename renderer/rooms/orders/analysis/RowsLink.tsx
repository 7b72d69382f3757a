import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OrderFilter } from '../../../../shared/contract/order.ts';
import type { Unix } from '../../../../shared/time.ts';
import { type Measure, measureText } from './measure.ts';
import { rowsAddress } from './rows-address.ts';

interface Behind {
  /** How many rows there are to open; none, no link. */
  rows: number;
  /** Null: a cohort with more promoters than a filter can name. */
  filter: OrderFilter | null;
  asOf: Unix | null;
}

/** A figure that opens the rows it was counted from. */
export function Figure({ text, negative = false, rows, filter, asOf }: Behind & { text: string; negative?: boolean }) {
  const { t } = useTranslation('analysis');
  if (rows === 0) return <span className="ld-faint">{text}</span>;
  if (filter === null) return <span title={t('cohorts.too_many')}>{text}</span>;
  return (
    <Link href={rowsAddress(filter, asOf)} className={`ld-figure${negative ? ' ld-figure--negative' : ''}`}>
      {text}
    </Link>
  );
}

/** The same of one measure's value. */
export function RowsLink({ value, measure, ...behind }: Behind & { value: number; measure: Measure }) {
  return <Figure {...behind} text={measureText(measure, value)} negative={value < 0} />;
}
