import { useTranslation } from 'react-i18next';
import type { ReviewState } from '../../shared/contract/order-filter.ts';
import type { ReviewReason } from '../../shared/contract/review.ts';
import { Tag, type Tone } from './Tag.tsx';

// Open is the ordinary case and stays quiet; a proposal and a hold both wait for someone.
const TONES: Record<ReviewState, Tone> = {
  open: 'quiet',
  proposed: 'info',
  approved: 'ok',
  held: 'warn',
  excluded: 'bad',
};

/** 审核状态: `<ReviewStateTag state={row.review_state} reason={row.review_reason} />`. Light enough for rows of a long table. */
export function ReviewStateTag({ state, reason = null }: { state: ReviewState; reason?: ReviewReason | null }) {
  const { t } = useTranslation('review');
  return (
    <Tag tone={TONES[state]}>
      {reason
        ? t('state_with_reason', { state: t(`state.${state}`), reason: t(`reason.${reason}`) })
        : t(`state.${state}`)}
    </Tag>
  );
}
