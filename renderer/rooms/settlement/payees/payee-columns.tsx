import type { TFunction } from 'i18next';
import type { PayeeRow } from '../../../../shared/contract/payee.ts';
import { Absent, type Column, Count, EllipsisText, Money } from '../../../parts/index.ts';
import { PayeeName } from './PayeeName.tsx';

/** Payees apart from any month. */
export function payeeColumns(t: TFunction<'payee'>): Column<PayeeRow>[] {
  return [
    {
      id: 'name',
      title: t('column.name'),
      width: 200,
      grow: 1,
      render: (row) => <PayeeName id={row.payee_id} name={row.name} />,
    },
    {
      id: 'promoters',
      title: t('column.promoters'),
      width: 72,
      align: 'end',
      render: (row) => <Count of={row.promoters.length} />,
    },
    {
      id: 'accounts',
      title: t('column.accounts'),
      width: 200,
      render: ({ accounts }) =>
        accounts.length === 0 ? (
          <Absent />
        ) : (
          <EllipsisText
            text={accounts.map(({ channel, hint }) => `${t(`account.channels.${channel}`)} …${hint}`).join(' · ')}
          />
        ),
    },
    {
      id: 'minimum',
      title: t('column.minimum'),
      width: 110,
      align: 'end',
      render: (row) => <Money fen={row.minimum_payout_fen} />,
    },
    {
      id: 'balance',
      title: t('column.balance'),
      width: 120,
      align: 'end',
      render: (row) => <Money fen={row.balance_fen} />,
    },
  ];
}
