import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OrderFilter, ReviewState } from '../../../../shared/contract/order.ts';
import type { Unix } from '../../../../shared/time.ts';
import { useRoute } from '../../../app/client/index.ts';
import { Count } from '../../../parts/index.ts';
import { usePlatformNow } from '../../../parts/platform-now.ts';
import { decidedToday } from './my-day.ts';
import { WAITING } from './queue.ts';

/** How far one has come today, and what the filter still holds by state. */
export function ProgressStrip({
  filter,
  asOf,
  deciding,
}: {
  filter: OrderFilter;
  asOf: Unix | null;
  /** A decision is under way: the figures are those before it. */
  deciding: boolean;
}) {
  const { t } = useTranslation('review');
  const { review_state: _own, ...others } = filter;
  const past = asOf === null ? {} : { as_of: asOf };
  const facets = useRoute('order.facets', { filter: others, of: ['review_state'], ...past }, { keep: true });
  const batches = useRoute('review.batches', { limit: 200 });
  const status = useRoute('desk.status', {});
  const now = usePlatformNow();
  const done = decidedToday(batches.data ?? [], status.data?.staff ?? '', now);
  const states = facets.data?.review_state?.values ?? [];
  const rowsOf = (state: ReviewState) => states.find(({ value }) => value === state)?.rows ?? 0;
  const left = WAITING.reduce((sum, state) => sum + rowsOf(state), 0);
  const stale = deciding || facets.isFetching || batches.isFetching;
  return (
    <div className={`ld-review-progress${stale ? ' ld-review-progress--stale' : ''}`} aria-busy={stale}>
      <span>
        {t('progress.done')} <b className="ld-review-progress__done">{facets.data ? <Count of={done} /> : '…'}</b>
      </span>
      <Progress
        percent={done + left === 0 ? 0 : Math.floor((done / (done + left)) * 100)}
        showInfo={false}
        size="small"
        aria-label={t('progress.label')}
      />
      <span>
        {t('progress.left')} <b>{facets.data ? <Count of={left} /> : '…'}</b>
      </span>
      {WAITING.map((state) => (
        <span key={state} className="ld-soft">
          {t(`state.${state}`)} <Count of={rowsOf(state)} />
        </span>
      ))}
    </div>
  );
}
