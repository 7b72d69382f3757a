import { Button } from 'antd';
import type { TFunction } from 'i18next';
import type { PayoutItem } from '../../../../shared/contract/payout.ts';
import { type Column, EllipsisText, IdText, Instant, Money, Tag } from '../../../parts/index.ts';
import { PayeeName } from '../payees/PayeeName.tsx';
import { ITEM_TONE } from './batch-tone.ts';

interface Shown {
  t: TFunction<'payout'>;
  /** The batch is approved and not cancelled. */
  takesResults: boolean;
  onRecord: (item: PayoutItem) => void;
  onOpen: (batch: number) => void;
}

export function itemColumns({ t, takesResults, onRecord, onOpen }: Shown): Column<PayoutItem>[] {
  return [
    {
      id: 'payee',
      title: t('column.payee'),
      width: 170,
      grow: 1,
      render: (item) => <PayeeName id={item.payee_id} name={item.name} />,
    },
    { id: 'account', title: t('column.account'), width: 76, render: ({ hint }) => `…${hint}` },
    {
      id: 'remark',
      title: t('column.remark'),
      hint: t('hint.remark'),
      width: 96,
      render: ({ remark }) => <IdText id={remark} />,
    },
    {
      id: 'amount',
      title: t('column.amount'),
      width: 104,
      align: 'end',
      render: ({ amount_fen }) => <Money fen={amount_fen} />,
    },
    {
      id: 'paid',
      title: t('column.paid'),
      width: 104,
      align: 'end',
      render: ({ state, paid_fen }) => <Money fen={state === 'waiting' ? null : paid_fen} />,
    },
    {
      id: 'state',
      title: t('column.state'),
      width: 92,
      render: ({ state }) => <Tag tone={ITEM_TONE[state]}>{t(`item_state.${state}`)}</Tag>,
    },
    {
      id: 'reference',
      title: t('column.reference'),
      width: 150,
      grow: 1,
      render: (item) => <ResultWords item={item} t={t} onOpen={onOpen} />,
    },
    { id: 'at', title: t('column.at'), width: 136, render: ({ paid_at }) => <Instant at={paid_at} /> },
    {
      id: 'record',
      title: '',
      width: 80,
      render: (item) =>
        takesResults && item.retried_by === null ? (
          <Button size="small" type="text" onClick={() => onRecord(item)}>
            {t(item.state === 'waiting' ? 'record.button' : 'record.correct')}
          </Button>
        ) : null,
    },
  ];
}

function ResultWords({ item, t, onOpen }: { item: PayoutItem } & Pick<Shown, 't' | 'onOpen'>) {
  const { reference, failure, retried_by } = item;
  return (
    <span className="ld-payee-name">
      <EllipsisText text={[reference, failure].filter((text) => text !== '').join(' · ') || '—'} />
      {retried_by === null ? null : (
        <small>
          <button type="button" className="ld-link" onClick={() => onOpen(retried_by)}>
            {t('retry.by', { batch: retried_by })}
          </button>
        </small>
      )}
    </span>
  );
}
