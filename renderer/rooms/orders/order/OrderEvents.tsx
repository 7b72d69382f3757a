import { useTranslation } from 'react-i18next';
import type { ReviewEvent } from '../../../../shared/contract/review.ts';
import { Instant } from '../../../parts/Instant.tsx';
import { ReviewStateTag } from '../../../parts/ReviewStateTag.tsx';
import { Tag } from '../../../parts/Tag.tsx';
import { readEvent } from './event-reading.ts';

/** What was done to the order, newest first: by whom, when and why; what was taken back is struck out. */
export function OrderEvents({ events }: { events: readonly ReviewEvent[] }) {
  const { t } = useTranslation('orders');
  return (
    <div className="ld-order-events">
      <h3>{t('detail.event.title')}</h3>
      {events.length === 0 ? <p className="ld-faint">{t('detail.event.none')}</p> : null}
      <ol>
        {events.map((event) => (
          <li key={`${event.batch_id} ${event.fact}`} className={event.undone ? 'ld-order-undone' : undefined}>
            <div>
              <EventWords event={event} />
              {event.action === 'undo' ? <span className="ld-faint">{t('detail.event.undo')}</span> : null}
              {event.undone ? <span className="ld-faint">{t('detail.event.undone')}</span> : null}
            </div>
            {event.fact === 'decision' && event.note ? <q>{event.note}</q> : null}
            <small>
              {event.action === 'rule' ? t('detail.event.rule') : event.staff || t('detail.someone')} ·{' '}
              <Instant at={event.at} />
            </small>
          </li>
        ))}
      </ol>
    </div>
  );
}

function EventWords({ event }: { event: ReviewEvent }) {
  const { t } = useTranslation('orders');
  const reading = readEvent(event);
  switch (reading.kind) {
    case 'decision':
      return (
        <>
          <ReviewStateTag state={reading.before} />
          <span aria-hidden>→</span>
          <ReviewStateTag state={reading.after} reason={event.reason} />
        </>
      );
    case 'tags':
      return (
        <>
          {t('detail.event.tags')}
          {reading.added.map((tag) => (
            <Tag key={tag} tone="accent">
              + {tag}
            </Tag>
          ))}
          {reading.removed.map((tag) => (
            <Tag key={tag}>− {tag}</Tag>
          ))}
        </>
      );
    case 'note':
      return (
        <>
          <span className="ld-nowrap">
            {t(reading.removed ? 'detail.event.note_removed' : 'detail.event.note_added')}
          </span>
          <span className="ld-ellipsis ld-soft" title={reading.text}>
            {reading.text}
          </span>
        </>
      );
  }
}
