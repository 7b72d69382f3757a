import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayoutItem } from '../../../../shared/contract/payout.ts';
import type { Fen } from '../../../../shared/money.ts';
import { useAction } from '../../../app/client/index.ts';
import { ErrorState, FactList, Money } from '../../../parts/index.ts';
import { FenInput } from '../payees/FenInput.tsx';
import { PayeeName } from '../payees/PayeeName.tsx';

interface Props {
  batchId: number;
  item: PayoutItem;
  onClose: () => void;
}

/** What became of one payment, by hand: all of it, a part, or nothing. */
export function RecordDialog({ batchId, item, onClose }: Props) {
  const { t } = useTranslation('payout');
  const { message } = App.useApp();
  const first = item.state === 'waiting' ? item.amount_fen : item.paid_fen;
  const [paid, setPaid] = useState<Fen | null | undefined>(first);
  const [reference, setReference] = useState(item.reference);
  const [failure, setFailure] = useState(item.failure);
  const record = useAction('payout.record', {
    quiet: true,
    onDone: () => {
      message.success(t('record.done'));
      onClose();
    },
  });
  const whole = typeof paid === 'number' && paid <= item.amount_fen;
  return (
    <Modal
      open
      width={480}
      title={t('record.title')}
      onCancel={onClose}
      okText={t('record.save')}
      okButtonProps={{ disabled: !whole, loading: record.isPending }}
      onOk={() =>
        typeof paid === 'number' &&
        record.mutate({
          batch_id: batchId,
          payee_id: item.payee_id,
          paid_fen: paid,
          reference: reference.trim(),
          failure: failure.trim(),
        })
      }
    >
      <FactList
        facts={[
          [t('column.payee'), <PayeeName key="payee" id={item.payee_id} name={item.name} />],
          [t('record.due'), <Money key="due" fen={item.amount_fen} sign />],
        ]}
      />
      <div className="ld-payee-form">
        <span>{t('record.paid')}</span>
        <FenInput name={t('record.paid')} value={first} placeholder={t('record.paid_hint')} onChange={setPaid} />
        <span>{t('record.reference')}</span>
        <Input
          aria-label={t('record.reference')}
          value={reference}
          maxLength={100}
          onChange={(event) => setReference(event.target.value)}
        />
        <span>{t('record.failure')}</span>
        <Input
          aria-label={t('record.failure')}
          value={failure}
          maxLength={200}
          onChange={(event) => setFailure(event.target.value)}
        />
      </div>
      <p className="ld-faint">{t('record.paid_hint')}</p>
      {record.error ? <ErrorState error={record.error} small /> : null}
    </Modal>
  );
}
