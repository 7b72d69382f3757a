import { useTranslation } from 'react-i18next';
import type { ReviewEvent } from '../../../../shared/contract/review.ts';
import { Instant } from '../../../parts/index.ts';

const MOST = 6;

/** The last acts on one order, newest first; the order's own page has all of them. */
export function ReviewTrail({ events }: { events: readonly ReviewEvent[] }) {
  const { t } = useTranslation('review');
  return (
    <section>
      <h3>{t('order.trail')}</h3>
      <ol className="ld-trail">
        {events.slice(0, MOST).map((event) => (
          <li key={`${event.batch_id}`} className={event.undone ? 'ld-trail--undone' : undefined}>
            <span>{t(`batch.action.${event.action}`)}</span>
            <span className="ld-trail__words">
              {[event.reason ? t(`reason.${event.reason}`) : null, event.note].filter(Boolean).join(' · ')}
            </span>
            <span className="ld-faint">
              {event.staff || t('batch.by_rule')} · <Instant at={event.at} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
