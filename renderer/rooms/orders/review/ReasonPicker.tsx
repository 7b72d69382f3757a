import { useTranslation } from 'react-i18next';
import type { ReviewReason } from '../../../../shared/contract/review.ts';
import { type Asking, REASONS } from './reasons.ts';

/** Reasons with the digit that chooses each. */
export function ReasonPicker({
  asking,
  reason,
  onChoose,
}: {
  asking: Asking;
  reason: ReviewReason | null;
  onChoose: (reason: ReviewReason) => void;
}) {
  const { t } = useTranslation('review');
  return (
    <div className="ld-reasons" role="radiogroup" aria-label={t('ask.reason')}>
      {REASONS[asking].map((one, place) => (
        // biome-ignore lint/a11y/useSemanticElements: a digit chooses, and Tab goes on to the next control
        <button
          key={one}
          type="button"
          role="radio"
          aria-checked={one === reason}
          tabIndex={one === (reason ?? REASONS[asking][0]) ? 0 : -1}
          className="ld-reason"
          onClick={() => onChoose(one)}
        >
          <kbd>{place + 1}</kbd>
          {t(`reason.${one}`)}
        </button>
      ))}
    </div>
  );
}
