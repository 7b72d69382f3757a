import { App, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FUNDS_ACCEPT_REASONS, type FundsAcceptance, type FundsRow } from '../../../../shared/contract/funds.ts';
import { sumFen } from '../../../../shared/money.ts';
import { useAction } from '../../../app/client/index.ts';
import { ErrorState, FactList, Money } from '../../../parts/index.ts';

type Reason = FundsAcceptance['reason'];

interface Props {
  rows: readonly FundsRow[];
  onClose: () => void;
  onAccepted: () => void;
}

/** Accepts the present differences of orders, with the reason that will stand in the books. */
export function AcceptDialog({ rows, onClose, onAccepted }: Props) {
  const { t } = useTranslation('funds');
  const { message } = App.useApp();
  const [reason, setReason] = useState<Reason>('timing');
  const [note, setNote] = useState('');
  const noteMissing = reason === 'other' && note.trim() === '';
  const accept = useAction('funds.accept', {
    quiet: true,
    onDone: ({ accepted, outdated }) => {
      if (outdated > 0) message.warning(t('accept.outdated', { count: outdated }));
      else message.success(t('accept.done', { count: accepted }));
      onAccepted();
    },
  });
  const fileDifferences = rows.flatMap(({ file_difference_fen }) => file_difference_fen ?? []);
  return (
    <Modal
      open
      width={520}
      title={t('accept.title', { count: rows.length })}
      onCancel={onClose}
      footer={
        <Button
          type="primary"
          disabled={noteMissing}
          loading={accept.isPending}
          onClick={() =>
            accept.mutate({
              rows: rows.map(({ key, difference_fen, file_difference_fen }) => ({
                key,
                difference_fen,
                file_difference_fen,
              })),
              reason,
              note,
            })
          }
        >
          {t('accept.confirm')}
        </Button>
      }
    >
      <p className="ld-soft">{t('accept.hint')}</p>
      {accept.error ? <ErrorState error={accept.error} small /> : null}
      <div className="ld-funds__accept">
        <FactList
          numbers
          facts={[
            [t('accept.sum'), <Money key="sum" fen={sumFen(rows.map(({ difference_fen }) => difference_fen))} />],
            ...(fileDifferences.length > 0
              ? [[t('accept.file_sum'), <Money key="file" fen={sumFen(fileDifferences)} />] as const]
              : []),
          ]}
        />
        <Select<Reason>
          aria-label={t('accept.reason')}
          value={reason}
          onChange={setReason}
          options={FUNDS_ACCEPT_REASONS.map((one) => ({ value: one, label: t(`accept.reasons.${one}`) }))}
        />
        <Input.TextArea
          aria-label={t('accept.note')}
          placeholder={reason === 'other' ? t('accept.note_needed') : t('accept.note')}
          status={noteMissing ? 'warning' : ''}
          value={note}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 5 }}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Modal>
  );
}
