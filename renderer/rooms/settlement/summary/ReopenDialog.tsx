import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../app/client/index.ts';
import { ErrorState } from '../../../parts/index.ts';

/** Opens a closed month again; the reason stays with the closing that no longer counts. */
export function ReopenDialog({ period, onClose }: { period: string; onClose: () => void }) {
  const { t } = useTranslation('settlement');
  const [reason, setReason] = useState('');
  const reopen = useAction('settlement.reopen', { quiet: true, onDone: onClose });
  return (
    <Modal
      open
      width={480}
      title={t('reopen.title', { period })}
      onCancel={onClose}
      okText={t('reopen.confirm')}
      okButtonProps={{ disabled: reason.trim() === '', loading: reopen.isPending }}
      onOk={() => reopen.mutate({ period, reason: reason.trim() })}
    >
      <p className="ld-reopen-does">{t('reopen.does')}</p>
      <Input.TextArea
        aria-label={t('reopen.reason')}
        placeholder={t('reopen.reason')}
        value={reason}
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 6 }}
        onChange={(event) => setReason(event.target.value)}
      />
      {reopen.error ? <ErrorState error={reopen.error} small /> : null}
    </Modal>
  );
}
