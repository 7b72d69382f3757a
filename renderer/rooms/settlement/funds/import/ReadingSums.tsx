import { useTranslation } from 'react-i18next';
import type { ImportReading } from '../../../../../shared/contract/import.ts';
import { FactList, formatCount, Money } from '../../../../parts/index.ts';

/** What of a file counts, what is kept beside and what is left out. */
export function ReadingSums({ reading }: { reading: ImportReading }) {
  const { t } = useTranslation('funds');
  const types = reading.other_types.map(({ type, rows }) => `${type || t('import.no_type')} ${formatCount(rows)}`);
  return (
    <FactList
      facts={[
        [
          t('import.counted'),
          t('import.counted_rows', { rows: formatCount(reading.counted_rows), orders: formatCount(reading.orders) }),
        ],
        [t('import.amount'), <Money key="amount" fen={reading.amount_fen} />],
        ...(reading.other_rows > 0
          ? [
              [
                t('import.other'),
                `${t('import.rows', { count: reading.other_rows })}${types.length ? ` · ${types.join(' · ')}` : ''}`,
              ] as const,
            ]
          : []),
        ...(reading.refused_rows > 0
          ? [[t('import.refused'), t('import.rows', { count: reading.refused_rows })] as const]
          : []),
      ]}
    />
  );
}
