import { App, Input, Modal, Segmented } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PAYOUT_CHANNELS, type PayoutChannel } from '../../../../shared/contract/payee.ts';
import { useAction } from '../../../app/client/index.ts';
import { ErrorState } from '../../../parts/index.ts';

interface Props {
  payeeId: string;
  channel: PayoutChannel;
  onClose: () => void;
}

const FIELDS = ['account_name', 'account_no', 'bank', 'note'] as const;
const LONGEST = { account_name: 100, account_no: 64, bank: 100, note: 200 };

/** Enters an account, in place of the one of that channel. What is typed goes nowhere but to the service. */
export function AccountForm({ payeeId, channel: first, onClose }: Props) {
  const { t } = useTranslation('payee');
  const { message } = App.useApp();
  const [channel, setChannel] = useState(first);
  const [fields, setFields] = useState({ account_name: '', account_no: '', bank: '', note: '' });
  const save = useAction('payee.set_account', {
    quiet: true,
    onDone: () => {
      message.success(t('account.saved'));
      onClose();
    },
  });
  const whole = fields.account_name.trim() !== '' && fields.account_no.trim() !== '';
  return (
    <Modal
      open
      width={520}
      title={t('account.form_title')}
      onCancel={onClose}
      okText={t('account.save')}
      okButtonProps={{ disabled: !whole, loading: save.isPending }}
      onOk={() => save.mutate({ payee_id: payeeId, account: { channel, ...fields } })}
    >
      <div className="ld-payee-form">
        <span>{t('account.channel')}</span>
        <Segmented<PayoutChannel>
          value={channel}
          onChange={setChannel}
          options={PAYOUT_CHANNELS.map((one) => ({ value: one, label: t(`account.channels.${one}`) }))}
        />
        {FIELDS.map((field) => (
          <Fragment key={field}>
            <span>{t(`account.${field}`)}</span>
            <Input
              aria-label={t(`account.${field}`)}
              value={fields[field]}
              maxLength={LONGEST[field]}
              autoComplete="off"
              onChange={(event) => setFields({ ...fields, [field]: event.target.value })}
            />
          </Fragment>
        ))}
      </div>
      <p className="ld-faint">{t('account.sealed_note')}</p>
      {save.error ? <ErrorState error={save.error} small /> : null}
    </Modal>
  );
}
