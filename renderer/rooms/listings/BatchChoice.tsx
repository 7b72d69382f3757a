import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../../app/client/index.ts';
import { useBatchTitle } from './batches/batch-words.ts';

/** Which batch changes are staged in: a new one with its name, or one that has not begun. */
export interface BatchDraft {
  batch_id?: number;
  title: string;
}

const OFFERED = 50;

export function BatchChoice({ draft, onChange }: { draft: BatchDraft; onChange: (draft: BatchDraft) => void }) {
  const { t } = useTranslation('staging');
  const titleOf = useBatchTitle();
  const batches = useRoute('staging.list', { limit: OFFERED }).data?.rows ?? [];
  const open = batches.filter(({ state, kind }) => state === 'staged' && kind === 'shelf');
  return (
    <section className="ld-split-part">
      <h3>{t('stage.to')}</h3>
      <div className="ld-batch-choice">
        <Select
          aria-label={t('stage.to')}
          value={draft.batch_id ?? 0}
          onChange={(batch_id) => onChange(batch_id === 0 ? { title: '' } : { batch_id, title: '' })}
          options={[
            { value: 0, label: t('stage.fresh') },
            ...open.map((batch) => ({ value: batch.batch_id, label: titleOf(batch) })),
          ]}
        />
        {draft.batch_id === undefined ? (
          <Input
            aria-label={t('stage.name')}
            placeholder={t('stage.name')}
            maxLength={100}
            value={draft.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        ) : null}
      </div>
    </section>
  );
}
