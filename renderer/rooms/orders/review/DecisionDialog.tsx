import { Input, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewAction, ReviewPreview, ReviewReason, ReviewTarget } from '../../../../shared/contract/review.ts';
import { useRoute } from '../../../app/client/index.ts';
import { Count, formatCount, Loaded, Money, ReviewStateTag } from '../../../parts/index.ts';
import { counted } from './counted.ts';
import { ReasonPicker } from './ReasonPicker.tsx';
import { REASONS } from './reasons.ts';
import type { Decided } from './use-review-acts.tsx';

interface Props {
  target: ReviewTarget;
  action: ReviewAction;
  pending: boolean;
  onConfirm: (decided: Decided) => void;
  onCancel: () => void;
}

/** What a decision on several rows would do, before it is made; asks for the reason where one is needed. */
export function DecisionDialog({ target, action, pending, onConfirm, onCancel }: Props) {
  const { t } = useTranslation('review');
  const [reason, setReason] = useState<ReviewReason | null>(null);
  const [note, setNote] = useState('');
  const body = useRef<HTMLDivElement>(null);
  const preview = useRoute('review.preview', { target, action, ...(reason ? { reason } : {}) }, { keep: true });
  const asking = action === 'hold' || action === 'exclude' ? action : null;
  const changing = preview.data?.changing ?? 0;
  const ready = changing > 0 && (asking === null || reason !== null);
  const confirm = () => {
    if (ready && !pending)
      onConfirm({ target, action, ...(reason ? { reason } : {}), ...(note.trim() ? { note: note.trim() } : {}) });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target instanceof HTMLInputElement;
    const digit = asking && !typing && /^[1-9]$/.test(event.key) ? REASONS[asking][Number(event.key) - 1] : undefined;
    if (digit) setReason(digit);
    // On a button Enter presses that button; anywhere else, a reason included, it is the confirmation.
    else if (event.key === 'Enter' && !event.repeat && !isButton(event.target)) confirm();
    else return;
    event.preventDefault();
  };
  const latest = useRef(onKey);
  latest.current = onKey;
  // The dialog has the keys from its first frame, before the focus has come into it.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <Modal
      open
      title={t(`dialog.${action}`)}
      okText={t('dialog.confirm', { act: t(`act.${action}`), ...counted(changing) })}
      cancelText={t('dialog.cancel')}
      okButtonProps={{ disabled: !ready, loading: pending, danger: action === 'exclude' }}
      onOk={confirm}
      onCancel={onCancel}
      afterOpenChange={(shown) => shown && body.current?.focus()}
      destroyOnHidden
    >
      <div ref={body} tabIndex={-1} className="ld-decision">
        <Loaded query={preview} lines={4}>
          {(data) => <Preview preview={data} />}
        </Loaded>
        {asking ? (
          <div>
            <div className="ld-decision__label">{t('ask.reason')}</div>
            <ReasonPicker asking={asking} reason={reason} onChoose={setReason} />
          </div>
        ) : null}
        <Input
          value={note}
          onChange={(event) => setNote(event.target.value)}
          placeholder={t('ask.note')}
          aria-label={t('ask.note')}
          maxLength={2000}
        />
      </div>
    </Modal>
  );
}

const isButton = (target: EventTarget | null) =>
  target instanceof HTMLButtonElement && target.getAttribute('role') !== 'radio';

function Preview({ preview }: { preview: ReviewPreview }) {
  const { t } = useTranslation('review');
  const kept = preview.rows - preview.changing - preview.own_proposals;
  return (
    <>
      <dl className="ld-decision__sums">
        <div>
          <dt>{t('preview.rows')}</dt>
          <dd>
            <Count of={preview.rows} />
          </dd>
        </div>
        <div>
          <dt>{t('preview.payment')}</dt>
          <dd>
            <Money fen={preview.actual_payment_fen} />
          </dd>
        </div>
        <div>
          <dt>{t('preview.service')}</dt>
          <dd>
            <Money fen={preview.service_amount_fen} />
          </dd>
        </div>
        <div>
          <dt>{t('preview.net')}</dt>
          <dd>
            <Money fen={preview.net_fen} />
          </dd>
        </div>
      </dl>
      <ul className="ld-decision__states">
        {preview.by_state.map(({ state, rows }) => (
          <li key={state}>
            <ReviewStateTag state={state} />
            <Count of={rows} />
          </li>
        ))}
      </ul>
      {kept > 0 ? <div className="ld-soft">{t('preview.kept', { count: formatCount(kept) })}</div> : null}
      {preview.own_proposals > 0 ? (
        <div className="ld-finding ld-finding--warn">
          {t('preview.own', { count: formatCount(preview.own_proposals) })}
        </div>
      ) : null}
    </>
  );
}
