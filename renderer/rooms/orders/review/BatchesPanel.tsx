import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReviewBatch } from '../../../../shared/contract/review.ts';
import { useRoute } from '../../../app/client/index.ts';
import { EmptyState, Instant, Loaded, Tag } from '../../../parts/index.ts';
import { counted } from './counted.ts';
import type { ReviewActs } from './use-review-acts.tsx';

/** What was done lately by anyone, each with its way back. */
export function BatchesPanel({ open, onClose, acts }: { open: boolean; onClose: () => void; acts: ReviewActs }) {
  const { t } = useTranslation('review');
  const batches = useRoute('review.batches', { limit: 100 }, { enabled: open });
  return (
    <Drawer open={open} onClose={onClose} title={t('batch.title')} size={480} styles={{ body: { padding: 0 } }}>
      <Loaded query={batches} lines={8}>
        {(data) =>
          data.length === 0 ? (
            <EmptyState small title={t('batch.none')} />
          ) : (
            <ol className="ld-batches">
              {data.map((batch) => (
                <Batch key={batch.batch_id} batch={batch} acts={acts} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </Drawer>
  );
}

function Batch({ batch, acts }: { batch: ReviewBatch; acts: ReviewActs }) {
  const { t } = useTranslation('review');
  const words = [batch.reason ? t(`reason.${batch.reason}`) : null, batch.note].filter(Boolean).join(' · ');
  return (
    <li className={`ld-batch${batch.undone ? ' ld-batch--undone' : ''}`}>
      <div className="ld-batch__what">
        <b>{t(`batch.action.${batch.action}`)}</b>
        <span className="ld-soft">{t('count_rows', counted(batch.rows))}</span>
        {batch.undone ? <Tag>{t('batch.undone')}</Tag> : null}
      </div>
      {words ? <div className="ld-batch__words">{words}</div> : null}
      <div className="ld-faint">
        {batch.staff || t('batch.by_rule')} · <Instant at={batch.at} />
      </div>
      {batch.undone ? null : (
        <Button
          className="ld-batch__undo"
          size="small"
          disabled={!batch.undoable || acts.pending}
          title={batch.undoable ? undefined : t('batch.touched')}
          onClick={() => void acts.undo(batch.batch_id)}
        >
          {batch.action === 'undo' ? t('batch.redo') : t('act.undo')}
        </Button>
      )}
    </li>
  );
}
