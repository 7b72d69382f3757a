import { App, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { PAYOUT_CHANNELS, type PayoutChannel } from '../../../../shared/contract/payee.ts';
import type { PayoutPlan } from '../../../../shared/contract/payout.ts';
import { useAction, useRoute } from '../../../app/client/index.ts';
import { addressOf } from '../../../app/router/address.ts';
import { ErrorState, FactList, Loaded, Money } from '../../../parts/index.ts';
import { PayeeName } from '../payees/PayeeName.tsx';

interface Props {
  period: string;
  onMade: (batch: number) => void;
  onClose: () => void;
}

/** What a new batch would hold, and whom it leaves out, before it is drafted. */
export function DraftDialog({ period, onMade, onClose }: Props) {
  const { t } = useTranslation('payout');
  const { message } = App.useApp();
  const [channel, setChannel] = useState<PayoutChannel>('bank');
  const plan = useRoute('payout.plan', { period, channel });
  const draft = useAction('payout.draft', {
    quiet: true,
    onDone: ({ batch_id }) => {
      message.success(t('draft.made', { batch: batch_id }));
      onMade(batch_id);
      onClose();
    },
  });
  return (
    <Modal
      open
      width={620}
      title={t('draft.title', { period })}
      onCancel={onClose}
      okText={t('draft.confirm')}
      okButtonProps={{ disabled: !plan.data?.payees, loading: draft.isPending }}
      onOk={() => draft.mutate({ period, channel })}
    >
      <div className="ld-payee-form">
        <span>{t('draft.channel')}</span>
        <Segmented<PayoutChannel>
          value={channel}
          onChange={setChannel}
          options={PAYOUT_CHANNELS.map((one) => ({ value: one, label: t(`channels.${one}`) }))}
        />
      </div>
      <Loaded query={plan} lines={3}>
        {(data) => <Plan plan={data} period={period} />}
      </Loaded>
      {draft.error ? <ErrorState error={draft.error} small /> : null}
    </Modal>
  );
}

function Plan({ plan: { payees, amount_fen, left_out }, period }: { plan: PayoutPlan; period: string }) {
  const { t } = useTranslation('payout');
  const greatestFirst = left_out.toSorted((a, b) => b.amount_fen - a.amount_fen);
  return (
    <>
      {payees === 0 ? (
        <p className="ld-warn-text">{t('draft.nothing')}</p>
      ) : (
        <FactList
          facts={[
            [t('draft.takes'), t('payments', { count: payees })],
            [t('draft.sum'), <Money key="sum" fen={amount_fen} sign />],
          ]}
        />
      )}
      {left_out.length === 0 ? null : (
        <>
          <h3 className="ld-left-out">
            {t('draft.left_out')} · {left_out.length}
            {left_out.some(({ reason }) => reason === 'no_account') ? (
              <Link href={addressOf('settlement', { period, view: 'payees' })}>{t('draft.to_payees')}</Link>
            ) : null}
          </h3>
          <div className="ld-import-refused">
            <table className="ld-plain-table">
              <tbody>
                {greatestFirst.map((one) => (
                  <tr key={one.payee_id}>
                    <td>
                      <PayeeName id={one.payee_id} name={one.name} />
                    </td>
                    <td className="ld-end">
                      <Money fen={one.amount_fen} />
                    </td>
                    <td className="ld-soft">{t(`draft.reason.${one.reason}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}
