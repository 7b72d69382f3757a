import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../app/client/index.ts';
import { ErrorState } from '../../../parts/index.ts';

/** Gives a batch up; the reason stays with it. */
export function CancelDialog({ batchId, onClose }: { batchId: number; onClose: () => void }) {
  const { t } = useTranslation('payout');
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const cancel = useAction('payout.cancel', {
    quiet: true,
    onDone: () => {
      message.success(t('cancel.done', { batch: batchId }));
      onClose();
    },
  });
  return (
    <Modal
      open
      width={480}
      title={t('cancel.title', { batch: batchId })}
      onCancel={onClose}
      okText={t('cancel.confirm')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: cancel.isPending }}
      onOk={() => cancel.mutate({ batch_id: batchId, reason: reason.trim() })}
    >
      <p>{t('cancel.does')}</p>
      <Input.TextArea
        aria-label={t('cancel.reason')}
        placeholder={t('cancel.reason')}
        value={reason}
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 6 }}
        onChange={(event) => setReason(event.target.value)}
      />
      {cancel.error ? <ErrorState error={cancel.error} small /> : null}
    </Modal>
  );
}
