import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ACCEPT_REASONS, type AcceptReason, type DifferenceRow } from '../../../../shared/contract/difference.ts';
import type { RouteOutput } from '../../../../shared/contract/routes.ts';
import { sumFen } from '../../../../shared/money.ts';
import { useAction } from '../../../app/client/index.ts';
import { ErrorState, FactList, Money } from '../../../parts/index.ts';

interface Props {
  rows: readonly DifferenceRow[];
  onClose: () => void;
  onAccepted: (answer: RouteOutput<'difference.accept'>) => void;
}

/** Accepts differences exactly as they are now, with the reason that will stand in the books. */
export function AcceptDialog({ rows, onClose, onAccepted }: Props) {
  const { t } = useTranslation('difference');
  const [reason, setReason] = useState<AcceptReason>(() =>
    rows.every((row) => row.reason === 'rounding') ? 'rounding' : 'agreed',
  );
  const [note, setNote] = useState('');
  const noteMissing = reason === 'other' && note.trim() === '';
  const accept = useAction('difference.accept', { quiet: true, onDone: onAccepted });
  const wanted = rows.map(({ order_id, sku_id, of, difference_fen }) => ({ order_id, sku_id, of, difference_fen }));
  return (
    <Modal
      open
      width={500}
      title={t('accept.title', { count: rows.length })}
      onCancel={onClose}
      footer={
        <Button
          type="primary"
          disabled={noteMissing}
          loading={accept.isPending}
          onClick={() => accept.mutate({ rows: wanted, reason, note })}
        >
          {t('accept.confirm')}
        </Button>
      }
    >
      <p className="ld-soft">{t('accept.hint')}</p>
      {accept.error ? <ErrorState error={accept.error} small /> : null}
      <div className="ld-differences__accept">
        <FactList
          numbers
          facts={[
            [t('accept.sum'), <Money key="sum" fen={sumFen(rows.map(({ difference_fen }) => difference_fen))} />],
          ]}
        />
        <Select<AcceptReason>
          aria-label={t('accept.reason')}
          value={reason}
          onChange={setReason}
          options={ACCEPT_REASONS.map((one) => ({ value: one, label: t(`accept.reasons.${one}`) }))}
        />
        <Input.TextArea
          aria-label={t('accept.note')}
          placeholder={t(reason === 'other' ? 'accept.note_needed' : 'accept.note')}
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
