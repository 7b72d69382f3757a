import { App, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fen } from '../../../../shared/money.ts';
import { useAction, useRoute } from '../../../app/client/index.ts';
import { ErrorState, Loaded } from '../../../parts/index.ts';
import { FenInput } from './FenInput.tsx';

/** The least the institution pays out at once, for payees without a minimum of their own. */
export function MinimumDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('payee');
  const { message } = App.useApp();
  const present = useRoute('payee.minimum', {});
  const [minimum, setMinimum] = useState<Fen | null | undefined>(undefined);
  const save = useAction('payee.minimum', {
    quiet: true,
    onDone: () => {
      message.success(t('minimum.saved'));
      onClose();
    },
  });
  return (
    <Modal
      open
      width={480}
      title={t('minimum.title')}
      onCancel={onClose}
      okText={t('minimum.save')}
      okButtonProps={{ disabled: minimum === undefined, loading: save.isPending }}
      onOk={() => minimum !== undefined && save.mutate({ minimum_payout_fen: minimum ?? 0 })}
    >
      <p>{t('minimum.does')}</p>
      <Loaded query={present} lines={1}>
        {({ minimum_payout_fen }) => (
          <div className="ld-payee-form">
            <span>{t('minimum.amount')}</span>
            <FenInput name={t('minimum.amount')} value={minimum_payout_fen} onChange={setMinimum} />
          </div>
        )}
      </Loaded>
      {save.error ? <ErrorState error={save.error} small /> : null}
    </Modal>
  );
}
