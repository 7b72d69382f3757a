import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerEntry, PayeeRow } from '../../../../shared/contract/payee.ts';
import type { Fen } from '../../../../shared/money.ts';
import { useAction } from '../../../app/client/index.ts';
import { ErrorState, FactList, Money } from '../../../parts/index.ts';
import { debtAt } from './debt.ts';
import { FenInput } from './FenInput.tsx';
import { PayeeName } from './PayeeName.tsx';

interface Props {
  payee: PayeeRow;
  period: string;
  entries: readonly LedgerEntry[];
  onClose: () => void;
}

/** Gives up a debt as it stands at the end of a closed month and since; the reason goes with it for good. */
export function WriteOffDialog({ payee, period, entries, onClose }: Props) {
  const { t } = useTranslation('payee');
  const { message } = App.useApp();
  const debt = debtAt(entries, period);
  const [amount, setAmount] = useState<Fen | null | undefined>(debt);
  const [reason, setReason] = useState('');
  const writeOff = useAction('payee.write_off', {
    quiet: true,
    onDone: () => {
      message.success(t('write_off.done'));
      onClose();
    },
  });
  const ready = Boolean(amount) && reason.trim() !== '';
  return (
    <Modal
      open
      width={480}
      title={t('write_off.title', { period })}
      onCancel={onClose}
      okText={t('write_off.confirm')}
      okButtonProps={{ danger: true, disabled: !ready, loading: writeOff.isPending }}
      onOk={() =>
        amount && writeOff.mutate({ payee_id: payee.payee_id, period, amount_fen: amount, reason: reason.trim() })
      }
    >
      <p>{t('write_off.does')}</p>
      <FactList
        facts={[
          [t('detail.title'), <PayeeName key="name" id={payee.payee_id} name={payee.name} />],
          [t('write_off.debt'), <Money key="debt" fen={debt} sign />],
        ]}
      />
      <div className="ld-payee-form">
        <span>{t('write_off.amount')}</span>
        <FenInput name={t('write_off.amount')} value={debt} onChange={setAmount} />
        <span>{t('write_off.reason')}</span>
        <Input.TextArea
          aria-label={t('write_off.reason')}
          value={reason}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      {writeOff.error ? <ErrorState error={writeOff.error} small /> : null}
    </Modal>
  );
}
