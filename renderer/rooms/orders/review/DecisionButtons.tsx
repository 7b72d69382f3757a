import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../shared/contract/order.ts';
import type { ReviewTarget } from '../../../../shared/contract/review.ts';
import { type ActAsked, ActDialogs } from './ActDialogs.tsx';
import { counted } from './counted.ts';
import { type BarAct, DecisionBar } from './DecisionBar.tsx';
import { useReviewActs } from './use-review-acts.tsx';
import './review.css';

/**
 * Approve, hold, exclude, reopen, note and tag for whatever is chosen: `<DecisionButtons target={{ keys }} rows={rows} />`.
 * One row is approved at once; several, and whatever needs a reason, go through a preview.
 */
export function DecisionButtons({
  target,
  rows,
  compact = false,
}: {
  target: ReviewTarget;
  rows: OrderRow[];
  compact?: boolean;
}) {
  const { t } = useTranslation('review');
  const acts = useReviewActs();
  const [asked, setAsked] = useState<ActAsked | null>(null);
  const count = 'keys' in target ? t('count_rows', counted(target.keys.length)) : t('count_all');
  const onAct = (act: BarAct) => {
    const single = 'keys' in target && target.keys.length === 1;
    if (single && (act === 'approve' || act === 'reopen')) void acts.decide({ target, action: act });
    else setAsked({ act, target, rows, count });
  };
  return (
    <>
      <DecisionBar onAct={onAct} disabled={acts.pending} compact={compact} />
      <ActDialogs asked={asked} acts={acts} onClose={() => setAsked(null)} />
    </>
  );
}
