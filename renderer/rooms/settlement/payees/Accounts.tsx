import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  PAYOUT_CHANNELS,
  type PayeeRow,
  type PayoutAccount,
  type PayoutChannel,
} from '../../../../shared/contract/payee.ts';
import { useAction } from '../../../app/client/index.ts';
import { ErrorState, FactList, IdText } from '../../../parts/index.ts';
import { AccountForm } from './AccountForm.tsx';

/** Where a payee is paid to: only the end of a number is shown until somebody asks for it, which is written down. */
export function Accounts({ payee }: { payee: PayeeRow }) {
  const { t } = useTranslation('payee');
  const [entering, setEntering] = useState<PayoutChannel | null>(null);
  const free = PAYOUT_CHANNELS.find((channel) => !payee.accounts.some((account) => account.channel === channel));
  return (
    <section>
      <h3>
        {t('account.title')}
        {free ? (
          <Button size="small" onClick={() => setEntering(free)}>
            {t('account.add')}
          </Button>
        ) : null}
      </h3>
      {payee.accounts.length === 0 ? <p className="ld-faint">{t('account.none')}</p> : null}
      <ul className="ld-accounts">
        {payee.accounts.map((account) => (
          <Account
            key={account.channel}
            payeeId={payee.payee_id}
            account={account}
            onReplace={() => setEntering(account.channel)}
          />
        ))}
      </ul>
      {entering ? <AccountForm payeeId={payee.payee_id} channel={entering} onClose={() => setEntering(null)} /> : null}
    </section>
  );
}

interface Props {
  payeeId: string;
  account: PayeeRow['accounts'][number];
  onReplace: () => void;
}

function Account({ payeeId, account: { channel, hint }, onReplace }: Props) {
  const { t } = useTranslation('payee');
  const { message } = App.useApp();
  // Gone with the drawer: an opened account is kept nowhere else in the page.
  const [opened, setOpened] = useState<PayoutAccount | null>(null);
  const show = useAction('payee.account', { quiet: true, onDone: setOpened });
  const remove = useAction('payee.remove_account', { onDone: () => message.success(t('account.removed')) });
  const which = { payee_id: payeeId, channel };
  return (
    <li>
      <div className="ld-account">
        <b>{t(`account.channels.${channel}`)}</b>
        <span>{t('account.ends', { hint })}</span>
        <span className="ld-account__ways">
          {opened ? (
            <Button size="small" type="text" onClick={() => setOpened(null)}>
              {t('account.hide')}
            </Button>
          ) : (
            <Button
              size="small"
              type="text"
              title={t('account.shown_note')}
              loading={show.isPending}
              onClick={() => show.mutate(which)}
            >
              {t('account.show')}
            </Button>
          )}
          <Button size="small" type="text" onClick={onReplace}>
            {t('account.replace')}
          </Button>
          <Popconfirm
            title={t('account.remove_sure')}
            description={t('account.remove_text')}
            okText={t('account.remove')}
            okButtonProps={{ danger: true }}
            onConfirm={() => remove.mutate(which)}
          >
            <Button size="small" type="text" danger>
              {t('account.remove')}
            </Button>
          </Popconfirm>
        </span>
      </div>
      {show.error ? <ErrorState error={show.error} small /> : null}
      {opened ? (
        <FactList
          facts={[
            [t('account.account_name'), opened.account_name],
            [t('account.account_no'), <IdText key="no" id={opened.account_no} />],
            [t('account.bank'), opened.bank || '—'],
            [t('account.note'), opened.note || '—'],
          ]}
        />
      ) : null}
    </li>
  );
}
