import type { TFunction } from 'i18next';
import type { QuarantineRow } from '../../../../shared/contract/sync.ts';
import { type Column, Count, IdText, Instant } from '../../../parts/index.ts';
import { Age, NextTry, Reason } from './QuarantineCells.tsx';
import { RetryCell } from './RetryCell.tsx';

/** What a try of one key gave: in the books now, or why still not. */
export type RetryOutcome = { read: true } | { read: false; reason: string | null };

export function quarantineColumns(
  t: TFunction<'sync'>,
  outcomeOf: (row: QuarantineRow) => RetryOutcome | null,
  tell: (row: QuarantineRow, outcome: RetryOutcome) => void,
): Column<QuarantineRow>[] {
  return [
    {
      id: 'order',
      title: `${t('quarantine.order')} / ${t('quarantine.sku')}`,
      width: 190,
      render: (row) => (
        <div className="ld-two-lines">
          <IdText id={row.order_id} />
          <IdText id={row.sku_id} />
        </div>
      ),
    },
    {
      id: 'reason',
      title: t('quarantine.reason'),
      width: 200,
      grow: 1,
      render: (row) => <Reason code={row.reason} />,
    },
    { id: 'age', title: t('quarantine.since'), width: 90, align: 'end', render: (row) => <Age since={row.since} /> },
    {
      id: 'tries',
      title: t('quarantine.tries'),
      width: 64,
      align: 'end',
      render: (row) => <Count of={row.tries} />,
    },
    { id: 'last', title: t('quarantine.last_try'), width: 136, render: (row) => <Instant at={row.last_try_at} /> },
    { id: 'next', title: t('quarantine.next_try'), width: 136, render: (row) => <NextTry at={row.next_try_at} /> },
    {
      id: 'retry',
      title: '',
      width: 176,
      render: (row) => <RetryCell row={row} outcome={outcomeOf(row)} onOutcome={(outcome) => tell(row, outcome)} />,
    },
  ];
}
