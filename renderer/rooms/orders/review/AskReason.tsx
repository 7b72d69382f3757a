import { Button, Input } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewReason } from '../../../../shared/contract/review.ts';
import { ReasonPicker } from './ReasonPicker.tsx';
import type { Asking } from './reasons.ts';

export interface Asked {
  asking: Asking;
  reason: ReviewReason | null;
  note: string;
}

/** The reason of a hold or an exclusion of the row at hand: a digit, then Enter. Tab leads to words of one's own. */
export function AskReason({
  asked,
  onChange,
  onConfirm,
  onCancel,
}: {
  asked: Asked;
  onChange: (asked: Asked) => void;
  onConfirm: () => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation('review');
  const box = useRef<HTMLElement>(null);
  // From here Tab leads to the reasons and the words, not through the details above.
  useEffect(() => box.current?.focus(), []);
  return (
    <section ref={box} tabIndex={-1} className="ld-ask" aria-label={t(`ask.${asked.asking}`)}>
      <div className="ld-ask__title">
        <b>{t(`ask.${asked.asking}`)}</b>
        <span className="ld-soft">{t('ask.hint')}</span>
      </div>
      <ReasonPicker asking={asked.asking} reason={asked.reason} onChoose={(reason) => onChange({ ...asked, reason })} />
      <div className="ld-ask__end">
        <Input
          value={asked.note}
          onChange={(event) => onChange({ ...asked, note: event.target.value })}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') onConfirm();
            if (event.key === 'Escape') onCancel();
          }}
          placeholder={t('ask.note')}
          aria-label={t('ask.note')}
          maxLength={2000}
        />
        <Button type="primary" danger={asked.asking === 'exclude'} disabled={asked.reason === null} onClick={onConfirm}>
          {t(`act.${asked.asking}`)}
          <kbd>⏎</kbd>
        </Button>
        <Button type="text" onClick={onCancel}>
          {t('dialog.cancel')}
        </Button>
      </div>
    </section>
  );
}
