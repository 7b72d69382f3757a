import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '../../../../shared/contract/routes.ts';
import type { StagedRow } from '../../../../shared/contract/staging.ts';
import { formatInstant } from '../../../../shared/time.ts';
import { useRoute } from '../../../app/client/index.ts';
import { Loaded, type Selection, Tag } from '../../../parts/index.ts';
import { counted } from '../../orders/review/counted.ts';
import { ApplyBar } from './ApplyBar.tsx';
import { BATCH_TONE, useBatchContent, useBatchTitle, useLeftWords, usePauseWords } from './batch-words.ts';
import { ChosenBar } from './ChosenBar.tsx';
import { RowTable } from './RowTable.tsx';
import { RunStrip } from './RunStrip.tsx';

type Batch = RouteOutput<'staging.get'>;

interface Props {
  batchId: number;
  onOpen: (batchId: number | null) => void;
}

/** One batch: what it does row by row, how far it is, and what can be done with it. */
export function BatchPage({ batchId, onOpen }: Props) {
  const query = useRoute('staging.get', { batch_id: batchId });
  return (
    <Loaded query={query} lines={10}>
      {(batch) => <BatchBody batch={batch} onOpen={onOpen} />}
    </Loaded>
  );
}

const NONE: Selection<StagedRow> = new Map();

function BatchBody({ batch, onOpen }: { batch: Batch; onOpen: Props['onOpen'] }) {
  const { t } = useTranslation('staging');
  const titleOf = useBatchTitle();
  const contentOf = useBatchContent();
  const [selection, setSelection] = useState(NONE);
  const clear = useCallback(() => setSelection(NONE), []);
  return (
    <div className="ld-batch-page">
      <header className="ld-batch-head">
        <Button type="text" icon={<ArrowLeftOutlined />} aria-label={t('back')} onClick={() => onOpen(null)} />
        <div className="ld-batch-head__words">
          <h2>
            {titleOf(batch)} <Tag tone={BATCH_TONE[batch.state]}>{t(`state.${batch.state}`)}</Tag>
          </h2>
          <p className="ld-soft">{contentOf(batch)}</p>
          <BatchFacts batch={batch} />
        </div>
        <ApplyBar batch={batch} onOpen={onOpen} />
      </header>
      <RunStrip batch={batch} />
      <PauseNote batch={batch} />
      <RowTable batch={batch} selection={selection} onSelect={setSelection} />
      {selection.size > 0 ? (
        <ChosenBar batch={batch} rows={[...selection.values()]} onClear={clear} onOpen={onOpen} />
      ) : null}
    </div>
  );
}

function BatchFacts({ batch }: { batch: Batch }) {
  const { t } = useTranslation('staging');
  const leftWords = useLeftWords();
  const { cost, checked_at } = batch;
  const waits = batch.state === 'staged' || batch.state === 'paused';
  const facts = [
    t('facts.made', { staff: batch.made_by, at: formatInstant(batch.made_at).slice(0, 16) }),
    checked_at === null ? t('facts.not_checked') : t('facts.checked', { at: formatInstant(checked_at).slice(0, 16) }),
    ...(waits ? [cost.calls === 0 ? t('facts.no_calls') : t('facts.calls', counted(cost.calls))] : []),
    ...(waits && cost.seconds !== null ? [t('left_by_pace', { left: leftWords(cost.seconds) })] : []),
  ];
  return <p className="ld-batch-facts">{facts.join(' · ')}</p>;
}

function PauseNote({ batch }: { batch: Batch }) {
  const words = usePauseWords();
  if (batch.state !== 'paused' || batch.pause_reason === null || batch.job_id !== null) return null;
  return (
    <div className="ld-banner ld-banner--warn" role="status">
      {words(batch.pause_reason)}
    </div>
  );
}
