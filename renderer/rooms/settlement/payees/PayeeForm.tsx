import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayeeRow } from '../../../../shared/contract/payee.ts';
import type { Fen } from '../../../../shared/money.ts';
import { useAction } from '../../../app/client/index.ts';
import { ErrorState } from '../../../parts/index.ts';
import { FenInput } from './FenInput.tsx';

/** What staff say of a payee: his name here, a note, his own minimum. */
export function PayeeForm({ payee, onClose }: { payee: PayeeRow; onClose: () => void }) {
  const { t } = useTranslation('payee');
  const { message } = App.useApp();
  const [name, setName] = useState(payee.name);
  const [note, setNote] = useState(payee.note);
  const [minimum, setMinimum] = useState<Fen | null | undefined>(payee.minimum_payout_fen);
  const save = useAction('payee.save', {
    quiet: true,
    onDone: () => {
      message.success(t('form.saved'));
      onClose();
    },
  });
  return (
    <Modal
      open
      width={480}
      title={t('form.title')}
      onCancel={onClose}
      okText={t('form.save')}
      okButtonProps={{ disabled: name.trim() === '' || minimum === undefined, loading: save.isPending }}
      onOk={() =>
        minimum !== undefined &&
        save.mutate({ payee_id: payee.payee_id, name: name.trim(), note: note.trim(), minimum_payout_fen: minimum })
      }
    >
      <div className="ld-payee-form">
        <span>{t('form.name')}</span>
        <Input
          aria-label={t('form.name')}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.target.value)}
        />
        <span>{t('form.note')}</span>
        <Input.TextArea
          aria-label={t('form.note')}
          value={note}
          maxLength={500}
          autoSize={{ minRows: 1, maxRows: 5 }}
          onChange={(event) => setNote(event.target.value)}
        />
        <span>{t('form.minimum')}</span>
        <FenInput
          name={t('form.minimum')}
          value={payee.minimum_payout_fen}
          placeholder={t('form.minimum_hint')}
          onChange={setMinimum}
        />
      </div>
      {save.error ? <ErrorState error={save.error} small /> : null}
    </Modal>
  );
}
